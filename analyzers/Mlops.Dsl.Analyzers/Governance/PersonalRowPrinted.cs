using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Mlops.Dsl.Analyzers.Flow;
using Mlops.Dsl.Analyzers.Vocabulary;

namespace Mlops.Dsl.Analyzers.Governance;

/// <summary>Recognises calls that make text of whole rows, their personal columns in it.</summary>
internal static class PersonalRowPrinted
{
    /// <summary>
    /// Whether a call makes text of whole rows: <c>row.ToString()</c>, <c>string.Join(", ", rows)</c>,
    /// <c>JsonSerializer.Serialize(rows)</c>.
    /// </summary>
    public static bool By(FlowCall call)
    {
        var type = call.Method.ContainingType;
        var printsAll =
            (type is { SpecialType: SpecialType.System_String } && call.Method.Name is "Join" or "Concat" or "Format")
            || type is { Name: "JsonSerializer" or "JsonConvert" or "JsonContent" or "CsvWriter" };
        var leftOut = printsAll ? LeftOut.By(call) : null;
        return printsAll
            ? call.Arguments.Any(argument =>
                (argument.Value.Own & Mark.PersonalRow) != Mark.None
                || (
                    argument.Operation is { } value
                    && Texts
                        .Parts(value)
                        .Any(part =>
                            PersonalRow.AreIn(part.Type, leftOut is null ? null : leftOut.Has)
                            && !MaskedRow.Is(part.Type, ReferenceEquals(part, value) ? argument.Value : call.Evaluate(part), part)
                        )
                )
            )
            : call.Method.Name == "ToString"
                && (
                    call.Instance is { } value && (value.Own & Mark.PersonalRow) != Mark.None
                    || (
                        call.Operation is IInvocationOperation { Instance: { Type: { } instance } row }
                        && PersonalRow.IsTold(instance)
                        && !MaskedRow.Is(instance, call.Instance ?? FlowValue.None, row)
                    )
                );
    }
}
