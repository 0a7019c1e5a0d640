using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Mlops.Dsl.Analyzers.Calls;
using Mlops.Dsl.Analyzers.Flow;
using Mlops.Dsl.Analyzers.Graph;
using Mlops.Dsl.Analyzers.Infrastructure;
using Mlops.Dsl.Analyzers.Leakage;
using Known = System.Collections.Concurrent.ConcurrentDictionary<(string Id, Microsoft.CodeAnalysis.Location Location), bool>;

namespace Mlops.Dsl.Analyzers.DataFlow;

/// <summary>
/// Runs the rules about where data get. A stage is followed while it is typed, with what the types of its parameters tell; the whole
/// pipeline, where each stage takes what the ones before it gave, at the end of a build.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class FlowAnalyzer : DiagnosticAnalyzer
{
    private static readonly ImmutableDictionary<string, DiagnosticDescriptor> EndDescriptors = FlowRules
        .All.SelectMany(static rule => rule.Descriptors)
        .ToImmutableDictionary(static d => d.Id, AtEnd, StringComparer.Ordinal);

    /// <inheritdoc />
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
    [.. FlowRules.All.SelectMany(static rule => rule.Descriptors), .. EndDescriptors.Values];

    /// <inheritdoc />
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(start =>
        {
            if (CompilationState.Of(start.Compilation) is { Types: { } types } state)
            {
                var host = start.Options.Host();
                var known = new Known();
                var engine = new FlowEngine(start.Compilation, types, FlowRules.All, new FlowReport(known));
                var helpers = new HelperFacts(engine.Dispatch, engine.Symbols);
                if (host != AnalysisHost.Editor && state.MayHavePipelines)
                {
                    start.RegisterOperationBlockAction(block => Prepare(block, engine, helpers));
                }

                // At the end of a build each stage runs with what it is given: running it without knows nothing more.
                if (host != AnalysisHost.Build)
                {
                    start.RegisterOperationBlockAction(block => AnalyzeStage(block, state, types, known));
                }

                start.RegisterOperationBlockAction(block =>
                    AnalyzeColumn(block, host == AnalysisHost.Editor ? null : engine, types, known)
                );
                start.RegisterCompilationEndAction(end => Analyze(end, engine, helpers));
            }
        });
    }

    private static void AnalyzeStage(OperationBlockAnalysisContext context, CompilationState state, KnownTypes types, Known known)
    {
        if (
            context.OwningSymbol is IMethodSymbol method
            && state.PipelineOf(method) is not null
            && StageMethod.Find(method.PartialDefinitionPart ?? method, types) is not null
        )
        {
            AnalyzeTyped(context, method, types, known);
        }
    }

    /// <summary>
    /// Follows a column that is computed from others; with an engine, together with all that it calls. Helpers are shared, and so is what
    /// is known of them.
    /// </summary>
    private static void AnalyzeColumn(OperationBlockAnalysisContext context, FlowEngine? engine, KnownTypes types, Known known)
    {
        if (
            context.OwningSymbol is not IMethodSymbol { MethodKind: MethodKind.PropertyGet } getter
            || getter.ContainingType.FindAttribute(types.Row) is null
        )
        {
            return;
        }

        if (engine is null)
        {
            AnalyzeTyped(context, getter, types, known);
            return;
        }

        lock (engine)
        {
            Analyze(context, getter, engine, static _ => true);
        }
    }

    /// <summary>Keeps each body while the compiler has it at hand, for the end of the build.</summary>
    private static void Prepare(OperationBlockAnalysisContext context, FlowEngine engine, HelperFacts helpers)
    {
        helpers.Add(context.OwningSymbol, context.OperationBlocks);
        Keep(context, engine);
    }

    private static void Keep(OperationBlockAnalysisContext context, FlowEngine engine)
    {
        if (
            context.OperationBlocks.FirstOrDefault(static block =>
                block.Kind is OperationKind.Block or OperationKind.FieldInitializer or OperationKind.PropertyInitializer
            ) is
            { } body
        )
        {
            engine.Bodies.Keep(context.OwningSymbol, body);
        }
    }

    /// <summary>
    /// Follows a body while it is typed, and what it calls in its own file. An editor may ask for a body again, and gets the same answer
    /// again; who asks once is told once of a helper that several stages call.
    /// </summary>
    private static void AnalyzeTyped(OperationBlockAnalysisContext context, IMethodSymbol method, KnownTypes types, Known known)
    {
        var isAskedAgain = context.Options.Host() == AnalysisHost.Editor;
        var found = new Known();
        var engine = new FlowEngine(
            context.Compilation,
            types,
            FlowRules.All,
            new FlowReport(found) { IsTyped = true },
            context.OperationBlocks[0].Syntax.SyntaxTree
        );
        Analyze(context, method, engine, finding => known.TryAdd((finding.Rule.Id, finding.Location), true) || isAskedAgain);
    }

    private static void Analyze(
        OperationBlockAnalysisContext context,
        IMethodSymbol method,
        FlowEngine engine,
        Func<FlowFinding, bool> isNew
    )
    {
        engine.Cancellation = context.CancellationToken;
        foreach (var block in context.OperationBlocks.Where(static b => b.Kind == OperationKind.Block && FlowBodies.HasGraph(b)))
        {
            var body = engine.Bodies.Add(method, context.GetControlFlowGraph(block));
            engine.Run(body, FlowValue.None, [.. method.Parameters.Select(static _ => FlowValue.None)], new FlowState());
        }

        if (method.AssociatedSymbol is IPropertySymbol column)
        {
            LabelOfFeatures.Check(column, context.OperationBlocks, engine);
        }

        foreach (var rule in engine.Rules)
        {
            rule.Complete(engine.Report);
        }

        foreach (var found in engine.Report.Take().Where(isNew))
        {
            context.ReportDiagnostic(found.Report(found.Rule));
        }
    }

    private static void Analyze(CompilationAnalysisContext context, FlowEngine engine, HelperFacts helpers)
    {
        lock (engine)
        {
            // Only now is every body known: what was asked before would depend on the order in which the compiler took them.
            engine.Helpers = helpers;
            engine.Cancellation = context.CancellationToken;
            foreach (var pipeline in CompilationState.Of(context.Compilation).Pipelines.All(context.CancellationToken))
            {
                PipelineFlow.Run(pipeline, engine);
            }

            foreach (var found in engine.Report.Take())
            {
                context.ReportDiagnostic(found.Report(EndDescriptors[found.Rule.Id]));
            }
        }
    }

    private static DiagnosticDescriptor AtEnd(DiagnosticDescriptor rule) =>
        new(
            rule.Id,
            rule.Title,
            rule.MessageFormat,
            rule.Category,
            rule.DefaultSeverity,
            rule.IsEnabledByDefault,
            rule.Description,
            rule.HelpLinkUri,
            [.. rule.CustomTags, WellKnownDiagnosticTags.CompilationEnd]
        );
}
