using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Mlops.Dsl.Analyzers.Infrastructure;
using Mlops.Dsl.Analyzers.Rows;
using Mlops.Dsl.Analyzers.Vocabulary;

namespace Mlops.Dsl.Analyzers.Governance;

/// <summary>A model remembers what it learns from.</summary>
internal sealed class PersonalFeature : RowRule
{
    public static readonly DiagnosticDescriptor Descriptor = new(
        "MLP5001",
        "Personal data is a feature",
        "Column '{0}' is personal data and a feature: the model would learn, and can give away, who a row is about; remove [Feature], or "
            + "make a feature of a hashed or coarser value",
        RuleCategory.Governance,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "A column marked [Pii] must not be a feature as it is. What may be one is a column that PersonalData.Hash or Mask, or "
            + "a method with [Deidentifies], has made of it.",
        helpLinkUri: RuleHelp.Link("MLP5001")
    );

    public override ImmutableArray<DiagnosticDescriptor> Descriptors => [Descriptor];

    public override void Check(RowContext context)
    {
        foreach (var column in context.Row.GetMembers().OfType<IPropertySymbol>().Where(static column => column.IsPersonal()))
        {
            if (column.Attribute("Feature") is { } feature)
            {
                context.Report(Descriptor, feature.Location(context.CancellationToken), column.Name);
            }
        }
    }
}
