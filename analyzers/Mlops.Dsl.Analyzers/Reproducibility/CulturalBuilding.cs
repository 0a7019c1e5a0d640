using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Mlops.Dsl.Analyzers.Calls;
using Mlops.Dsl.Analyzers.Reach;

namespace Mlops.Dsl.Analyzers.Reproducibility;

/// <summary>
/// Recognises text that is put together piece by piece in the culture of the machine: by a <c>StringBuilder</c>, or by a writer into a
/// file.
/// </summary>
internal static class CulturalBuilding
{
    /// <summary>The fault of a call that adds the text of a number or date; null if it is none.</summary>
    public static Fault? Check(IInvocationOperation call, ReachedOperation operation, Fault fault) =>
        Adds(call.TargetMethod) && !CulturalCalls.HasCulture(call) && call.Arguments.Any(CulturalCalls.HasCulturalValue)
            ? IfKept(call, operation, fault)
            : null;

    /// <summary>The fault of an interpolated text that is added, piece by piece, without a culture; null if it is none.</summary>
    public static Fault? Check(IInterpolatedStringOperation text, ReachedOperation operation, Fault fault) =>
        text.Parent is IInterpolatedStringHandlerCreationOperation { Parent: IArgumentOperation { Parent: IInvocationOperation call } }
        && call.TargetMethod.ContainingType is { Name: "StringBuilder" }
        && !CulturalCalls.HasCulture(call)
        && text.Parts.OfType<IInterpolatedStringAppendOperation>()
            .Any(static part =>
                part.AppendCall is IInvocationOperation { Arguments: [{ Value.Type: { } type }, ..] } append
                && CulturalCalls.IsCultural(type)
                && !append.Arguments.Any(argument => CulturalCalls.IsFixedFormat(type, argument.Value))
            )
            ? IfKept(call, operation, fault)
            : null;

    /// <summary>
    /// Whether a method adds text to what is built. A writer to the console, or one that was given a culture, is of another type.
    /// </summary>
    public static bool Adds(IMethodSymbol method) =>
        (method.ContainingType.Name, method.Name)
            is
                ("StringBuilder", "Append" or "AppendFormat" or "AppendJoin" or "Insert")
                or
                ("StreamWriter" or "TextWriter", "Write" or "WriteLine" or "WriteAsync" or "WriteLineAsync");

    private static Fault? IfKept(IInvocationOperation call, ReachedOperation operation, Fault fault)
    {
        IOperation? receiver = call;
        while (receiver is IInvocationOperation { Instance: var inner })
        {
            receiver = inner;
        }

        return receiver switch
        {
            ILocalReferenceOperation { Type.Name: "StringBuilder" } local => ValueUses.UnlessHarmless(operation, fault, local),
            _ => receiver?.Type?.Name is "StringBuilder" or "StreamWriter" ? fault : null,
        };
    }
}
