using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Mlops.Dsl.Analyzers.Infrastructure;
using Mlops.Dsl.Generators.Codecs;
using Mlops.Dsl.Generators.Parsing;
using Mlops.Dsl.Generators.Rows;
using Mlops.Dsl.Generators.Symbols;

namespace Mlops.Dsl.Analyzers.Rows;

/// <summary>Rows are stored between stages, so that every column needs a codec.</summary>
internal sealed class RowWithoutCodec : RowRule
{
    public static readonly DiagnosticDescriptor Descriptor = new(
        "MLP1083",
        "Row type has no codec",
        "Row '{0}' cannot be stored because {1}; use a type that can, or give it an [ArtifactCodec]",
        RuleCategory.Declaration,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "Rows are encoded, hashed and stored between stages. Each column is of a type that a codec can be generated for, or "
            + "that names its own with [ArtifactCodec].",
        helpLinkUri: RuleHelp.Link("MLP1083")
    );

    public override ImmutableArray<DiagnosticDescriptor> Descriptors => [Descriptor];

    public override void Check(RowContext context)
    {
        if (
            RowTypeShape.CanBeExtended(context.Row)
            && !context.Row.GetMembers().OfType<IPropertySymbol>().Any(static property => property.Type.HasErrors())
            && new CodecPlanner(context.Compilation).FindRowProblem(context.Row) is { } problem
        )
        {
            var column = context
                .Row.GetMembers(problem.Path.Split('.')[0])
                .FirstOrDefault(static member => !member.IsImplicitlyDeclared || member is IPropertySymbol);
            context.Report(
                Descriptor,
                column?.Locations.FirstOrDefault() ?? context.Row.NameLocation(),
                context.Row.Name,
                problem.Explain(context.Row)
            );
        }
    }
}
