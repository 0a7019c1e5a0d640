using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Mlops.Dsl.Analyzers.Calls;
using Mlops.Dsl.Analyzers.Infrastructure;
using Mlops.Dsl.Analyzers.Reach;

namespace Mlops.Dsl.Analyzers.Reproducibility;

/// <summary>The machine's zone decides what hour and day a moment is.</summary>
internal sealed class LocalTimeZone : ReachedOperationRule
{
    public static readonly DiagnosticDescriptor Descriptor = new(
        "MLP4011",
        "Result depends on the local time zone",
        "{0} uses the time zone of the machine with '{1}', so that hours and days shift on another one; keep times in UTC, or name the "
            + "zone in a parameter",
        RuleCategory.Reproducibility,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "A server in another zone, or a change to summer time, moves rows to other days: features such as the hour or the "
            + "weekday change with the machine that computes them.",
        helpLinkUri: RuleHelp.Link("MLP4011")
    );

    public override DiagnosticDescriptor Rule => Descriptor;

    public override ImmutableArray<string> Types =>
        ["System.TimeZoneInfo", "System.DateTime", "System.DateTimeOffset", "System.TimeProvider"];

    public override ImmutableArray<OperationKind> Operations => [OperationKind.Conversion];

    public override bool MayConcern(IOperation operation) => TimeKinds.IsMoment((IConversionOperation)operation);

    public override StageFilter Stages => StageFilter.All;

    public override bool Includes(ISymbol member) => IsZone(member) || TimeKinds.May(member);

    public override Fault? Check(ReachedOperation operation) =>
        operation.Member is { } member && IsZone(member) || TimeKinds.IsLocal(operation.Operation)
            ? ValueUses.UnlessHarmless(operation, operation.Fault(operation.Member is null ? "DateTimeOffset" : operation.MemberName))
            : null;

    private static bool IsZone(ISymbol member) =>
        (member.ContainingType.Name, member.Name)
            is
                ("TimeZoneInfo", "Local")
                or
                ("DateTime" or "DateTimeOffset", "ToLocalTime")
                or
                ("DateTimeOffset", "LocalDateTime")
                or
                ("TimeProvider", "LocalTimeZone");
}
