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
    private protected override async Task<IEnumerable<Replacement>> OffersAsync(
        ExpressionSyntax node,
        Diagnostic diagnostic,
        Document document,
        CancellationToken cancellationToken
    )
    {
        var model = (await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false))!;
        return model.GetSymbolInfo(node, cancellationToken).Symbol is { ContainingType.SpecialType: SpecialType.System_String } search
            ? Search(node, search)
            : Sort(node);
    }

    /// <summary>A comparison or search that says that it is ordinal.</summary>
    private static IEnumerable<Replacement> Search(ExpressionSyntax node, ISymbol search)
    {
        const string title = "Use StringComparison.Ordinal";
        var culture = node.DescendantNodes()
            .OfType<MemberAccessExpressionSyntax>()
            .FirstOrDefault(static access => access.Name.Identifier.ValueText is "CurrentCulture" or "CurrentCultureIgnoreCase");
        if (culture is not null)
        {
            yield return new(
                title,
                culture.Name,
                () =>
                    SyntaxFactory
                        .IdentifierName(culture.Name.Identifier.ValueText.Replace("CurrentCulture", "Ordinal"))
                        .WithTriviaFrom(culture.Name)
            );
        }
        else if (
            node is InvocationExpressionSyntax call
            && search.Name is "IndexOf" or "LastIndexOf" or "StartsWith" or "EndsWith" or "Compare"
            && call.ArgumentList.Arguments.Count < 3
        )
        {
            var ordinal = SyntaxFactory
                .Argument(SyntaxFactory.ParseExpression("StringComparison.Ordinal"))
                .WithLeadingTrivia(SyntaxFactory.Space);
            yield return new(title, call, () => call.WithArgumentList(call.ArgumentList.AddArguments(ordinal)));
        }
    }

    private static IEnumerable<Replacement> Sort(ExpressionSyntax node)
    {
        if (node is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "CurrentCulture" or "CurrentCultureIgnoreCase" } comparer)
        {
            yield return new(
                "Use StringComparer.Ordinal",
                comparer.Name,
                () =>
                    SyntaxFactory
                        .IdentifierName(comparer.Name.Identifier.ValueText.Replace("CurrentCulture", "Ordinal"))
                        .WithTriviaFrom(comparer.Name)
            );
            yield break;
        }

        // The greatest of what a function makes takes no comparer: what it makes is selected first.
        if (
            node
                is InvocationExpressionSyntax
                {
                    ArgumentList.Arguments: [var function],
                    Expression: MemberAccessExpressionSyntax access
                } greatest
            && access.Name.Identifier.ValueText is "Min" or "Max"
        )
        {
            yield return new("Use StringComparer.Ordinal", greatest, () => SelectFirst(greatest, access, function));
            yield break;
        }

        var list = node switch
        {
            InvocationExpressionSyntax call => call.ArgumentList,
            BaseObjectCreationExpressionSyntax creation => creation.ArgumentList ?? SyntaxFactory.ArgumentList(),
            _ => null,
        };
        if (list is not null)
        {
            yield return new(
                "Use StringComparer.Ordinal",
                node,
                () => WithArguments(node, list.AddArguments(Ordinal(isFirst: list.Arguments.Count == 0)))
            );
        }
    }

    private static InvocationExpressionSyntax SelectFirst(
        InvocationExpressionSyntax call,
        MemberAccessExpressionSyntax access,
        ArgumentSyntax function
    )
    {
        var selected = SyntaxFactory.InvocationExpression(
            access.WithName(SyntaxFactory.IdentifierName("Select")),
            SyntaxFactory.ArgumentList([function])
        );
        return SyntaxFactory
            .InvocationExpression(
                SyntaxFactory.MemberAccessExpression(SyntaxKind.SimpleMemberAccessExpression, selected, access.Name),
                SyntaxFactory.ArgumentList([Ordinal(isFirst: true)])
            )
            .WithTriviaFrom(call);
    }

    private static ArgumentSyntax Ordinal(bool isFirst)
    {
        var argument = SyntaxFactory.Argument(SyntaxFactory.ParseExpression("StringComparer.Ordinal"));
        return isFirst ? argument : argument.WithLeadingTrivia(SyntaxFactory.Space);
    }

    private static ExpressionSyntax WithArguments(ExpressionSyntax node, ArgumentListSyntax list) =>
        node switch
        {
            InvocationExpressionSyntax call => call.WithArgumentList(list),
            ObjectCreationExpressionSyntax { ArgumentList: null } creation => creation
                .WithType(creation.Type.WithoutTrailingTrivia())
                .WithArgumentList(list.WithTrailingTrivia(creation.Type.GetTrailingTrivia())),
            BaseObjectCreationExpressionSyntax creation => creation.WithArgumentList(list),
            _ => node,
        };
}
