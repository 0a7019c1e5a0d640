using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Mlops.Dsl.Analyzers.Calls;
using Mlops.Dsl.Analyzers.Infrastructure;

namespace Mlops.Dsl.Analyzers.Reproducibility;

/// <summary>A time that reaches an output: different in each run that computes, and stale in each that reuses.</summary>
internal sealed class ClockRead : ReachedOperationRule
{
    public static readonly DiagnosticDescriptor Descriptor = new(
        "MLP4001",
        "Stage reads the clock",
        "{0} reads the clock with '{1}', so that its output differs from run to run until the cache freezes it; make the time a parameter, or use the context's clock for what only logs and progress show",
        RuleCategory.Reproducibility,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "What a stage returns is kept for runs to come. A time that reaches it is a different output in each run that computes, and an old one in each run that reuses. Times that end in logs, metrics, progress and exceptions are not reported.",
        helpLinkUri: RuleHelp.Link("MLP4001"));

    public override DiagnosticDescriptor Rule => Descriptor;

    public override ImmutableArray<string> Types => ["System.DateTime", "System.DateTimeOffset", "System.Environment", "System.TimeProvider", "System.Diagnostics.Stopwatch"];

    public override StageFilter Stages => StageFilter.Cached;

    public override bool Includes(ISymbol member) => IsElapsed(member) || (member is IPropertySymbol { IsStatic: true } && (member.ContainingType.Name, member.Name) is
        ("DateTime", "Now" or "UtcNow" or "Today") or ("DateTimeOffset", "Now" or "UtcNow") or ("Environment", "TickCount" or "TickCount64") or ("TimeProvider", "System"));

    public override Fault? Check(ReachedOperation operation) =>
        operation.Member is { } member && IsElapsed(member)
            ? EndsLoop(operation.Operation) ? operation.Fault(operation.MemberName) : null
            : ValueUses.UnlessHarmless(operation, operation.Fault(operation.MemberName));

    private static bool IsElapsed(ISymbol member) => member is { ContainingType.Name: "Stopwatch", Name: "Elapsed" or "ElapsedMilliseconds" or "ElapsedTicks" or "GetElapsedTime" };

    /// <summary>Whether how long something took decides how many rounds a loop has: a budget of time, which a faster machine uses for more of them.</summary>
    private static bool EndsLoop(IOperation elapsed)
    {
        var (child, parent) = (elapsed, elapsed.Parent);
        while (parent is IBinaryOperation or IUnaryOperation or IConversionOperation or IPropertyReferenceOperation)
        {
            (child, parent) = (parent, parent.Parent);
        }

        return parent switch
        {
            IWhileLoopOperation loop => loop.Condition == child,
            IForLoopOperation loop => loop.Condition == child,
            IConditionalOperation choice => choice.Condition == child && Leaves(choice.WhenTrue) && IsInLoop(choice),
            _ => false,
        };
    }

    private static bool Leaves(IOperation branch) => branch is IBranchOperation { BranchKind: BranchKind.Break } or IReturnOperation or IBlockOperation { Operations: [.., IBranchOperation { BranchKind: BranchKind.Break } or IReturnOperation] };

    private static bool IsInLoop(IOperation choice)
    {
        var parent = choice.Parent;
        while (parent is not (null or ILoopOperation or IAnonymousFunctionOperation or ILocalFunctionOperation))
        {
            parent = parent.Parent;
        }

        return parent is ILoopOperation;
    }
}
