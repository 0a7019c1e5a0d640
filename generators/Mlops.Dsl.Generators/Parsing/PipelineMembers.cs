using Microsoft.CodeAnalysis;
using Mlops.Dsl.Generators.Binding;

namespace Mlops.Dsl.Generators.Parsing;

/// <summary>The members of a pipeline class that have a meaning, in declaration order.</summary>
internal sealed class PipelineMembers
{
    private PipelineMembers(List<IMethodSymbol> methods, List<StageDeclaration> stages, List<IPropertySymbol> properties)
    {
        Methods = methods;
        Stages = stages;
        Properties = properties;
        Parameters = properties.FindAll(static property => property.Find("Parameter") is not null);
    }

    /// <summary>The stages' methods.</summary>
    public List<IMethodSymbol> Methods { get; }

    public List<StageDeclaration> Stages { get; }

    /// <summary>The parameters and secrets.</summary>
    public List<IPropertySymbol> Properties { get; }

    /// <summary>The parameters alone.</summary>
    public List<IPropertySymbol> Parameters { get; }

    public static PipelineMembers Read(INamedTypeSymbol type, CancellationToken cancellationToken)
    {
        var methods = new List<IMethodSymbol>();
        var stages = new List<StageDeclaration>();
        var properties = new List<IPropertySymbol>();
        foreach (var member in Ordered(type))
        {
            cancellationToken.ThrowIfCancellationRequested();
            switch (member)
            {
                case IMethodSymbol { MethodKind: MethodKind.Ordinary } method when StageDeclaration.Read(method) is { } stage:
                    stage.Index = stages.Count;
                    methods.Add(method);
                    stages.Add(stage);
                    break;
                case IPropertySymbol property when property.Find("Parameter") is not null || property.Find("Secret") is not null:
                    properties.Add(property);
                    break;
            }
        }

        return new PipelineMembers(methods, stages, properties);
    }

    /// <summary>
    /// The members by file and position: a class may lie in several files, and the order in which the compiler gets those means nothing.
    /// </summary>
    private static IEnumerable<ISymbol> Ordered(INamedTypeSymbol type) => type.GetMembers()
        .Where(static member => !member.IsImplicitlyDeclared && member is IMethodSymbol or IPropertySymbol)
        .Select(static member => (Member: member, Location: member.Locations.FirstOrDefault()))
        .OrderBy(static entry => entry.Location?.SourceTree?.FilePath ?? "", StringComparer.Ordinal)
        .ThenBy(static entry => entry.Location?.SourceSpan.Start ?? 0)
        .ThenBy(static entry => entry.Member.Name, StringComparer.Ordinal)
        .Select(static entry => entry.Member);
}
