using Microsoft.CodeAnalysis;
using Mlops.Dsl.Analyzers.Infrastructure;

namespace Mlops.Dsl.Analyzers.Calls;

/// <summary>
/// The types of the compilation's own that stages return, as a whole, in a tuple or in a list: its models, metrics and reports.
/// </summary>
internal sealed class ArtifactTypes
{
    private readonly HashSet<ISymbol> _types = new(SymbolEqualityComparer.Default);
    private readonly HashSet<ISymbol> _elements = new(SymbolEqualityComparer.Default);
    private readonly INamedTypeSymbol? _dataset;

    /// <summary>Collects what stages return.</summary>
    public ArtifactTypes(IEnumerable<StageMethod> stages, Compilation compilation, KnownTypes types)
    {
        _dataset = compilation.GetTypeByMetadataName("Mlops.Dsl.Dataset`1");
        foreach (var stage in stages)
        {
            var result = types.Result(stage.Method.ReturnType);
            Add(result, compilation);
            _elements.UnionWith(result is null ? [] : ElementTypes.Of(result).Select(static element => element.OriginalDefinition));
        }
    }

    /// <summary>Whether values of a type are artifacts of some stage, or datasets.</summary>
    public bool Contains(ITypeSymbol? type)
    {
        if (type is not INamedTypeSymbol named)
        {
            return false;
        }

        if (named.IsTupleType)
        {
            return named.TupleElements.Any(element => Contains(element.Type));
        }

        for (var current = named; current is not null; current = current.BaseType)
        {
            if (_types.Contains(current.OriginalDefinition) || current.OriginalDefinition.Is(_dataset))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether values of a type are artifacts of some stage, or elements of one.</summary>
    public bool HoldsAny(ITypeSymbol? type) => type is not null && (Contains(type) || _elements.Contains(type.OriginalDefinition));

    private void Add(ITypeSymbol? type, Compilation compilation)
    {
        switch (type)
        {
            case INamedTypeSymbol { IsTupleType: true } tuple:
                foreach (var element in tuple.TupleElements)
                {
                    Add(element.Type, compilation);
                }

                break;
            case IArrayTypeSymbol array:
                Add(array.ElementType, compilation);
                break;
            case INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct } named when named.IsIn(compilation.Assembly):
                _types.Add(named.OriginalDefinition);
                break;
            case INamedTypeSymbol { TypeArguments: [var element], TypeKind: TypeKind.Interface }:
                Add(element, compilation);
                break;
        }
    }
}
