using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Mlops.Dsl.Analyzers.Infrastructure;
using Mlops.Dsl.Analyzers.Leakage;
using Mlops.Dsl.Generators.Columns;
using Mlops.Dsl.Generators.Rows;
using Mlops.Dsl.Generators.Symbols;

namespace Mlops.Dsl.Analyzers.Rows;

/// <summary>A prediction says which of its properties the model's outputs go to.</summary>
internal sealed class PredictionOutputs : RowRule
{
    public static readonly DiagnosticDescriptor Descriptor = new(
        "MLP1088",
        "Prediction does not say what it predicts",
        "'{0}' cannot be a prediction because {1}",
        RuleCategory.Declaration,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "A [Prediction] has a property marked [PredictedLabel], [Probability] or [Score], at most one of them "
            + "[PredictedLabel], and is nothing else.",
        helpLinkUri: RuleHelp.Link("MLP1088")
    );

    private static readonly ImmutableArray<string> Outputs = ["PredictedLabel", "Probability", "Score"];

    public override ImmutableArray<DiagnosticDescriptor> Descriptors => [Descriptor];

    public override void Check(RowContext context)
    {
        if (Problem(context.Row) is { } problem)
        {
            context.Report(Descriptor, context.Row.NameLocation(), context.Row.Name, problem);
        }
    }

    private static string? Problem(INamedTypeSymbol prediction)
    {
        if (RowKinds.FindSecond(prediction, RowKind.Prediction) is { } other)
        {
            return $"it is marked [{other}], too; declare a type for each";
        }

        var properties = prediction
            .SelfAndBases()
            .SelectMany(static type => type.GetMembers())
            .OfType<IPropertySymbol>()
            .Where(static property => !property.IsStatic)
            .ToList();
        var outputs = Outputs
            .SelectMany(output =>
                properties.Where(property => ColumnParser.Has(property, output)).Select(property => (Output: output, property.Name))
            )
            .ToList();
        var labels = outputs.Where(static found => found.Output == Outputs[0]).Select(static found => found.Name).ToList();
        return outputs.Count == 0 && properties.Exists(static property => property.DeclaredAccessibility == Accessibility.Public)
                ? "none of its properties is marked [PredictedLabel], [Probability] or [Score]; mark what the model's outputs are"
            : labels.Count > 1 ? $"{labels.Quoted()} are marked [PredictedLabel], and a model predicts one label; mark one of them"
            : outputs.GroupBy(static found => found.Name).FirstOrDefault(static group => group.Count() > 1) is { } several
                ? $"'{several.Key}' is marked {string.Join(" and ", several.Select(static found => $"[{found.Output}]"))}; it can be one "
                    + $"output only"
            : null;
    }
}
