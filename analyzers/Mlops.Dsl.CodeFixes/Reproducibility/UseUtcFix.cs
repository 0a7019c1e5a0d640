using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Simplification;
using Mlops.Dsl.CodeFixes.Infrastructure;

namespace Mlops.Dsl.CodeFixes.Reproducibility;

/// <summary>Takes UTC in place of the machine's time zone.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class UseUtcFix() : CodeFix<ExpressionSyntax>("MLP4011")
{
    private protected override async Task<IEnumerable<Replacement>> OffersAsync(
        ExpressionSyntax node,
        Diagnostic diagnostic,
        Document document,
        CancellationToken cancellationToken
    )
    {
        var model = (await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false))!;
        if (
            node is InvocationExpressionSyntax call
            && model.GetSymbolInfo(call, cancellationToken).Symbol
                is IMethodSymbol { ContainingType.SpecialType: SpecialType.System_DateTime } parse
            && parse.Name.Contains("Parse")
        )
        {
            return Adjusted(call, parse);
        }

        var name = node switch
        {
            MemberAccessExpressionSyntax access => access.Name,
            MemberBindingExpressionSyntax binding => binding.Name,
            InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } => access.Name,
            InvocationExpressionSyntax { Expression: MemberBindingExpressionSyntax binding } => binding.Name,
            _ => null,
        };
        return name is not null && Utc(model.GetSymbolInfo(node, cancellationToken).Symbol) is { } utc
            ? [new("Use UTC", name, () => SyntaxFactory.IdentifierName(utc).WithTriviaFrom(name))]
            : [];
    }

    /// <summary>A parse that turns what has a zone into UTC.</summary>
    private static IEnumerable<Replacement> Adjusted(InvocationExpressionSyntax call, IMethodSymbol parse)
    {
        var styles = SyntaxFactory
            .ParseExpression("global::System.Globalization.DateTimeStyles.AdjustToUniversal")
            .WithAdditionalAnnotations(Simplifier.Annotation);
        var arguments = call.ArgumentList.Arguments;
        var position = parse.Parameters.Select(static parameter => parameter.Type.Name).ToList().IndexOf("DateTimeStyles");
        if (arguments.Any(static argument => argument.NameColon is not null))
        {
            return [];
        }

        if (position >= 0 && position < arguments.Count)
        {
            var given = arguments[position].Expression;
            return
            [
                new(
                    "Turn it into UTC",
                    given,
                    () =>
                        SyntaxFactory.BinaryExpression(
                            SyntaxKind.BitwiseOrExpression,
                            given.WithTrailingTrivia(SyntaxFactory.Space),
                            styles.WithLeadingTrivia(SyntaxFactory.Space)
                        )
                ),
            ];
        }

        // The styles come before what is written.
        var place = parse.Parameters[parse.Parameters.Length - 1].RefKind == RefKind.Out ? arguments.Count - 1 : arguments.Count;
        return
        [
            new(
                "Turn it into UTC",
                call,
                () =>
                    call.WithArgumentList(
                        call.ArgumentList.WithArguments(
                            arguments.Insert(place, SyntaxFactory.Argument(styles).WithLeadingTrivia(SyntaxFactory.Space))
                        )
                    )
            ),
        ];
    }

    private static string? Utc(ISymbol? member) =>
        (member?.ContainingType.Name, member?.Name) switch
        {
            ("TimeZoneInfo", "Local") => "Utc",
            ("DateTime" or "DateTimeOffset", "ToLocalTime") => "ToUniversalTime",
            ("DateTimeOffset", "LocalDateTime") => "UtcDateTime",
            _ => null,
        };
}
