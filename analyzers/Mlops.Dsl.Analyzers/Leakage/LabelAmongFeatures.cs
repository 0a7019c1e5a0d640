using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Mlops.Dsl.Analyzers.Calls;
using Mlops.Dsl.Analyzers.Flow;
using Mlops.Dsl.Analyzers.Governance;
using Mlops.Dsl.Analyzers.Infrastructure;
using Mlops.Dsl.Analyzers.Vocabulary;
using Mlops.Dsl.Generators.Columns;
using Mlops.Dsl.Generators.Rows;

namespace Mlops.Dsl.Analyzers.Leakage;

/// <summary>A model that is told the label need not learn anything.</summary>
internal sealed class LabelAmongFeatures : FlowRule
{
    public static readonly DiagnosticDescriptor Descriptor = new(
        "MLP2005",
        "Label is among the features",
        "The label reaches {0}, but no model is told it when it has to predict; leave it out",
        RuleCategory.Leakage,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "The column marked [Label], or a value computed from the same row's label, is what the model is to tell. Among the "
            + "features it makes any evaluation perfect and the model worthless.",
        helpLinkUri: RuleHelp.Link("MLP2005")
    );

    private static readonly HashSet<string> Putting = new(StringComparer.Ordinal) { "Put", "Add", "Set", "Append", "With", "Push" };
    private static readonly HashSet<string> Holders = new(StringComparer.Ordinal)
    {
        "Bag",
        "Vector",
        "Vectors",
        "Map",
        "Set",
        "Row",
        "Rows",
        "Builder",
        "Matrix",
        "Dictionary",
        "List",
    };

    private static readonly HashSet<string> Targets = new(StringComparer.Ordinal)
    {
        "Label",
        "Labels",
        "Target",
        "Targets",
        "Outcome",
        "Answer",
        "Y",
    };

    public override ImmutableArray<DiagnosticDescriptor> Descriptors => [Descriptor];

    /// <summary>Encoding the label as a number or as another text does not hide it.</summary>
    public override Mark Told => Mark.Label;

    public override Mark Interest(ISymbol used) =>
        used switch
        {
            IMethodSymbol method => PredictionNames.Are(method)
            || Makes(method) is not null
            || IsStatistic(method)
            || IsPutAmongFeatures(method)
            || method.Parameters.Any(static parameter => Features.Are(parameter.Name))
                ? Mark.Label
            : LabelPrinted.MayBeBy(method) ? Mark.LabelledRow
            : Mark.None,
            IPropertySymbol column when ColumnParser.Has(column, "Label") => Mark.Asked,
            IPropertySymbol or IFieldSymbol => Features.Are(used.Name) ? Mark.Label : Mark.None,
            _ => Mark.None,
        };

    public override void Check(FlowCall call, FlowReport report)
    {
        if ((call.All & Mark.Label) == Mark.None)
        {
            return;
        }

        CheckVectors(call, report);
        if (Prediction.Question(call) is { } question && !PredictionNames.Are(call.Method))
        {
            Add(question.Operation ?? call.Operation, $"what '{call.Method.Name}' is asked with", report);
        }

        if (IsPutAmongFeatures(call.Method))
        {
            foreach (
                var argument in call.Arguments.Where(static a =>
                    !FittingNames.Words(a.Parameter.Name).Any(Targets.Contains)
                    && Features.Tell(a.Value, a.Operation?.Type ?? a.Parameter.Type, isInput: true)
                )
            )
            {
                report.Add(
                    Descriptor,
                    argument.Operation ?? call.Operation,
                    $"the features by '{call.Method.ContainingType.Name}.{call.Method.Name}'"
                );
            }

            return;
        }

        var predicts = PredictionNames.Are(call.Method);
        foreach (var argument in call.Arguments.Where(static a => a.Value.Has(Mark.Label)))
        {
            if (
                (predicts || (Features.Are(argument.Parameter.Name) && !IsMap(call.Method.ContainingType)))
                && Features.Tell(argument.Value, argument.Operation?.Type ?? argument.Parameter.Type, isInput: true)
            )
            {
                Add(
                    argument.Operation ?? call.Operation,
                    predicts ? $"the prediction '{call.Method.Name}'" : $"'{argument.Parameter.Name}' of '{Name(call.Method)}'",
                    report
                );
            }
        }
    }

    private static void Add(IOperation value, string features, FlowReport report)
    {
        var (node, way) = LabelPlace.Of(value, report);
        report.Add(Descriptor, node.GetLocation(), ImmutableDictionary<string, string?>.Empty, features + way);
    }

