using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Mlops.Dsl.Analyzers.Infrastructure;
using Mlops.Dsl.Analyzers.Leakage;
using Mlops.Dsl.Analyzers.Vocabulary;
using Mlops.Dsl.Generators.Parsing;
using Mlops.Dsl.Generators.Rows;
using Mlops.Dsl.Generators.Symbols;

namespace Mlops.Dsl.Analyzers.Rows;

/// <summary>Generated code reads every column and makes rows from them.</summary>
internal sealed class RowShape : RowRule
{
    public static readonly DiagnosticDescriptor Descriptor = new(
        "MLP1082",
        "Row type has a shape that cannot hold rows",
        "'{0}' cannot be a {1} because {2}",
        RuleCategory.Declaration,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "A row is a non-generic record, class or struct with public readable columns, which the generated codec can create.",
        helpLinkUri: RuleHelp.Link("MLP1082")
    );

    public override ImmutableArray<DiagnosticDescriptor> Descriptors => [Descriptor];

    public override void Check(RowContext context)
    {
        if (
            (
                LanguageSupport.Problem(context.Compilation)
                ?? Problem(context.Row)
                ?? (Columns(context.Row).Any() ? null : "it has no public property to be a column")
            ) is
            { } problem
        )
        {
            context.Report(
                Descriptor,
                context.Row.NameLocation(),
                context.Row.Name,
                RowKinds.Of(context.Row) == RowKind.Prediction ? "prediction" : "row",
                problem
            );
        }
    }

    /// <summary>Why the generator can't add to a type, as a clause; null if it can.</summary>
    public static string? Problem(INamedTypeSymbol row) =>
        row.IsStatic ? "it is static"
        : row.IsAbstract ? "it is abstract; make the concrete type the row"
        : row.IsRefLikeType ? "it is a ref struct, which cannot be stored"
        : row.SelfAndContainingTypes().FirstOrDefault(t => t.Arity > 0) is { } generic
            ? $"'{generic.Name}' is generic; a schema needs one type"
        : row.SelfAndContainingTypes().Any(t => t.IsFileLocal) ? "it is file-local, so that generated code cannot add to it"
        : row.SelfAndContainingTypes()
            .FirstOrDefault(t =>
                t.DeclaredAccessibility is Accessibility.Private or Accessibility.Protected or Accessibility.ProtectedAndInternal
            )
            is { } hidden
            ? $"'{hidden.Name}' is hidden from the generated codec; make it internal or public"
        : null;

    private static IEnumerable<IPropertySymbol> Columns(INamedTypeSymbol row) =>
        row.SelfAndBases()
            .SelectMany(static type => type.GetMembers())
            .OfType<IPropertySymbol>()
            .Where(static p =>
                p is { IsStatic: false, IsIndexer: false, DeclaredAccessibility: Accessibility.Public, GetMethod: not null }
            );
}
