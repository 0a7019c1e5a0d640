using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Mlops.Dsl.Analyzers.Infrastructure;
using Mlops.Dsl.Analyzers.Vocabulary;

namespace Mlops.Dsl.Analyzers.Rows;

/// <summary>What tells a row from every other tells nothing about rows to come.</summary>
internal sealed class RowKeyRole : RowRule
{
    public static readonly DiagnosticDescriptor Descriptor = new(
        "MLP1085",
        "Row key is a feature or the label",
        "'{0}' is the key of the row, which tells it from every other, and is marked [{1}], too; remove one of the two",
        RuleCategory.Declaration,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "A column marked [RowKey] is neither a feature nor the label: a model that is given it learns rows by heart, and "
            + "there is nothing in it to predict.",
        helpLinkUri: RuleHelp.Link("MLP1085")
    );

    private static readonly ImmutableArray<string> Others = ["Feature", "Label"];

    public override ImmutableArray<DiagnosticDescriptor> Descriptors => [Descriptor];

    public override void Check(RowContext context)
    {
        foreach (var column in context.Columns)
        {
            if (column.Attribute("RowKey") is not null && Others.FirstOrDefault(name => column.Attribute(name) is not null) is { } other)
            {
                // A column of a base is shared by all who have it: each row type says for itself what it can't have.
                var location = context.IsOwn(column)
                    ? column.Attribute(other)!.Location(context.CancellationToken)
                    : context.Row.NameLocation();
                context.Report(Descriptor, location, column.Name, other);
            }
        }
    }
}
