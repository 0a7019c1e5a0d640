using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Mlops.Dsl.Analyzers.Infrastructure;
using Mlops.Dsl.Analyzers.Parameters;

namespace Mlops.Dsl.Analyzers.Rows;

/// <summary>A number is always there: what was missing in the data is a 0 that looks like one.</summary>
internal sealed class RequiredValueColumn : RowRule
{
    public static readonly DiagnosticDescriptor Descriptor = new(
        "MLP1084",
        "Required column is never missing",
        "[Required] on '{0}' checks nothing, because {1} is always there, if only as its default; make it {1}?, so that what is missing in "
            + "the data is missing in the row",
        RuleCategory.Declaration,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "A column of a value type has a value in every row: what the data lacked is 0, false or the first of January of the "
            + "year 1. A nullable column can be missing, and then [Required] says so.",
        helpLinkUri: RuleHelp.Link("MLP1084")
    );

    public override ImmutableArray<DiagnosticDescriptor> Descriptors => [Descriptor];

    public override void Check(RowContext context)
    {
        var parameters = context.Row.InstanceConstructors.Where(RowConstraint.IsPrimary).SelectMany(static c => c.Parameters);
        foreach (
            var (column, type) in context
                .Row.GetMembers()
                .OfType<IPropertySymbol>()
                .Select(static p => ((ISymbol)p, p.Type))
                .Concat(parameters.Select(static p => ((ISymbol)p, p.Type)))
        )
        {
            if (
                type is { IsValueType: true, OriginalDefinition.SpecialType: not SpecialType.System_Nullable_T }
                && column.GetAttributes().FirstOrDefault(static attribute => DataAnnotations.Name(attribute) == "Required") is { } required
            )
            {
                context.Report(Descriptor, required.Location(context.CancellationToken), column.Name, type.Display());
            }
        }
    }
}
