using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Mlops.Dsl.Generators.Model;
using Mlops.Dsl.Generators.Parsing;
using Mlops.Dsl.Generators.Problems;

namespace Mlops.Dsl.Generators;

/// <summary>Writes what a pipeline class needs to run: its graph, its runners, its codecs, its manifest.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class PipelineGenerator : IIncrementalGenerator
{
    /// <inheritdoc />
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var parsed = context.SyntaxProvider.ForAttributeWithMetadataName(
                "Mlops.Dsl.PipelineAttribute",
                static (node, _) => node is TypeDeclarationSyntax,
                static (attributed, cancellationToken) => Parse(attributed, cancellationToken))
            .Where(static pipeline => pipeline is not null)
            .Select(static (pipeline, _) => pipeline!)
            .WithTrackingName(TrackingNames.Parse);
    }

    private static ParsedPipeline? Parse(GeneratorAttributeSyntaxContext attributed, CancellationToken cancellationToken) =>
        PipelineParser.Parse((INamedTypeSymbol)attributed.TargetSymbol, attributed.SemanticModel.Compilation, NoProblemSink.Instance, cancellationToken);
}
