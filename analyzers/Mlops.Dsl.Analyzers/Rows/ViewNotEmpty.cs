using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Mlops.Dsl.Analyzers.Infrastructure;
using Mlops.Dsl.Generators.Parsing;
using Mlops.Dsl.Generators.Rows;
using Mlops.Dsl.Generators.Symbols;

namespace Mlops.Dsl.Analyzers.Rows;

/// <summary>The generator writes all that is in a view.</summary>
internal sealed class ViewNotEmpty : RowRule
{
    public static readonly DiagnosticDescriptor Descriptor = new(
        "MLP1086",
        "Row view is not an empty record",
        "'{0}' cannot be a view of a row because {1}",
        RuleCategory.Declaration,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "A view is declared as an empty partial record: the generator gives it the columns of its row as parameters, their "
            + "schema and their codec.",
        helpLinkUri: RuleHelp.Link("MLP1086")
    );

    public override ImmutableArray<DiagnosticDescriptor> Descriptors => [Descriptor];

    public override void Check(RowContext context)
    {
        if (
            (LanguageSupport.Problem(context.Compilation) ?? RowShape.Problem(context.Row) ?? ViewShape.Problem(context.Row)) is { } problem
        )
        {
            context.Report(Descriptor, context.Row.NameLocation(), context.Row.Name, problem);
        }
    }
}
