using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Mlops.Dsl.Analyzers.Graph;
using Mlops.Dsl.Analyzers.Infrastructure;
using Mlops.Dsl.Generators.Parsing;
using Mlops.Dsl.Generators.Symbols;
using Mlops.Dsl.Generators.Writing;

namespace Mlops.Dsl.Analyzers.Wiring;

/// <summary>Binds the pipeline as the generator does, and reports what does not bind: both follow one parser.</summary>
internal sealed class StageWiring : PipelineRule
{
    public override ImmutableArray<DiagnosticDescriptor> Descriptors =>
        [.. WiringRules.ByKind.Values.OrderBy(r => r.Id, StringComparer.Ordinal)];

    public override void Check(PipelineContext context)
    {
        if (CompilationState.Of(context.Compilation).Pipelines.Find(context.Pipeline, context.CancellationToken) is not { } pipeline)
        {
            return;
        }

        var sink = new WiringProblems(context);
        foreach (var problem in pipeline.Problems)
        {
            sink.Report(problem.Kind, problem.Location, problem.Arguments);
        }

        var parse = new ParseContext(context.Pipeline, context.Compilation, sink, context.CancellationToken);
        new ArtifactCodecs(parse).Check(pipeline.Stages);
        PipelineTypeParser.CheckNames(context.Pipeline, sink);
    }
}
