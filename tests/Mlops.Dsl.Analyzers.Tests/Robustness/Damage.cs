using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Mlops.Dsl.Analyzers.Tests.Robustness;

/// <summary>A way in which a program that is being typed is broken at one of its tokens.</summary>
/// <param name="Name">What a person would say of the program.</param>
/// <param name="Apply">Breaks a text at a token of it.</param>
internal sealed record Damage(string Name, Func<string, SyntaxToken, string> Apply)
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<Damage> All { get; } =
    [
        new("cut off before", (text, token) => text[..token.SpanStart]),
        new("without", (text, token) => text.Remove(token.SpanStart, token.Span.Length)),
        new("with an identifier too many before", (text, token) => text.Insert(token.SpanStart, "x ")),
        new(
            "with half of",
            (text, token) => text.Remove(token.SpanStart + (token.Span.Length / 2), token.Span.Length - (token.Span.Length / 2))
        ),
    ];

    /// <summary>The tokens of a text.</summary>
    public static IReadOnlyList<SyntaxToken> Tokens(string text) => [.. CSharpSyntaxTree.ParseText(text).GetRoot().DescendantTokens()];

    /// <summary>All kinds of damage at all tokens of a text, but none twice that leaves the same: half of a brace is none.</summary>
    public static IEnumerable<(Damage Damage, SyntaxToken Token)> Everywhere(string text) =>
        Tokens(text)
            .SelectMany(_ => All, (token, damage) => (Damage: damage, Token: token))
            .DistinctBy(place => place.Damage.Apply(text, place.Token), StringComparer.Ordinal);
}
