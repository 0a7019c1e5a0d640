using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Mlops.Dsl.Analyzers.Infrastructure;
using Mlops.Dsl.Analyzers.Rows;
using Mlops.Dsl.Generators.Columns;
using Mlops.Dsl.Generators.Rows;

namespace Mlops.Dsl.Analyzers.Leakage;

/// <summary>One column cannot be both what is known and what is asked.</summary>
internal sealed class FeatureIsLabel : RowRule
{
    public static readonly DiagnosticDescriptor Descriptor = new(
        "MLP2006",
        "Feature tells the label",
        "The feature '{0}' {1}, so that the model is told what it is to predict; remove its [Feature]",
        RuleCategory.Leakage,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "A column is a feature or the label. A feature whose getter reads the label is the label in another form.",
        helpLinkUri: RuleHelp.Link("MLP2006")
    );

    public override ImmutableArray<DiagnosticDescriptor> Descriptors => [Descriptor];

    public override void Check(RowContext context)
    {
        foreach (var column in context.Row.GetMembers().OfType<IPropertySymbol>())
        {
            if (ColumnParser.Has(column, "Feature") && ColumnParser.Has(column, "Label"))
            {
                context.Report(Descriptor, column.NameLocation(), column.Name, "is the label");
            }
        }
    }
}
