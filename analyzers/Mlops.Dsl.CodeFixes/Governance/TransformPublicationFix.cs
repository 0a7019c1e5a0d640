using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Mlops.Dsl.Analyzers.Leakage;
using Mlops.Dsl.Analyzers.Vocabulary;
using Mlops.Dsl.CodeFixes.Infrastructure;

namespace Mlops.Dsl.CodeFixes.Governance;

/// <summary>
/// Masks the personal text, and drops the other personal values, of the records that a publication hands on. Whether a column could go
/// altogether, only a person knows.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class TransformPublicationFix() : CodeFix<MethodDeclarationSyntax>("MLP5012")
{
    private protected override async Task<IEnumerable<Edit>> EditsAsync(
        MethodDeclarationSyntax node,
        Diagnostic diagnostic,
        Document document,
        CancellationToken cancellationToken
    )
    {
        var model = (await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false))!;
        if (
            node.ExpressionBody?.Expression is not { } published
            || model.GetDeclaredSymbol(node, cancellationToken)?.ReturnType is not { } type
            || Transformed(published, type, model) is not { } transformed
        )
        {
            return [];
        }

        var root = (await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false))!;
        var changed = document.WithSyntaxRoot(
            root.ReplaceNode(published, SyntaxFactory.ParseExpression(transformed).WithTriviaFrom(published))
        );
        return await EditCheck.CompilesAsync(model, changed, cancellationToken).ConfigureAwait(false)
            ? [Edit.Made("Mask personal text and drop other personal values", changed.Project.Solution)]
            : [];
    }

    private static string? Transformed(ExpressionSyntax published, ITypeSymbol type, SemanticModel model) =>
        Personal(type) is { } own ? Changed($"{published.WithoutTrivia()}", own)
        : type.IsDataset("Raw") && Personal(((INamedTypeSymbol)type).TypeArguments[0]) is { } row
            ? $"new {type.ToMinimalDisplayString(model, published.SpanStart)}({Each(published, row)})"
        : type.IsDataset("Validated") && Personal(((INamedTypeSymbol)type).TypeArguments[0]) is { } valid
            ? $"new Raw<{((INamedTypeSymbol)type).TypeArguments[0].ToMinimalDisplayString(model, published.SpanStart)}>"
                + $"({Each(published, valid)}).Validate()"
        : type is IArrayTypeSymbol { Rank: 1 } array && Personal(array.ElementType) is { } element ? $"[.. {Each(published, element)}]"
        : type
            is INamedTypeSymbol
            {
                TypeArguments: [var item],
                Name: "List" or "IReadOnlyList" or "IReadOnlyCollection" or "IList" or "ICollection"
            }
        && Personal(item) is { } listed
            ? $"[.. {Each(published, listed)}]"
        : null;

    private static string Each(ExpressionSyntax published, List<IPropertySymbol> columns) =>
        $"{published.WithoutTrivia()}.Select(row => {Changed("row", columns)})";

    private static string Changed(string row, List<IPropertySymbol> columns) =>
        $"{row} with {{ {string.Join(", ", columns.Select(column => $"{column.Name} = {Value($"{row}.{column.Name}", column.Type)}"))} }}";

    private static string Value(string value, ITypeSymbol type) =>
        type.SpecialType == SpecialType.System_String ? $"PersonalData.Mask({value})" : $"PersonalData.Drop({value})";

    /// <summary>The personal columns of a record that has all of them itself; null for anything else.</summary>
    private static List<IPropertySymbol>? Personal(ITypeSymbol type) =>
        type is INamedTypeSymbol { IsRecord: true } record
        && record.GetMembers().OfType<IPropertySymbol>().Where(static column => column.IsPersonal()).ToList() is { Count: > 0 } columns
            ? columns
            : null;
}
