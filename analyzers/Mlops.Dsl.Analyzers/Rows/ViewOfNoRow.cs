using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Mlops.Dsl.Analyzers.Infrastructure;
using Mlops.Dsl.Generators.Columns;
using Mlops.Dsl.Generators.Parsing;
using Mlops.Dsl.Generators.Rows;
using Mlops.Dsl.Generators.Symbols;

namespace Mlops.Dsl.Analyzers.Rows;

/// <summary>A view shows the columns of a row type.</summary>
internal sealed class ViewOfNoRow : RowRule
{
    public static readonly DiagnosticDescriptor Descriptor = new(
        "MLP1087",
        "Row view has no row to show",
        "'{0}' has no columns, because '{1}' {2}",
        RuleCategory.Declaration,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "The type that [RowView] names is a [Row] with columns that the view can have.",
        helpLinkUri: RuleHelp.Link("MLP1087")
    );

    public override ImmutableArray<DiagnosticDescriptor> Descriptors => [Descriptor];

    public override void Check(RowContext context)
    {
        if (
            RowKinds.Of(context.Row) == RowKind.View
            && ViewPlan.Find(context.Row, context.Compilation, context.CancellationToken).Problem is { } problem
            && context.Row.Find("RowView") is { ConstructorArguments: [var row] } attribute
        )
        {
            context.Report(
                Descriptor,
                attribute.Location(context.CancellationToken),
                context.Row.Name,
                (row.Value as ITypeSymbol)?.Display() ?? "null",
                problem
            );
        }
    }
}
