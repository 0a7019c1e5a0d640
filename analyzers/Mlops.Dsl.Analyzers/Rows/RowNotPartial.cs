using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Mlops.Dsl.Analyzers.Infrastructure;

namespace Mlops.Dsl.Analyzers.Rows;

/// <summary>The generator adds the schema to the row type.</summary>
internal sealed class RowNotPartial : RowRule
{
    public static readonly DiagnosticDescriptor Descriptor = new(
        "MLP1081",
        "Row type is not partial",
        "'{0}' must be partial: the generator adds the schema and codec to {1}",
        RuleCategory.Declaration,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "A [Row] type, and every type that contains it, must be partial, because the generator adds its schema, codec and "
            + "validator.",
        helpLinkUri: RuleHelp.Link("MLP1081")
    );

    public override ImmutableArray<DiagnosticDescriptor> Descriptors => [Descriptor];

    public override void Check(RowContext context)
    {
        foreach (var type in PartialTypes.NotPartial(context.Row, context.CancellationToken))
        {
            var where = type.Is(context.Row) ? "it" : $"'{context.Row.Name}', which it contains";
            context.Report(Descriptor, type.NameLocation(), type.Name, where);
        }
    }
}
