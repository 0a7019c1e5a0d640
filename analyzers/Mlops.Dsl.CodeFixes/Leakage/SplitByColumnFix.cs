using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Mlops.Dsl.Analyzers.Infrastructure;
using Mlops.Dsl.CodeFixes.Infrastructure;

namespace Mlops.Dsl.CodeFixes.Leakage;

/// <summary>Splits rows by the column that tells their group or their time.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class SplitByColumnFix() : CodeFix<InvocationExpressionSyntax>("MLP2009")
{
    private protected override IEnumerable<Replacement> Offers(InvocationExpressionSyntax node, Diagnostic diagnostic)
    {
        if (
            node.Expression is MemberAccessExpressionSyntax access
            && diagnostic.Properties.TryGetValue(RuleProperties.Replacement, out var method)
            && method is not null
            && diagnostic.Properties.TryGetValue(RuleProperties.Candidates, out var column)
            && column is not null
            && !(method == "SplitByTime" && access.Name.Identifier.ValueText == "Folds")
        )
        {
            yield return new($"Use {method}", node, () => Replace(node, access, method, column));
        }
    }

    private static InvocationExpressionSyntax Replace(
        InvocationExpressionSyntax call,
        MemberAccessExpressionSyntax access,
        string method,
        string column
    )
    {
        // Strata are of no use to groups, and a seed none to times, of which none may be on two sides in any case.
        var isTime = method.EndsWith("ByTime", StringComparison.Ordinal);
        var kept = call
            .ArgumentList.Arguments.Where(a =>
                !IsLambda(a) && !(isTime && IsShared(a)) && !(method == "SplitByTime" && IsSeed(a, call.ArgumentList))
            )
            .ToList();
        var parameter = isTime ? "timeOf" : "groupBy";
        var selector = SyntaxFactory
            .Argument(SyntaxFactory.ParseExpression($"row => row.{column}"))
            .WithNameColon(
                SyntaxFactory.NameColon(
                    SyntaxFactory.IdentifierName(parameter),
                    SyntaxFactory.Token(SyntaxKind.ColonToken).WithTrailingTrivia(SyntaxFactory.Space)
                )
            );
        var at = kept.FindIndex(IsShared);
        kept.Insert(at < 0 ? kept.Count : at, selector);
        var commas = kept.Skip(1).Select(static _ => SyntaxFactory.Token(SyntaxKind.CommaToken).WithTrailingTrivia(SyntaxFactory.Space));
        return call.WithExpression(access.WithName(SyntaxFactory.IdentifierName(method)))
            .WithArgumentList(call.ArgumentList.WithArguments(SyntaxFactory.SeparatedList(kept, commas)));
    }

    private static bool IsLambda(ArgumentSyntax argument) =>
        argument.Expression is AnonymousFunctionExpressionSyntax || argument.NameColon?.Name.Identifier.ValueText == "stratifyBy";

    /// <summary>What becomes of shared rows, which comes after the selector.</summary>
    private static bool IsShared(ArgumentSyntax argument) =>
        argument.NameColon is { } name
            ? name.Name.Identifier.ValueText == "shared"
            : argument.Expression
                is MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: "SharedRows" } };

    /// <summary>The seed is named, or the last of the numbers.</summary>
    private static bool IsSeed(ArgumentSyntax argument, ArgumentListSyntax list) =>
        argument.NameColon is { } name
            ? name.Name.Identifier.ValueText == "seed"
            : !list.Arguments.Any(static a => a.NameColon?.Name.Identifier.ValueText == "seed")
                && argument == list.Arguments.LastOrDefault(static a => a.NameColon is null && !IsLambda(a));
}
