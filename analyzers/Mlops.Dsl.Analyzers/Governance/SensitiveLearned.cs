using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Mlops.Dsl.Analyzers.Calls;
using Mlops.Dsl.Analyzers.Flow;
using Mlops.Dsl.Analyzers.Infrastructure;
using Mlops.Dsl.Analyzers.Leakage;
using Mlops.Dsl.Analyzers.Vocabulary;

namespace Mlops.Dsl.Analyzers.Governance;

/// <summary>Personal and protected columns in what models learn from: what is fitted to, and other rows' features.</summary>
internal sealed class SensitiveLearned : FlowRule
{
    public static readonly DiagnosticDescriptor Personal = new(
        "MLP5002",
        "Personal data is learned",
        "{0} gets into {1}: the model would learn, and can give away, who a row is about; hash, mask or drop it before (PersonalData), or "
            + "make it coarser in a method with [Deidentifies]",
        RuleCategory.Governance,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "What comes from a column marked [Pii] must not get into a feature or a model without a declared transformation: "
            + "PersonalData.Hash, Mask or Drop, or a method with [Deidentifies]. Statistics over all rows are no personal data.",
        helpLinkUri: RuleHelp.Link("MLP5002")
    );

    public static readonly DiagnosticDescriptor Protected = new(
        "MLP5013",
        "Protected column is learned",
        "{0} gets into {1}: decisions would depend on it; leave it out, and keep the column to measure fairness",
        RuleCategory.Governance,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "What comes from a column marked [Protected] must not be a feature, nor what a model is fitted to. Weights and groups "
            + "that balance the training are no features: name their parameters so (weights, groups, strata).",
        helpLinkUri: RuleHelp.Link("MLP5013")
    );

    // A protected column is needed to treat groups alike.
    private static readonly string[] Balancing = ["weight", "group", "strat", "sensitive", "protected", "fair", "balance"];

    public override ImmutableArray<DiagnosticDescriptor> Descriptors => [Personal, Protected];

    /// <summary>A protected column that was encoded as a number is still one.</summary>
    public override Mark Told => Mark.Protected;

    public override void Check(FlowCall call, FlowReport report)
    {
        if ((call.All & (Mark.Pii | Mark.Protected | Mark.PersonalVector)) == Mark.None && !call.Callee.IsFitting)
        {
            return;
        }

        if (call.Method.MethodKind == MethodKind.Constructor)
        {
            foreach (var argument in call.Arguments)
            {
                if (argument.Operation is { } value && PropertyOf(call.Method, argument.Parameter) is { } column)
                {
                    CheckAssignment(column, value, argument.Value, report);
                }
            }
        }
        else if (call.Callee.IsFitting)
        {
            foreach (var argument in call.Arguments.Where(static a => a.Operation is { ConstantValue.HasValue: false }))
            {
                CheckFitted(call, argument, report);
            }
        }
    }

    /// <summary>What functions that a training is given read of a row, and what it keeps of the rows it is given.</summary>
    public override void CheckResult(FlowCall call, FlowValue result, FlowReport report)
    {
        if (call.Callee.IsFitting)
        {
            LearnedOfRows.Check(call, result, report);
        }
    }

    /// <summary>What was reported at the call is not reported again where its result gets to.</summary>
    public override FlowValue Result(FlowCall call, FlowValue result) =>
        call.Callee.IsFitting ? result.Without(Mark.Pii | Mark.Protected | Vectors.Marks) : result;

    /// <summary>
    /// What the code of a training has read of rows by itself stays in its object: that is told where the object is returned.
    /// </summary>
    public override Mark Settles(FlowCall call) =>
        !call.Callee.IsFitting ? Mark.None
        : call.Arguments.Any(static argument => argument.Value.HoldsFunctions) ? Mark.Pii | Mark.Protected
        : (call.All & (Mark.Pii | Mark.Protected)) | (call.Method.ReturnsVoid ? Mark.None : Vectors.Marks);

    public override void CheckAssignment(ISymbol target, IOperation value, FlowValue marks, FlowReport report)
    {
        if (
            !marks.Has(Mark.Pii | Mark.Protected | Mark.PersonalVector)
            || target is not IPropertySymbol column
            || column.Attribute("Feature") is null
        )
        {
            return;
        }

        if ((marks.Has(Mark.Pii) || Vectors.Escape(marks, column.Type)) && !column.IsPersonal())
        {
            report.Add(
                Personal,
                value.Syntax.GetLocation(),
                Sensitive.Properties(value),
                Sensitive.Describe(value, Mark.Pii),
                $"feature '{column.Name}' of a model{report.Path.Describe()}"
            );
        }

        if (marks.Has(Mark.Protected) && !column.IsProtected())
        {
            report.Add(
                Protected,
                value,
                Sensitive.Describe(value, Mark.Protected),
                $"feature '{column.Name}' of a model{report.Path.Describe()}"
            );
        }
    }

    /// <summary>A computed feature.</summary>
    public override void CheckReturn(IMethodSymbol method, IOperation value, FlowValue marks, FlowReport report)
    {
        if (method is { MethodKind: MethodKind.PropertyGet, AssociatedSymbol: { } property })
        {
            CheckAssignment(property, value, marks, report);
        }
    }

    private static void CheckFitted(FlowCall call, FlowArgument argument, FlowReport report)
    {
        var value = argument.Operation!;
        var type = value.Type ?? argument.Parameter.Type;
        if (Numbers.Are(type))
        {
            return;
        }

        if (Containment.Escapes(argument.Value, type, Mark.Pii, Columns.IsPersonal) || Vectors.Escape(argument.Value, type))
        {
            report.Add(
                Personal,
                value.Syntax.GetLocation(),
                Sensitive.Properties(value),
                Sensitive.Describe(value, Mark.Pii),
                $"what '{call.Method.Name}' fits a model to{report.Path.Describe()}"
            );
        }

        if (Containment.Escapes(argument.Value, type, Mark.Protected, Columns.IsProtected) && !Balances(argument.Parameter))
        {
            report.Add(
                Protected,
                value,
                Sensitive.Describe(value, Mark.Protected),
                $"what '{call.Method.Name}' fits a model to{report.Path.Describe()}"
            );
        }
    }

    /// <summary>Whether a parameter or a method, by its name, is there to treat groups alike.</summary>
    public static bool Balances(ISymbol symbol) =>
        Array.Exists(Balancing, word => symbol.Name.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0);

    private static IPropertySymbol? PropertyOf(IMethodSymbol constructor, IParameterSymbol parameter) =>
        constructor.ContainingType.IsRecord
            ? constructor.ContainingType.GetMembers(parameter.Name).OfType<IPropertySymbol>().FirstOrDefault()
            : null;
}
