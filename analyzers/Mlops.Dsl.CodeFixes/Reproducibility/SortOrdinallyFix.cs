using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Mlops.Dsl.CodeFixes.Infrastructure;

namespace Mlops.Dsl.CodeFixes.Reproducibility;

/// <summary>Sorts text by its characters' codes.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class SortOrdinallyFix() : CodeFix<ExpressionSyntax>("MLP4015")
{
    private protected override IEnumerable<Replacement> Offers(ExpressionSyntax node, Diagnostic diagnostic)
    {
        var list = node switch
        {
            InvocationExpressionSyntax call => call.ArgumentList,
            BaseObjectCreationExpressionSyntax creation => creation.ArgumentList ?? SyntaxFactory.ArgumentList(),
            _ => null,
        };
        if (list is not null)
        {
            yield return new("Use StringComparer.Ordinal", node, () => WithArguments(node, list.AddArguments(Ordinal(isFirst: list.Arguments.Count == 0))));
        }
    }

    private static ArgumentSyntax Ordinal(bool isFirst)
    {
        var argument = SyntaxFactory.Argument(SyntaxFactory.ParseExpression("StringComparer.Ordinal"));
        return isFirst ? argument : argument.WithLeadingTrivia(SyntaxFactory.Space);
    }

    private static ExpressionSyntax WithArguments(ExpressionSyntax node, ArgumentListSyntax list) => node switch
    {
        InvocationExpressionSyntax call => call.WithArgumentList(list),
        ObjectCreationExpressionSyntax { ArgumentList: null } creation => creation.WithType(creation.Type.WithoutTrailingTrivia()).WithArgumentList(list.WithTrailingTrivia(creation.Type.GetTrailingTrivia())),
        BaseObjectCreationExpressionSyntax creation => creation.WithArgumentList(list),
        _ => node,
    };
}
