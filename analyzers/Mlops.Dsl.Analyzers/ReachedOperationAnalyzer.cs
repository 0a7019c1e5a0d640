using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Mlops.Dsl.Analyzers.Bodies;
using Mlops.Dsl.Analyzers.Governance;
using Mlops.Dsl.Analyzers.Graph;
using Mlops.Dsl.Analyzers.Infrastructure;
using Mlops.Dsl.Analyzers.Reach;
using Mlops.Dsl.Analyzers.Reproducibility;
using Mlops.Dsl.Analyzers.Tracking;

namespace Mlops.Dsl.Analyzers;

/// <summary>
/// Runs the rules about what stages and the code that they call execute. A compilation without a pipeline costs a look at its types'
/// attributes.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ReachedOperationAnalyzer : DiagnosticAnalyzer
{
    private static readonly ImmutableArray<ReachedOperationRule> Rules =
    [
        .. TrackingRules.All,
        .. ReproducibilityRules.All,
        new KeyInSight(),
        new ParameterWrittenElsewhere(),
    ];

    /// <inheritdoc />
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
    [.. Rules.SelectMany(static rule => new[] { rule.Rule, rule.AtEnd })];

    /// <inheritdoc />
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            if (CompilationState.Of(start.Compilation) is { Types: { } types, MayHavePipelines: true })
            {
                // Made at the first body: the compiler has read all declarations by then, and does not have to do it on this analyzer's
                // time.
                var analysis = new Lazy<ReachAnalysis>(() => new ReachAnalysis(start.Compilation, types, Rules, start.Options.Host()));
                start.RegisterOperationBlockAction(block => analysis.Value.Visit(block));
                start.RegisterCompilationEndAction(end => analysis.Value.Finish(end));
            }
        });
    }
}
