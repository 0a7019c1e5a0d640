using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Mlops.Dsl.Analyzers.Reproducibility;

/// <summary>Recognises text that is put together piece by piece in the culture of the machine: by a <c>StringBuilder</c>, or by a writer into a file.</summary>
internal static class CulturalBuilding
{
    /// <summary>Whether a call adds the text of a number or date.</summary>
    public static bool IsCultural(IInvocationOperation call) =>
        Adds(call.TargetMethod) && !CulturalCalls.HasCulture(call) && call.Arguments.Any(CulturalCalls.HasCulturalValue) && IsKept(call);

    /// <summary>Whether an interpolated text is added, piece by piece, without a culture.</summary>
    public static bool IsCultural(IInterpolatedStringOperation text) =>
        text.Parent is IInterpolatedStringHandlerCreationOperation { Parent: IArgumentOperation { Parent: IInvocationOperation call } }
        && call.TargetMethod.ContainingType is { Name: "StringBuilder" }
        && !CulturalCalls.HasCulture(call)
        && text.Parts.OfType<IInterpolatedStringAppendOperation>().Any(static part => part.AppendCall is IInvocationOperation { Arguments: [{ Value.Type: { } type }, ..] } append
            && CulturalCalls.IsCultural(type) && !append.Arguments.Any(argument => CulturalCalls.IsFixedFormat(type, argument.Value)))
        && IsKept(call);

    // A writer to the console, or one that was given a culture, is of another type.
    private static bool Adds(IMethodSymbol method) => (method.ContainingType.Name, method.Name) is
        ("StringBuilder", "Append" or "AppendFormat" or "AppendJoin" or "Insert") or ("StreamWriter" or "TextWriter", "Write" or "WriteLine" or "WriteAsync" or "WriteLineAsync");

    private static bool IsKept(IInvocationOperation call)
    {
        IOperation? receiver = call;
        while (receiver is IInvocationOperation { Instance: var inner })
        {
            receiver = inner;
        }

        return receiver switch
        {
            ILocalReferenceOperation { Type.Name: "StringBuilder" } local => !ValueUses.AreHarmless(local),
            _ => receiver?.Type?.Name is "StringBuilder" or "StreamWriter",
        };
    }
}
