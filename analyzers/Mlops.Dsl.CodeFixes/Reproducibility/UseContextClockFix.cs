using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Mlops.Dsl.CodeFixes.Infrastructure;

namespace Mlops.Dsl.CodeFixes.Reproducibility;

/// <summary>Reads the time from the stage's context, where a unit test can set it.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class UseContextClockFix() : CodeFix<ExpressionSyntax>("MLP4001")
{
    private protected override async Task<IEnumerable<Replacement>> OffersAsync(ExpressionSyntax node, Diagnostic diagnostic, Document document, CancellationToken cancellationToken)
    {
        var model = (await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false))!;
        return model.GetSymbolInfo(node, cancellationToken).Symbol is IPropertySymbol member
            && Suffix(member) is { } suffix
            && StageContextParameter.Find(node, model, cancellationToken) is { } context
            ? [context.Replace("Use the context's clock", node, name => SyntaxFactory.ParseExpression($"{name}.Clock{suffix}").WithTriviaFrom(node))]
            : [];
    }

    private static string? Suffix(IPropertySymbol member) => (member.ContainingType.Name, member.Name) switch
    {
        ("DateTimeOffset", "UtcNow") => ".GetUtcNow()",
        ("DateTimeOffset", "Now") => ".GetLocalNow()",
        ("DateTime", "UtcNow") => ".GetUtcNow().UtcDateTime",
        ("DateTime", "Now") => ".GetLocalNow().DateTime",
        ("DateTime", "Today") => ".GetLocalNow().Date",
        ("TimeProvider", "System") => "",
        _ => null,
    };
}
