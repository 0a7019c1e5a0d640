using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Mlops.Dsl.CodeFixes.Infrastructure;

namespace Mlops.Dsl.CodeFixes.Reproducibility;

/// <summary>Takes UTC in place of the machine's time zone.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class UseUtcFix() : CodeFix<ExpressionSyntax>("MLP4011")
{
    private protected override async Task<IEnumerable<Replacement>> OffersAsync(ExpressionSyntax node, Diagnostic diagnostic, Document document, CancellationToken cancellationToken)
    {
        var model = (await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false))!;
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

    private static string? Utc(ISymbol? member) => (member?.ContainingType.Name, member?.Name) switch
    {
        ("TimeZoneInfo", "Local") => "Utc",
        ("DateTime" or "DateTimeOffset", "ToLocalTime") => "ToUniversalTime",
        ("DateTimeOffset", "LocalDateTime") => "UtcDateTime",
        _ => null,
    };
}
