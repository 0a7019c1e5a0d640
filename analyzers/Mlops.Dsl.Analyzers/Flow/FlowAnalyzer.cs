using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Mlops.Dsl.Analyzers.Infrastructure;

namespace Mlops.Dsl.Analyzers.Flow;

/// <summary>
/// Runs the rules about where data get. A stage is followed while it is typed, with what the types of its parameters tell; the whole pipeline, where
/// each stage takes what the ones before it gave, at the end of a build.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class FlowAnalyzer : DiagnosticAnalyzer
{
    private static readonly ImmutableDictionary<string, DiagnosticDescriptor> EndDescriptors = FlowRules.All
        .SelectMany(static rule => rule.Descriptors).ToImmutableDictionary(static d => d.Id, AtEnd, StringComparer.Ordinal);

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
            if (KnownTypes.Find(start.Compilation) is { } types)
            {
                var engine = new FlowEngine(start.Compilation, types, FlowRules.All);
                var isBuild = IsBuild(start.Options.AnalyzerConfigOptionsProvider.GlobalOptions);
                start.RegisterSymbolStartAction(symbol => Register(symbol, engine, types, isBuild), SymbolKind.NamedType);
                start.RegisterCompilationEndAction(end => Analyze(end, engine));
            }
        });
    }

    /// <summary>Whether the compiler runs in a build, which runs all actions to the end, and in no editor.</summary>
    private static bool IsBuild(AnalyzerConfigOptions options) =>
        options.TryGetValue("build_property.DesignTimeBuild", out var isDesignTime) && !string.Equals(isDesignTime, "true", StringComparison.OrdinalIgnoreCase);

    private static void Register(SymbolStartAnalysisContext context, FlowEngine engine, KnownTypes types, bool isBuild)
    {
        if (context.Symbol.FindAttribute(types.Pipeline) is not null)
        {
            // At the end of a build each stage runs with what it is given: running it without knows nothing more.
            context.RegisterOperationBlockAction(block => Analyze(block, engine, method => StageMethod.Find(method.PartialDefinitionPart ?? method, types) is not null, !isBuild));
        }
        else if (context.Symbol.FindAttribute(types.Row) is not null)
        {
            context.RegisterOperationBlockAction(block => Analyze(block, engine, static method => method.MethodKind == MethodKind.PropertyGet, runs: true));
        }
    }

    private static void Analyze(OperationBlockAnalysisContext context, FlowEngine engine, Func<IMethodSymbol, bool> isWanted, bool runs)
    {
        if (context.OwningSymbol is not IMethodSymbol method || !isWanted(method))
        {
            return;
        }

        // Helpers are shared by all stages, and so is what is known of them.
        lock (engine)
        {
            engine.Cancellation = context.CancellationToken;
            foreach (var block in context.OperationBlocks.Where(static b => b.Kind == OperationKind.Block && FlowBodies.HasGraph(b)))
            {
                var body = engine.Bodies.Add(method, context.GetControlFlowGraph(block));
                if (runs)
                {
                    engine.Run(body, FlowValue.None, [.. method.Parameters.Select(static _ => FlowValue.None)], new FlowState());
                }
            }

            foreach (var found in engine.Report.Take())
            {
                context.ReportDiagnostic(found.Report(found.Rule));
            }
        }
    }

    private static void Analyze(CompilationAnalysisContext context, FlowEngine engine)
    {
        lock (engine)
        {
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

    private static DiagnosticDescriptor AtEnd(DiagnosticDescriptor rule) => new(
        rule.Id,
        rule.Title,
        rule.MessageFormat,
        rule.Category,
        rule.DefaultSeverity,
        rule.IsEnabledByDefault,
        rule.Description,
        rule.HelpLinkUri,
        [.. rule.CustomTags, WellKnownDiagnosticTags.CompilationEnd]);
}
