using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Mlops.Dsl.Analyzers.Governance;
using Mlops.Dsl.Analyzers.Graph;
using Mlops.Dsl.Analyzers.Release;
using Mlops.Dsl.Analyzers.Wiring;

namespace Mlops.Dsl.Analyzers;

/// <summary>
/// Runs the rules about the graphs of pipelines. Where something does not bind, the rules about wiring speak, and these are silent.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class PipelineGraphAnalyzer : DiagnosticAnalyzer
{
    private static readonly ImmutableArray<GraphRule> Rules =
    [
        new ExclusiveBranches(),
        new UngatedPublication(),
        new IdleGate(),
        new PublishedUnlessPassed(),
        new GateWithoutHeldOutData(),
        new ReviewMissing(),
        new RequiredGateMissing(),
        new OwnerMissing(),
        new PurposeMissing(),
        new LicenceMissing(),
        new PublishedPersonalData(),
    ];

    /// <inheritdoc />
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [.. Rules.SelectMany(r => r.Descriptors)];

    /// <inheritdoc />
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(start =>
        {
            if (CompilationState.Of(start.Compilation) is { Types: not null } state)
            {
                start.RegisterSymbolAction(symbol => Analyze(symbol, state.Pipelines), SymbolKind.NamedType);
            }
        });
    }

    private static void Analyze(SymbolAnalysisContext context, BoundPipelines pipelines)
    {
        if (pipelines.Find((INamedTypeSymbol)context.Symbol, context.CancellationToken) is { IsComplete: true } pipeline)
        {
            var graph = new GraphContext(pipeline, context.Options, context.ReportDiagnostic, context.CancellationToken);
            foreach (var rule in Rules)
            {
                rule.Check(graph);
            }
        }
    }
}
