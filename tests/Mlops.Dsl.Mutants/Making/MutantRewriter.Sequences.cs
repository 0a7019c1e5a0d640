using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Mlops.Dsl.Mutants.Making;

internal sealed partial class MutantRewriter
{
    public override SyntaxNode? VisitArgumentList(ArgumentListSyntax node)
    {
        var visited = (ArgumentListSyntax)base.VisitArgumentList(node)!;
        var arguments = visited.Arguments.ToArray();
        for (var i = 0; i + 1 < node.Arguments.Count; i++)
        {
            var (one, other) = (node.Arguments[i], node.Arguments[i + 1]);
            if (
                !IsSymmetric(node)
                && AreExchangeable(one, other)
                && mutants.Add(MutantKind.Swapped, node.Parent!, Swapped(node, i)) is { } mutant
            )
            {
                arguments[i] = Exchanged(mutant, arguments[i], other);
                arguments[i + 1] = Exchanged(mutant, arguments[i + 1], one);
            }
        }

        return visited.WithArguments(SyntaxFactory.SeparatedList(arguments, visited.Arguments.GetSeparators()));
    }

    /// <summary>Whether a call is known to take its arguments in any order.</summary>
    private static bool IsSymmetric(ArgumentListSyntax list) =>
        list.Parent
            is InvocationExpressionSyntax
            {
                Expression: MemberAccessExpressionSyntax { Name.Identifier.Text: "Min" or "Max" or "Equals" or "SequenceEqual" }
            };

    private static string Swapped(ArgumentListSyntax list, int index)
    {
        var texts = list.Arguments.Select(static argument => argument.ToString()).ToList();
        (texts[index], texts[index + 1]) = (texts[index + 1], texts[index]);
        var whole = list.Parent!.ToString();
        var start = list.SpanStart - list.Parent.SpanStart;
        return string.Concat(whole.AsSpan(0, start), $"({string.Join(", ", texts)})", whole.AsSpan(start + list.Span.Length));
    }

    private static ArgumentSyntax Exchanged(int mutant, ArgumentSyntax visited, ArgumentSyntax other) =>
        visited.WithExpression(
            Parenthesized(
                    SyntaxFactory.ConditionalExpression(
                        MutantList.Is(mutant),
                        Spaced(Parenthesized(other.Expression)),
                        Spaced(Parenthesized(visited.Expression))
                    )
                )
                .WithAdditionalAnnotations(MutantList.Mark(mutant))
        );

    private bool AreExchangeable(ArgumentSyntax one, ArgumentSyntax other) =>
        one.NameColon is null
        && other.NameColon is null
        && one.RefKindKeyword.IsKind(SyntaxKind.None)
        && other.RefKindKeyword.IsKind(SyntaxKind.None)
        && !one.Expression.IsEquivalentTo(other.Expression)
        && !Declares(one.Expression)
        && !Declares(other.Expression)
        && model.GetTypeInfo(one.Expression).Type is { } type
        && type is not { SpecialType: SpecialType.System_Boolean }
        && SymbolEqualityComparer.Default.Equals(type, model.GetTypeInfo(other.Expression).Type);

    private static IEnumerable<(MutantKind Kind, string After)> ElementsOf(ExpressionSyntax original)
    {
        switch (original)
        {
            case CollectionExpressionSyntax collection:
                return Without(collection.Elements, static rest => $"[{rest}]");
            case BaseObjectCreationExpressionSyntax
            {
                Initializer: { RawKind: (int)SyntaxKind.ObjectInitializerExpression } initializer
            } creation:
                var head = original.ToString()[..(initializer.SpanStart - creation.SpanStart)];
                return Without(initializer.Expressions, rest => $"{head}{{ {rest} }}");
            case WithExpressionSyntax { Initializer: { } changes } with:
                return Without(changes.Expressions, rest => $"{with.Expression} with {{ {rest} }}");
            default:
                return [];
        }
    }

    private static IEnumerable<(MutantKind Kind, string After)> Without<T>(SeparatedSyntaxList<T> elements, Func<string, string> write)
        where T : SyntaxNode
    {
        for (var i = 0; i < elements.Count; i++)
        {
            var left = i;
            yield return (
                MutantKind.Element,
                write(string.Join(", ", elements.Where((_, index) => index != left).Select(static element => element.ToString())))
            );
        }
    }
}
