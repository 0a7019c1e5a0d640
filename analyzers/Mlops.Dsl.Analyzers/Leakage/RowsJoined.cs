using Microsoft.CodeAnalysis;
using Mlops.Dsl.Analyzers.Calls;
using Mlops.Dsl.Analyzers.Flow;
using Mlops.Dsl.Analyzers.Infrastructure;
using Mlops.Dsl.Analyzers.Vocabulary;

namespace Mlops.Dsl.Analyzers.Leakage;

/// <summary>
/// Recognises where rows to train on, or what is made of them one by one, are put together with those of another set:
/// <c>train.Concat(validation)</c>. What a list of errors or losses tells of both is no such thing.
/// </summary>
internal static class RowsJoined
{
    private const Mark HeldOut = Mark.Validation | Mark.Test;

    private static readonly HashSet<string> Joining = new(StringComparer.Ordinal)
    {
        "Concat",
        "Union",
        "UnionBy",
        "Append",
        "Prepend",
        "SelectMany",
    };

    private static readonly HashSet<string> Adding = new(StringComparer.Ordinal)
    {
        "Add",
        "AddRange",
        "Insert",
        "InsertRange",
        "Enqueue",
        "Push",
        "UnionWith",
        "TryAdd",
    };

    /// <summary>Whether the parts of a collection are such rows.</summary>
    public static bool Are(IEnumerable<FlowValue> parts)
    {
        var (train, held) = (false, false);
        foreach (var part in parts)
        {
            var isTrain = part.Has(Mark.Train);
            var isHeld = part.Has(HeldOut);
            train |= isTrain && !isHeld;
            held |= isHeld && !isTrain;
        }

        return train && held;
    }

    /// <summary>Whether a call gives them put together: a query does, or a helper that takes both and gives a sequence.</summary>
    public static bool AreIn(FlowCall call) =>
        IsOfBoth(call)
        && !call.Callee.IsFitting
        && !call.Callee.IsEvaluating
        && (
            Statistics.IsQuery(call.Method)
                ? Joining.Contains(call.Method.Name)
                : call.Method.Locations.Any(static location => location.IsInSource) && HoldsThings(call.Method.ReturnType)
        )
        && Are(call.Arguments.SelectMany(argument => argument.Parts(call)).Concat(call.Instance is { } on ? [on] : []));

    /// <summary>Whether a call puts the rows of one set beside those of another in the collection that it changes.</summary>
    public static bool AreAdded(FlowCall call) =>
        IsOfBoth(call)
        && Adding.Contains(call.Method.Name)
        && call.Instance is { } collection
        && call.Arguments is [.., { Operation.Type: { } type, Value: var added }]
        && (RowTypes.Hold(type) || WordList.IsText(type) || WordList.HoldsTexts(type))
        && Are([collection, added]);

    private static bool IsOfBoth(FlowCall call) =>
        (call.All & Mark.Train) != Mark.None && (call.All & HeldOut) != Mark.None && (call.All & Mark.Fitted) == Mark.None;

    /// <summary>Whether a type is a collection of something else than numbers.</summary>
    private static bool HoldsThings(ITypeSymbol type) =>
        type.SpecialType != SpecialType.System_String
        && type.AllInterfaces.Prepend(type as INamedTypeSymbol)
            .Any(static face => face?.SpecialType == SpecialType.System_Collections_IEnumerable)
        && ElementTypes.Of(type).All(static element => !Numbers.Are(element));
}
