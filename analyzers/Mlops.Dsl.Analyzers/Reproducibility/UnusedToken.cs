using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Mlops.Dsl.Analyzers.Calls;
using Mlops.Dsl.Analyzers.Infrastructure;
using Mlops.Dsl.Analyzers.Reach;

namespace Mlops.Dsl.Analyzers.Reproducibility;

/// <summary>Recognises calls that are told expressly that nothing will stop them, in a body that has a token at hand.</summary>
internal static class UnusedToken
{
    // What has to end whatever happens: it tidies up.
    private static readonly string[] Tidying =
    [
        "Dispose",
        "Rollback",
        "Release",
        "Unlock",
        "Delete",
        "Remove",
        "Stop",
        "Close",
        "Flush",
        "Complete",
        "Clean",
        "Abort",
        "Cancel",
        "Commit",
        "Undo",
        "Restore",
        "Unregister",
        "Disconnect",
    ];

    // Their token only keeps from beginning what was not begun yet.
    private static readonly string[] Starting = ["Run", "StartNew", "ContinueWith"];

    /// <summary>The fault of a call; null if it is none. A body that never uses its token is reported for that.</summary>
    public static Fault? In(ReachedOperation operation)
    {
        if (
            operation.Operation is not IInvocationOperation { TargetMethod: { } called } call
            || call.Arguments.FirstOrDefault(static argument => argument.ArgumentKind == ArgumentKind.Explicit && IsNone(argument))
                is not { } given
            || Array.Exists(Tidying, word => called.Name.StartsWith(word, StringComparison.Ordinal))
            || (
                called.ContainingType.ContainingNamespace is { Name: "Tasks", ContainingNamespace.Name: "Threading" }
                && Array.Exists(Starting, name => name == called.Name)
            )
            || IsAfterwards(call)
            || operation.Owner is not IMethodSymbol method
            || method.Parameters.FirstOrDefault(p => p.Type.Is(operation.Types.CancellationToken)) is not { } token
        )
        {
            return null;
        }

        var parameter = (method.PartialImplementationPart ?? method).Parameters[token.Ordinal];
        return call.Root()
            .Descendants()
            .Any(use => use is IParameterReferenceOperation reference && reference.Parameter.OriginalDefinition.Same(parameter))
            ? new Fault(given.Value.Syntax.GetLocation(), [$"gives '{called.Name}' no token, though it has '{token.Name}'"])
            {
                Properties = RuleProperties.Of(RuleProperties.Replacement, token.Name),
            }
            : null;
    }

    private static bool IsNone(IArgumentOperation argument) =>
        argument.Value.Unconverted()
            is IDefaultValueOperation { Type.Name: nameof(CancellationToken) }
                or IPropertyReferenceOperation { Property: { Name: "None", ContainingType.Name: nameof(CancellationToken) } }
        || (argument.Parameter?.Type.Name == nameof(CancellationToken) && argument.Value.Unconverted() is IDefaultValueOperation);

    /// <summary>Whether a call is there for when something went wrong, or the work is over.</summary>
    private static bool IsAfterwards(IOperation call)
    {
        for (var (child, parent) = (call, call.Parent); parent is not null; (child, parent) = (parent, parent.Parent))
        {
            if (parent is ICatchClauseOperation || (parent is ITryOperation attempt && attempt.Finally == child))
            {
                return true;
            }
        }

        return false;
    }
}
