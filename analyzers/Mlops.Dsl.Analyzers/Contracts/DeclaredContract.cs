using Microsoft.CodeAnalysis;
using Mlops.Dsl.Analyzers.Graph;
using Mlops.Dsl.Contracts;
using Mlops.Dsl.Contracts.Reading;
using Mlops.Dsl.Generators.Emitting.Manifests;
using Mlops.Dsl.Generators.Model;
using Mlops.Dsl.Generators.Parsing;
using Mlops.Dsl.Generators.Problems;
using Mlops.Dsl.Generators.Symbols;

namespace Mlops.Dsl.Analyzers.Contracts;

/// <summary>Finds what a pipeline class promises as it is declared: by its manifest, as the build's own step does.</summary>
internal static class DeclaredContract
{
    /// <summary>The contract; null where the declaration is not complete, so that what is missing may still be being typed.</summary>
    public static PipelineContract? Of(INamedTypeSymbol type, Compilation compilation, bool withStages, CancellationToken cancellationToken)
    {
        var sink = new CountingProblemSink(NoProblemSink.Instance);
        if (
            CompilationState.Of(compilation).Pipelines.Find(type, cancellationToken) is not { IsComplete: true } bound
            || PipelineParser.Parse(type, compilation, sink, cancellationToken)?.Pipeline is not { } pipeline
            || sink.HasProblems
            || !Completeness.Holds(type, bound.Members)
            || HasErrors(type)
            || pipeline.Rows.Any(row => compilation.GetTypeByMetadataName(row.Type) is { } known && HasErrors(known))
        )
        {
            return null;
        }

        return ManifestReader.Read(ManifestWriter.Write(pipeline), withStages);
    }

    /// <summary>A property or an attribute that the compiler does not understand yet is left out of the manifest.</summary>
    private static bool HasErrors(INamedTypeSymbol type)
    {
        for (var declaring = type; declaring is { SpecialType: SpecialType.None }; declaring = declaring.BaseType)
        {
            var members = declaring.GetMembers();
            if (
                declaring.TypeKind == TypeKind.Error
                || members.OfType<IPropertySymbol>().Any(static property => property.Type.HasErrors() || HasUnknownAttribute(property))
                || (
                    declaring.IsRecord
                    && declaring.InstanceConstructors.Any(static constructor => constructor.Parameters.Any(HasUnknownAttribute))
                )
            )
            {
                return true;
            }
        }

        return false;
    }

    private static bool HasUnknownAttribute(ISymbol symbol) =>
        symbol
            .GetAttributes()
            .Any(static attribute =>
                attribute.AttributeClass is null or { TypeKind: TypeKind.Error } || attribute.AttributeConstructor is null
            );
}
