using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Mlops.Dsl.Analyzers.Flow;
using Mlops.Dsl.Analyzers.Infrastructure;
using Mlops.Dsl.Analyzers.Vocabulary;

namespace Mlops.Dsl.Analyzers.Leakage;

/// <summary>Recognises calls that make text of rows, their label in it.</summary>
internal static class LabelPrinted
{
    /// <summary>Whether a method may make text of whole rows.</summary>
    public static bool MayBeBy(IMethodSymbol method) =>
        method.Name == "ToString"
        || (method.ContainingType is { SpecialType: SpecialType.System_String } && method.Name is "Join" or "Concat" or "Format")
        || (
            method.ContainingType is { Name: "JsonSerializer" or "JsonConvert" }
            && method.Name.StartsWith("Serialize", StringComparison.Ordinal)
        );

    /// <summary>Whether a call makes text of whole rows, the label in it.</summary>
    public static bool By(FlowCall call) =>
        MayBeBy(call.Method)
        && (
            call.Method.ContainingType.Name.StartsWith("Json", StringComparison.Ordinal)
                ? call.Arguments.Any(static argument => argument.Value.Has(Mark.LabelledRow) || IsSerialized(Plain(argument)))
            : call.Method.Name == "ToString"
                ? call.Instance?.Has(Mark.LabelledRow) == true
                    || (call.Operation is IInvocationOperation { Instance.Type: { } row } && LabelledRow.Prints(row))
            : call.Arguments.Any(static argument => argument.Value.Has(Mark.LabelledRow) || LabelledRow.Prints(Plain(argument)))
        );

    /// <summary>Whether a type, or what it holds, is a row whose label is not left out where it is serialized.</summary>
    private static bool IsSerialized(ITypeSymbol? type) =>
        LabelledRow.AreIn(type)
        && !ElementTypes
            .Of(type!)
            .Any(static row =>
                LabelledRow.Label(row) is { } label
                && row.GetMembers(label)
                    .Any(static column => column.GetAttributes().Any(static a => a.AttributeClass?.Name == "JsonIgnoreAttribute"))
            );

    private static ITypeSymbol? Plain(FlowArgument argument) => Texts.Unconverted(argument.Operation)?.Type;
}
