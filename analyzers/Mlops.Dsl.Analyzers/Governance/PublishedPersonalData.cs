using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Mlops.Dsl.Analyzers.Graph;
using Mlops.Dsl.Analyzers.Infrastructure;
using Mlops.Dsl.Analyzers.Vocabulary;
using Mlops.Dsl.Generators.Binding;
using Mlops.Dsl.Generators.Parsing;
using Mlops.Dsl.Generators.Symbols;

namespace Mlops.Dsl.Analyzers.Governance;

/// <summary>What is published is read by whoever can read the store.</summary>
internal sealed class PublishedPersonalData : GraphRule
{
    public static readonly DiagnosticDescriptor Descriptor = new(
        "MLP5012",
        "Publication holds personal data",
        "'{0}' publishes {1} of '{2}' as it is, which is personal data; hash, mask or drop it before, and publish a type without [Pii]",
        RuleCategory.Governance,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "The type of a publication, or a type in it, has columns marked [Pii], and nothing that it is made by transforms "
            + "personal data. Artifacts are not encrypted: whoever can read the store reads them.",
        helpLinkUri: RuleHelp.Link("MLP5012")
    );

    public override ImmutableArray<DiagnosticDescriptor> Descriptors => [Descriptor];

    public override void Check(GraphContext context)
    {
        foreach (var publication in context.Pipeline.Publications.Where(static p => p.Result is not null))
        {
            var columns = Columns.In(publication.Result!, Columns.IsPersonal).ToList();
            foreach (var stage in columns.Count == 0 ? [] : BoundPipeline.Ancestors(publication, Edges.Data).Prepend(publication))
            {
                var transformed = Transformed(stage, context.CancellationToken);
                columns.RemoveAll(column => transformed(column.Name));
            }

            if (columns.Count > 0)
            {
                var row = columns[0].ContainingType;
                var names = columns
                    .Where(column => SymbolEqualityComparer.Default.Equals(column.ContainingType, row))
                    .Select(static column => column.Name)
                    .Quoted();
                context.Report(Descriptor, publication.Location, publication.Name, names, row.Name);
            }
        }
    }

    /// <summary>
    /// The columns that a stage's code transforms: those that the copies set which call a declared transformation. Where it is called
    /// elsewhere, or the stage is one, its rows are not what they were, whatever their type says.
    /// </summary>
    private static Func<string, bool> Transformed(StageDeclaration stage, CancellationToken cancellationToken)
    {
        if (stage.Method.Find("Deidentifies") is not null)
        {
            return static _ => true;
        }

        var calls = (stage.Method.PartialImplementationPart ?? stage.Method)
            .DeclaringSyntaxReferences.SelectMany(reference => reference.GetSyntax(cancellationToken).DescendantTokens())
            .Where(static token => token.IsKind(SyntaxKind.IdentifierToken) && token.ValueText == "PersonalData")
            .Select(static token => token.Parent?.FirstAncestorOrSelf<WithExpressionSyntax>())
            .ToList();
        return calls.Contains(null)
            ? static _ => true
            : column =>
                calls.Exists(copy =>
                    copy!
                        .Initializer.Expressions.OfType<AssignmentExpressionSyntax>()
                        .Any(set => set.Left is IdentifierNameSyntax name && name.Identifier.ValueText == column)
                );
    }
}
