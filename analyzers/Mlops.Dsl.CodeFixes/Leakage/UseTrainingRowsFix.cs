using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Mlops.Dsl.Analyzers.Leakage;
using Mlops.Dsl.Analyzers.Vocabulary;
using Mlops.Dsl.CodeFixes.Infrastructure;

namespace Mlops.Dsl.CodeFixes.Leakage;

/// <summary>
/// Fits to the training rows alone: leaves out the rows that were added to them, or takes the training set where another one stands.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class UseTrainingRowsFix() : CodeFix<ExpressionSyntax>("MLP2003", "MLP2004")
{
    private protected override async Task<IEnumerable<Edit>> EditsAsync(
        ExpressionSyntax node,
        Diagnostic diagnostic,
        Document document,
        CancellationToken cancellationToken
    )
    {
        var model = (await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false))!;
        var wrong = new WrongRows(model, diagnostic.Id == "MLP2004" ? ["Validated"] : ["TestSet", "ValidationSet"]);
        node = Computed(node, wrong, model);
        var root = (await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false))!;
        var less =
            AddedRows.Without(node, wrong.Includes) is { } rest ? root.ReplaceNode(node, rest)
            : AddedRows.Adding(node, wrong.Includes, wrong.IsTraining, model) is { Count: > 0 } adding
                ? root.RemoveNodes(adding, SyntaxRemoveOptions.KeepNoTrivia)
            : null;
        var (title, changed) = less is not null
            ? ("Leave out all but the training rows", less)
            : (
                "Use the training set",
                WithTrainingSet(node, wrong) is { } train ? root.ReplaceNode(node, train.WithTriviaFrom(node)) : null
            );
        if (changed is null)
        {
            return [];
        }

        var after = document.WithSyntaxRoot(changed);
        return await EditCheck.CompilesAsync(model, after, cancellationToken).ConfigureAwait(false)
            ? [Edit.Made(title, after.Project.Solution)]
            : [];
    }

    /// <summary>What a variable is set to that an expression names, where the expression itself names no wrong rows.</summary>
    private static ExpressionSyntax Computed(ExpressionSyntax node, WrongRows wrong, SemanticModel model) =>
        !wrong.Includes(node)
        && node is IdentifierNameSyntax
        && model.GetSymbolInfo(node).Symbol is ILocalSymbol { DeclaringSyntaxReferences: [var declared] }
        && declared.GetSyntax() is VariableDeclaratorSyntax { Initializer.Value: { } value }
        && wrong.Includes(value)
            ? value
            : node;

    /// <summary>
    /// The expression with the training set in place of the others; null unless there is exactly one training set at hand, and where its
    /// rows would be given twice.
    /// </summary>
    private static ExpressionSyntax? WithTrainingSet(ExpressionSyntax node, WrongRows wrong)
    {
        var uses = wrong.In(node).ToList();
        return uses.Count > 0 && wrong.TrainingSet(node, uses) is { } train && !wrong.GivesTwice(uses)
            ? node.ReplaceNodes(uses, (old, _) => SyntaxFactory.IdentifierName(train).WithTriviaFrom(old))
            : null;
    }

    /// <summary>Finds names of sets that do not belong into fitting.</summary>
    private sealed class WrongRows(SemanticModel model, string[] sets)
    {
        public bool Includes(SyntaxNode node) => In(node).Any();

        public IEnumerable<IdentifierNameSyntax> In(SyntaxNode node) =>
            node.DescendantNodesAndSelf()
                .OfType<IdentifierNameSyntax>()
                .Where(name => model.GetSymbolInfo(name).Symbol is ILocalSymbol or IParameterSymbol && IsWrong(name));

        /// <summary>The only parameter in scope that is the training set of the same rows.</summary>
        public string? TrainingSet(SyntaxNode place, List<IdentifierNameSyntax> uses)
        {
            var rows = uses.Select(use => ((INamedTypeSymbol)model.GetTypeInfo(use).Type!).TypeArguments[0]).ToList();
            var known = model
                .LookupSymbols(place.SpanStart)
                .OfType<IParameterSymbol>()
                .Where(parameter =>
                    parameter.Type.IsDataset("TrainSet")
                    && rows.TrueForAll(row =>
                        SymbolEqualityComparer.Default.Equals(row, ((INamedTypeSymbol)parameter.Type).TypeArguments[0])
                    )
                )
                .ToList();
            return known.Count == 1 ? known[0].Name : null;
        }

        /// <summary>Whether one call would be given rows of the training set twice.</summary>
        public bool GivesTwice(IEnumerable<IdentifierNameSyntax> uses) =>
            uses.Any(use =>
                use.Ancestors()
                    .TakeWhile(static ancestor => ancestor is not StatementSyntax)
                    .OfType<ArgumentSyntax>()
                    .Any(argument => IsRows(argument.Expression) && Siblings(argument).Any(IsTrainingSet))
            );

        /// <summary>What else a call is given, and what it is called on.</summary>
        private static IEnumerable<ExpressionSyntax> Siblings(ArgumentSyntax argument)
        {
            IEnumerable<ExpressionSyntax> others = argument.Parent is BaseArgumentListSyntax list
                ? list.Arguments.Where(other => other != argument).Select(static other => other.Expression)
                : [];
            return
                argument.Parent?.Parent
                    is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: var receiver } }
                ? others.Append(receiver)
                : others;
        }

        private bool IsTrainingSet(ExpressionSyntax expression) => IsRows(expression) && IsTraining(expression);

        public bool IsTraining(SyntaxNode node) =>
            node.DescendantNodesAndSelf()
                .OfType<IdentifierNameSyntax>()
                .Any(name => model.GetTypeInfo(name).Type is { } type && type.IsDataset("TrainSet"));

        private bool IsRows(ExpressionSyntax node) =>
            model.GetTypeInfo(node) is var types && (types.Type ?? types.ConvertedType) is { } type && RowTypes.RowOf(type) is not null;

        private bool IsWrong(IdentifierNameSyntax name) => model.GetTypeInfo(name).Type is { } type && sets.Any(set => type.IsDataset(set));
    }
}
