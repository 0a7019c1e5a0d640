using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Mlops.Dsl.CodeFixes.Infrastructure;

namespace Mlops.Dsl.CodeFixes;

/// <summary>Swaps the bounds of a validation attribute whose minimum is above its maximum.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class SwapBoundsFix() : CodeFix<AttributeSyntax>("MLP1064")
{
    private protected override async Task<IEnumerable<Replacement>> OffersAsync(
        AttributeSyntax node,
        Diagnostic diagnostic,
        Document document,
        CancellationToken cancellationToken
    )
    {
        var model = (await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false))!;
        return
            Bounds(node) is var (first, second)
            && IsAbove(model.GetConstantValue(first, cancellationToken).Value, model.GetConstantValue(second, cancellationToken).Value)
            ?
            [
                new(
                    "Swap the bounds",
                    node,
                    () => node.ReplaceNodes([first, second], (old, _) => (old == first ? second : first).WithTriviaFrom(old))
                ),
            ]
            : [];
    }

    /// <summary>The expressions of the minimum and the maximum.</summary>
    private static (ExpressionSyntax Minimum, ExpressionSyntax Maximum)? Bounds(AttributeSyntax attribute)
    {
        var arguments = attribute.ArgumentList?.Arguments ?? default;
        var minimum = arguments.FirstOrDefault(static argument =>
            argument.NameEquals?.Name.Identifier.ValueText == "MinimumLength"
            || argument.NameColon?.Name.Identifier.ValueText.StartsWith("minimum", StringComparison.Ordinal) == true
        );
        var maximum = arguments.FirstOrDefault(static argument =>
            argument.NameColon?.Name.Identifier.ValueText.StartsWith("maximum", StringComparison.Ordinal) == true
        );
        var unnamed = arguments
            .Where(static argument => argument.NameEquals is null && argument.NameColon is null)
            .Where(static argument => argument.Expression is not TypeOfExpressionSyntax)
            .ToList();
        return (minimum, maximum, unnamed) switch
        {
            ({ } low, { } high, []) => (low.Expression, high.Expression),
            ({ NameEquals: not null } low, null, [var high]) => (low.Expression, high.Expression),
            (null, null, [var low, var high]) => (low.Expression, high.Expression),
            _ => null,
        };
    }

    /// <summary>Equal bounds that exclude each other, and NaN, are no swapped ones.</summary>
    private static bool IsAbove(object? minimum, object? maximum) =>
        (minimum, maximum) switch
        {
            (string or null, _) or (_, string or null) => minimum is string && maximum is string && minimum != maximum,
            (IConvertible low, IConvertible high) => low.ToDouble(System.Globalization.CultureInfo.InvariantCulture)
                > high.ToDouble(System.Globalization.CultureInfo.InvariantCulture),
            _ => false,
        };
}
