using Microsoft.CodeAnalysis;
using Mlops.Dsl.Analyzers.Flow;
using Mlops.Dsl.Analyzers.Vocabulary;

namespace Mlops.Dsl.Analyzers.Governance;

/// <summary>
/// What a training learns of rows that it is given whole: by the functions that say what to learn of, and by its own code.
/// </summary>
internal static class LearnedOfRows
{
    // Functions that say in which order, of which rows, or with what words.
    private static readonly string[] Aside =
    [
        "order",
        "sort",
        "tie",
        "compar",
        "log",
        "progress",
        "report",
        "callback",
        "filter",
        "where",
        "predicate",
        "exclude",
        "include",
        "fold",
        "split",
    ];

    /// <summary>Reports what a call that fits learns.</summary>
    public static void Check(FlowCall call, FlowValue result, FlowReport report)
    {
        var isOwn =
            call.Method.Locations.Any(static location => location.IsInSource) && !call.Method.IsAbstract && !call.Method.ReturnsVoid;
        var (isPersonal, isProtected) = (false, false);
        foreach (var argument in call.Arguments)
        {
            if (argument is { Operation: { } operation, Value.HoldsFunctions: true } && !IsAside(argument.Parameter))
            {
                var (personal, @protected) = Read(call, argument.Value);
                isPersonal |=
                    personal && (!isOwn || result.Has(Mark.Pii)) && Report(SensitiveLearned.Personal, Mark.Pii, operation, call, report);
                isProtected |=
                    @protected
                    && (!isOwn || result.Has(Mark.Protected))
                    && Report(SensitiveLearned.Protected, Mark.Protected, operation, call, report);
            }
        }

        if (call.Instance is { HoldsFunctions: true } trainer && isOwn)
        {
            var (personal, @protected) = Read(call, trainer);
            isPersonal |= personal && result.Has(Mark.Pii) && Report(SensitiveLearned.Personal, Mark.Pii, call.Operation, call, report);
            isProtected |=
                @protected
                && result.Has(Mark.Protected)
                && Report(SensitiveLearned.Protected, Mark.Protected, call.Operation, call, report);
        }

        // What its arguments have was told of them; what its code reads of rows by itself was not.
        var type = call.Method.ReturnType;
        if (
            isOwn
            && !isPersonal
            && (call.All & (Mark.Pii | Mark.PersonalVector)) == Mark.None
            && !Numbers.Are(type)
            && (Containment.Escapes(result, type, Mark.Pii, Columns.IsPersonal) || Vectors.Escape(result, type))
        )
        {
            Report(SensitiveLearned.Personal, Mark.Pii, call.Operation, call, report);
        }

        if (
            isOwn
            && !isProtected
            && (call.All & Mark.Protected) == Mark.None
            && (GroupsKept.In(result, type) || (result.Has(Mark.ProtectedVector) && !Numbers.Are(type)))
        )
        {
            Report(SensitiveLearned.Protected, Mark.Protected, call.Operation, call, report);
        }
    }

    private static (bool Personal, bool Protected) Read(FlowCall call, FlowValue functions)
    {
        var (personal, @protected) = (false, false);
        foreach (var function in functions.FunctionsWithin)
        {
            var type = function.Symbol.ReturnType;
            if (function.Symbol is { ReturnsVoid: false, Parameters.Length: > 0 } && type.SpecialType != SpecialType.System_Boolean)
            {
                var read = call.Try(function);
                personal |= Containment.Escapes(read, type, Mark.Pii, Columns.IsPersonal);
                @protected |= Containment.Escapes(read, type, Mark.Protected, Columns.IsProtected);
            }
        }

        return (personal, @protected);
    }

    private static bool IsAside(IParameterSymbol parameter) =>
        SensitiveLearned.Balances(parameter)
        || Array.Exists(Aside, word => parameter.Name.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0);

    private static bool Report(DiagnosticDescriptor rule, Mark mark, IOperation operation, FlowCall call, FlowReport report)
    {
        report.Add(
            rule,
            operation,
            Sensitive.Describe(operation, mark),
            $"what '{call.Method.Name}' fits a model to{report.Path.Describe()}"
        );
        return true;
    }
}
