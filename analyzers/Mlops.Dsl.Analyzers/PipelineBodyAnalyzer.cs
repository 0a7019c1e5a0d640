using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Mlops.Dsl.Analyzers.Bodies;
using Mlops.Dsl.Analyzers.Calls;
using Mlops.Dsl.Analyzers.Graph;
using Mlops.Dsl.Analyzers.Infrastructure;

namespace Mlops.Dsl.Analyzers;

/// <summary>Runs the rules about what the members of a pipeline class do.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class PipelineBodyAnalyzer : DiagnosticAnalyzer
{
    private static readonly ImmutableArray<BodyRule> Rules =
    [
        new ParameterWritten(),
        new StageCallsStage(),
        new DefaultBreaksConstraint(),
        new SecretInSource(),
        new SharedObjectChanged(),
    ];

    private static readonly Dictionary<OperationKind, BodyRule[]> ByKind = Rules
        .SelectMany(static rule => rule.Operations, static (rule, kind) => (rule, kind))
        .GroupBy(static asked => asked.kind, static asked => asked.rule)
        .ToDictionary(static asked => asked.Key, static asked => asked.ToArray());

    /// <inheritdoc />
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [.. Rules.Select(r => r.Rule)];

    /// <inheritdoc />
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            if (CompilationState.Of(start.Compilation) is { Types: { } types, MayHavePipelines: true } state)
            {
                start.RegisterOperationBlockAction(block => Visit(block, state, types));
            }
        });
    }

    private static void Visit(OperationBlockAnalysisContext context, CompilationState state, KnownTypes types)
    {
        if (state.PipelineOf(context.OwningSymbol) is not { } pipeline)
        {
            return;
        }

        var walk = new BodyWalk(context.OperationBlocks, isParameter: null);
        while (walk.MoveNext())
        {
            foreach (var rule in ByKind.TryGetValue(walk.Kind, out var rules) ? rules : [])
            {
                rule.Check(walk.Current, context, pipeline, types);
            }
        }
    }
}
