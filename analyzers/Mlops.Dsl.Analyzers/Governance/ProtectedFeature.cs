using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Mlops.Dsl.Analyzers.Infrastructure;
using Mlops.Dsl.Analyzers.Rows;
using Mlops.Dsl.Analyzers.Vocabulary;

namespace Mlops.Dsl.Analyzers.Governance;

/// <summary>A decision must not depend on a protected attribute.</summary>
internal sealed class ProtectedFeature : RowRule
{
    public static readonly DiagnosticDescriptor Descriptor = new(
        "MLP5007",
        "Protected column is a feature",
        "Column '{0}' is protected and a feature: what the model decides would depend on it; remove [Feature], and keep the column to "
            + "measure fairness",
        RuleCategory.Governance,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "A column marked [Protected], such as gender or age, must not be what a model decides by. Keep it beside the "
            + "features, to measure whether the model treats groups alike.",
        helpLinkUri: RuleHelp.Link("MLP5007")
    );

    public override ImmutableArray<DiagnosticDescriptor> Descriptors => [Descriptor];

    public override void Check(RowContext context)
    {
        foreach (var column in context.Row.GetMembers().OfType<IPropertySymbol>().Where(static column => column.IsProtected()))
        {
            if (column.Attribute("Feature") is { } feature)
            {
                context.Report(Descriptor, feature.Location(context.CancellationToken), column.Name);
            }
        }
    }
}
