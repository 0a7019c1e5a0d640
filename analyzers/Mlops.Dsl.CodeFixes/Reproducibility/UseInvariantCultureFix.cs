using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Simplification;
using Mlops.Dsl.CodeFixes.Infrastructure;

namespace Mlops.Dsl.CodeFixes.Reproducibility;

/// <summary>Passes the invariant culture.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class UseInvariantCultureFix() : CodeFix<ExpressionSyntax>("MLP4008")
{
    private const string Title = "Use CultureInfo.InvariantCulture";

    private static ExpressionSyntax Culture =>
        SyntaxFactory
            .ParseExpression("global::System.Globalization.CultureInfo.InvariantCulture")
            .WithAdditionalAnnotations(Simplifier.Annotation);

    private protected override async Task<IEnumerable<Replacement>> OffersAsync(
        ExpressionSyntax node,
        Diagnostic diagnostic,
        Document document,
        CancellationToken cancellationToken
    )
    {
        var model = (await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false))!;
        return node switch
        {
            InterpolatedStringExpressionSyntax text => [new(Title, text, () => Create(text))],
            BinaryExpressionSyntax sum => Printed(sum, model, cancellationToken),
            AssignmentExpressionSyntax sum => [new(Title, sum.Right, () => Print(sum.Right))],
            BaseObjectCreationExpressionSyntax creation when Current(creation, model, cancellationToken) is { } current =>
            [
                new(Title, current, () => Culture.WithTriviaFrom(current)),
            ],
            InvocationExpressionSyntax call when Current(call, model, cancellationToken) is { } current =>
            [
                new(Title, current, () => Culture.WithTriviaFrom(current)),
            ],
            InvocationExpressionSyntax call
                when model.GetSymbolInfo(call, cancellationToken).Symbol is IMethodSymbol method
                    && Position(method, model.Compilation) is { } position =>
            [
                new(Title, call, () => call.WithArgumentList(Insert(call.ArgumentList, position))),
            ],
            MemberAccessExpressionSyntax group
                when model.GetSymbolInfo(group, cancellationToken).Symbol is IMethodSymbol { IsStatic: true, Parameters.Length: 1 } method
                    && Position(method, model.Compilation) == 1 => [new(Title, group, () => Lambda(group))],
            _ => [],
        };
    }

    /// <summary>The operand of a concatenation that is no text, as one.</summary>
    private static IEnumerable<Replacement> Printed(BinaryExpressionSyntax sum, SemanticModel model, CancellationToken cancellationToken) =>
        new[] { sum.Left, sum.Right }
            .Where(operand =>
                model.GetTypeInfo(operand, cancellationToken).Type
                    is {
                        SpecialType: not SpecialType.System_String,
                        IsValueType: true,
                        OriginalDefinition.SpecialType: not SpecialType.System_Nullable_T
                    }
            )
            .Take(1)
            .Select(operand => new Replacement(Title, operand, () => Print(operand)));

    private static InvocationExpressionSyntax Print(ExpressionSyntax value) =>
        SyntaxFactory
            .InvocationExpression(
                SyntaxFactory.MemberAccessExpression(
                    SyntaxKind.SimpleMemberAccessExpression,
                    SyntaxFactory.ParenthesizedExpression(value.WithoutTrivia()).WithAdditionalAnnotations(Simplifier.Annotation),
                    SyntaxFactory.IdentifierName(nameof(ToString))
                ),
                SyntaxFactory.ArgumentList([SyntaxFactory.Argument(Culture)])
            )
            .WithTriviaFrom(value);

    /// <summary>The machine's culture, or null for it, where a call names it.</summary>
    private static ExpressionSyntax? Current(ExpressionSyntax call, SemanticModel model, CancellationToken cancellationToken) =>
        (
            model.GetOperation(call, cancellationToken) switch
            {
                IInvocationOperation invocation => invocation.Arguments,
                IObjectCreationOperation creation => creation.Arguments,
                _ => [],
            }
        )
            .FirstOrDefault(static argument =>
                argument is { ArgumentKind: ArgumentKind.Explicit, Parameter.Type.Name: "IFormatProvider" or "CultureInfo" }
            )
            ?.Syntax
            is ArgumentSyntax argument
            ? argument.Expression
            : null;

    /// <summary>A method that was passed by its name, as a lambda that passes the culture on.</summary>
    private static SimpleLambdaExpressionSyntax Lambda(MemberAccessExpressionSyntax group) =>
        SyntaxFactory
            .SimpleLambdaExpression(
                SyntaxFactory.Parameter(SyntaxFactory.Identifier("text").WithTrailingTrivia(SyntaxFactory.Space)),
                SyntaxFactory.InvocationExpression(
                    group.WithoutTrivia(),
                    Insert(SyntaxFactory.ArgumentList([SyntaxFactory.Argument(SyntaxFactory.IdentifierName("text"))]), 1)
                )
            )
            .WithArrowToken(SyntaxFactory.Token(SyntaxKind.EqualsGreaterThanToken).WithTrailingTrivia(SyntaxFactory.Space))
            .WithTriviaFrom(group);

    private static InvocationExpressionSyntax Create(InterpolatedStringExpressionSyntax text) =>
        SyntaxFactory
            .InvocationExpression(
                SyntaxFactory.ParseExpression("string.Create"),
                Insert(SyntaxFactory.ArgumentList([SyntaxFactory.Argument(text.WithoutTrivia())]), 0)
            )
            .WithTriviaFrom(text);

    /// <summary>Where the overload that takes a culture takes it; null if there is none.</summary>
    private static int? Position(IMethodSymbol method, Compilation compilation)
    {
        var provider = compilation.GetTypeByMetadataName("System.IFormatProvider");
        foreach (
            var overload in method
                .ContainingType.GetMembers(method.Name)
                .OfType<IMethodSymbol>()
                .Where(m => m.IsStatic == method.IsStatic && m.Parameters.Length == method.Parameters.Length + 1)
        )
        {
            var position = overload
                .Parameters.Select(static p => p.Type)
                .ToList()
                .FindIndex(t => SymbolEqualityComparer.Default.Equals(t, provider) || t.Name == "CultureInfo");
            if (
                position >= 0
                && overload
                    .Parameters.RemoveAt(position)
                    .Zip(method.Parameters, static (a, b) => (a, b))
                    .All(static pair => SymbolEqualityComparer.Default.Equals(pair.a.Type, pair.b.Type))
            )
            {
                return position;
            }
        }

        return null;
    }

    private static ArgumentListSyntax Insert(ArgumentListSyntax list, int position)
    {
        var culture = SyntaxFactory.Argument(Culture);
        if (position > 0)
        {
            return list.WithArguments(list.Arguments.Insert(position, culture.WithLeadingTrivia(SyntaxFactory.Space)));
        }

        var moved =
            list.Arguments.Count == 0
                ? list.Arguments
                : list.Arguments.Replace(list.Arguments[0], list.Arguments[0].WithLeadingTrivia(SyntaxFactory.Space));
        return list.WithArguments(moved.Insert(0, culture));
    }
}
