using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Mlops.Dsl.Analyzers.Infrastructure;
using Mlops.Dsl.Generators.Parsing;

namespace Mlops.Dsl.Analyzers.Wiring;

/// <summary>Binds the pipeline as the generator does, and reports what does not bind: both follow one parser.</summary>
internal sealed class StageWiring : PipelineRule
{
    public override ImmutableArray<DiagnosticDescriptor> Descriptors => [.. WiringRules.ByKind.Values.OrderBy(r => r.Id, StringComparer.Ordinal)];

    public override void Check(PipelineContext context) =>
        PipelineParser.Parse(context.Pipeline, context.Compilation, new WiringProblems(context), context.CancellationToken);
}
