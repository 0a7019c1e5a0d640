using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Mlops.Dsl.Analyzers.Calls;
using Mlops.Dsl.Analyzers.Graph;
using Mlops.Dsl.Analyzers.Infrastructure;
using Mlops.Dsl.Generators.Problems;
using Mlops.Dsl.Generators.Watching;

namespace Mlops.Dsl.Analyzers.Watching;

/// <summary>
/// Reads how a pipeline is connected to services, publications and other pipelines as the generator does, and reports what does not fit:
/// both follow one reader.
/// </summary>
internal sealed class WatchingDeclarations : PipelineRule
{
    public static readonly DiagnosticDescriptor PackageMissing = new(
        "MLP8019",
        "Schedules and effects need a package",
        "'{0}' has {1}, which the package Mlops.Dsl.Watching {2}; add a reference to it",
        RuleCategory.Operation,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "Without the package Mlops.Dsl.Watching a program keeps no schedule and delivers no notice: they stay in the "
            + "store's outbox.",
        helpLinkUri: RuleHelp.Link("MLP8019")
    );

    public override ImmutableArray<DiagnosticDescriptor> Descriptors =>
        [.. WatchingRules.ByKind.Values.Append(PackageMissing).OrderBy(static rule => rule.Id, StringComparer.Ordinal)];

    public override void Check(PipelineContext context)
    {
        if (CompilationState.Of(context.Compilation).Pipelines.Find(context.Pipeline, context.CancellationToken) is not { } pipeline)
        {
            return;
        }

        var reader = new WatchReader(context.Pipeline, pipeline.Members, context.Compilation, new Sink(context)).Read();
        if (reader.PackageProblem is var (place, name) && IsProgram(context.Compilation))
        {
            var isSchedule = place.AttributeClass?.Name == "ScheduleAttribute";
            context.Report(
                PackageMissing,
                place.Location(context.CancellationToken),
                name,
                isSchedule ? "a schedule" : "effects",
                isSchedule ? "keeps" : "delivers"
            );
        }
    }

    /// <summary>A library of pipelines may leave the package to the program that runs them.</summary>
    private static bool IsProgram(Compilation compilation) =>
        compilation.Options.OutputKind != OutputKind.DynamicallyLinkedLibrary
        || compilation.GetSymbolsWithName("Main", SymbolFilter.Member).Any(static member => member is IMethodSymbol { IsStatic: true });

    private sealed class Sink(PipelineContext context) : IProblemSink
    {
        public void Report(ProblemKind kind, Location? location, params string[] arguments)
        {
            if (WatchingRules.ByKind.TryGetValue(kind, out var rule) && !context.HasReported(location))
            {
                context.Report(rule, location, RuleProperties.Of(RuleProperties.Replacement, TypeOf(kind, arguments)), [.. arguments]);
            }
        }

        /// <summary>The type that a source is to be declared with; null where that would not mend it.</summary>
        private static string? TypeOf(ProblemKind kind, string[] arguments) =>
            kind is ProblemKind.ServedDoesNotFit or ProblemKind.PublishedDoesNotFit && arguments is [_, _, var type] ? type : null;
    }
}
