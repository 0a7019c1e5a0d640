using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Mlops.Dsl.Analyzers.Calls;
using Mlops.Dsl.Analyzers.Infrastructure;
using Mlops.Dsl.Analyzers.Reach;

namespace Mlops.Dsl.Analyzers.Reproducibility;

/// <summary>A time that reaches an output: different in each run that computes, and stale in each that reuses.</summary>
internal sealed class ClockRead : ReachedOperationRule
{
    public static readonly DiagnosticDescriptor Descriptor = new(
        "MLP4001",
        "Stage reads the clock",
        "{0} reads the clock with '{1}', so that its output differs from run to run until the cache freezes it; make the time a parameter, "
            + "or use the context's clock for what only logs and progress show",
        RuleCategory.Reproducibility,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "What a stage returns is kept for runs to come. A time that reaches it is a different output in each run that "
            + "computes, and an old one in each run that reuses. Times that end in logs, metrics, progress and exceptions are not "
            + "reported.",
        helpLinkUri: RuleHelp.Link("MLP4001")
    );

    public override DiagnosticDescriptor Rule => Descriptor;

    public override ImmutableArray<string> Types =>
        [
            "System.DateTime",
            "System.DateTimeOffset",
            "System.Environment",
            "System.TimeProvider",
            "System.Diagnostics.Stopwatch",
            "System.Threading.CancellationTokenSource",
            "Mlops.Dsl.StageContext",
        ];

    public override StageFilter Stages => StageFilter.Cached;

    public override bool Includes(ISymbol member) =>
        IsElapsed(member)
        || TimeBudget.Sets(member)
        || member is IPropertySymbol { ContainingType.Name: "StageContext", Name: "Clock" }
        || (
            member is IPropertySymbol { IsStatic: true }
            && (member.ContainingType.Name, member.Name)
                is
                    ("DateTime", "Now" or "UtcNow" or "Today")
                    or
                    ("DateTimeOffset", "Now" or "UtcNow")
                    or
                    ("Environment", "TickCount" or "TickCount64")
                    or
                    ("TimeProvider", "System")
        );

    public override Fault? Check(ReachedOperation operation) =>
        operation.Member switch
        {
            { } member when IsElapsed(member) => TimeBudget.EndsLoop(operation.Operation) ? operation.Fault(operation.MemberName) : null,
            { } member when TimeBudget.Sets(member) => TimeBudget.IsSpent(operation.Operation)
                ? operation.Fault(operation.MemberName)
                : null,
            _ => ValueUses.UnlessHarmless(operation, operation.Fault(operation.MemberName)),
        };

    private static bool IsElapsed(ISymbol member) =>
        member is { ContainingType.Name: "Stopwatch", Name: "Elapsed" or "ElapsedMilliseconds" or "ElapsedTicks" or "GetElapsedTime" };
}