    /// <summary>A training that takes labels takes no others among the numbers that it learns to tell them by.</summary>
    private static void CheckVectors(FlowCall call, FlowReport report)
    {
        if (
            call.Callee.IsFitting
            && call.Arguments.Any(static a => a.Value.Has(Mark.Label) && !Features.AreVectors(a.Parameter.Type))
            && call.Arguments.FirstOrDefault(static a => a.Value.Has(Mark.Label) && Features.AreVectors(a.Parameter.Type)) is { } vectors
            && !Features.Are(vectors.Parameter.Name)
            && Prediction.IsMadeOneByOne(vectors.Operation)
        )
        {
            report.Add(Descriptor, vectors.Operation ?? call.Operation, $"'{vectors.Parameter.Name}' of '{Name(call.Method)}'");
        }
    }

    public override void CheckAsked(IPropertySymbol column, IOperation read, FlowReport report)
    {
        if (ColumnParser.Has(column, "Label") && report.Path.Leads(PredictionNames.Are))
        {
            report.Add(Descriptor, read, $"the prediction of the same row{report.Path.Describe()}");
        }
    }

    /// <summary>Whether a word of a name says that something is a label.</summary>
    public static bool IsTarget(string word) => Targets.Contains(word);

    public override void CheckAssignment(ISymbol target, IOperation value, FlowValue marks, FlowReport report)
    {
        // A local may be split into features and label afterwards; a member is what it is called.
        if (
            target is IPropertySymbol or IFieldSymbol
            && !IsMap(target.ContainingType)
            && marks.Has(Mark.Label)
            && Features.Are(target.Name)
            && Features.Tell(marks, value.Type, isInput: true)
        )
        {
            report.Add(Descriptor, value, $"'{target.Name}'");
        }
    }

    public override void CheckReturn(IMethodSymbol method, IOperation value, FlowValue marks, FlowReport report)
    {
        if (
            Makes(method) is { } features
            && marks.Has(Mark.Label)
            && !method.ReturnType.IsTupleType
            && Features.Tell(marks, value.Type, isInput: false)
        )
        {
            Add(value, features, report);
        }
    }

    /// <summary>
    /// What a statistic tells of a label is that of many rows. What was reported in a method is not reported again where it is called.
    /// </summary>
    public override FlowValue Result(FlowCall call, FlowValue result) =>
        LabelPrinted.By(call) ? result.With(Mark.Label)
        : result.Has(Mark.Label) && (Makes(call.Method) is not null || (IsStatistic(call.Method) && !OneRow.IsCounted(call)))
            ? result.Without(Mark.Label)
        : result;

    /// <summary>What a model is asked with is not reported again where its code hands it on.</summary>
    public override Mark Reported(FlowCall call) =>
        !PredictionNames.Are(call.Method) && Prediction.Question(call) is not null ? Mark.Label : Mark.None;

    public override Mark Settles(FlowCall call) => IsPutAmongFeatures(call.Method) ? Mark.Label : Mark.None;

    /// <summary>Whether a method puts something into what is called a bag, a vector or a builder of features.</summary>
    private static bool IsPutAmongFeatures(IMethodSymbol method) =>
        method is { IsStatic: false, ContainingType: { IsRecord: false } holder }
        && !IsMap(holder)
        && FittingNames.Words(method.Name) is [var verb, ..] words
        && Putting.Contains(verb)
        && !words.Any(Targets.Contains)
        && (
            FittingNames.Words(holder.Name) is [.., var last] && Features.IsWord(last)
            || FittingNames.Words(holder.Name) is [.., var first, var kind] && Features.IsWord(first) && Holders.Contains(kind)
        );

    /// <summary>The features of a map are its places.</summary>
    private static bool IsMap(INamedTypeSymbol? type) => type?.Name == "FeatureCollection";

    private static bool IsStatistic(IMethodSymbol method) =>
        method.ContainingType is { Name: "Enumerable" or "Queryable" }
        && method.Name is "Average" or "Sum" or "Min" or "Max" or "Count" or "Aggregate";

    private static string? Makes(IMethodSymbol method) =>
        method.MethodKind is MethodKind.Ordinary or MethodKind.LocalFunction
        && FittingNames.Words(method.Name) is var words
        && (words.Any(Features.IsWord) || Features.IsVectorOf(method))
        && !words.Any(Targets.Contains)
            ? $"what '{method.Name}' returns"
            : null;

    private static string Name(IMethodSymbol method) =>
        method.MethodKind == MethodKind.Constructor ? method.ContainingType.Name : method.Name;
}
