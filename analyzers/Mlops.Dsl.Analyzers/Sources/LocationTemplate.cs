using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using Mlops.Dsl.Analyzers.Infrastructure;

namespace Mlops.Dsl.Analyzers.Sources;

/// <summary>A source's location taken apart: <c>{Name}</c> is a placeholder, <c>{{</c> and <c>}}</c> are braces.</summary>
/// <param name="Placeholders">The names in braces, in order.</param>
/// <param name="Problem">What is wrong with the braces, in words that follow "the location"; null if nothing is.</param>
internal sealed record LocationTemplate(ImmutableArray<LocationTemplate.Placeholder> Placeholders, string? Problem)
{
    /// <summary>A name in braces, and where it starts in the location.</summary>
    public sealed record Placeholder(string Name, int Start);

    public static LocationTemplate Parse(string location)
    {
        var placeholders = ImmutableArray.CreateBuilder<Placeholder>();
        for (var at = 0; at < location.Length; at++)
        {
            var isDoubled = at + 1 < location.Length && location[at] == location[at + 1];
            if (isDoubled && location[at] is ('{' or '}'))
            {
                at++;
                continue;
            }

            if (location[at] == '}')
            {
                return new([], "has a '}' that no '{' opens");
            }

            if (location[at] != '{')
            {
                continue;
            }

            var end = location.IndexOfAny(['{', '}'], at + 1);
            if (end < 0 || location[end] == '{')
            {
                return new([], "has a '{' that no '}' closes");
            }

            var name = location.Substring(at + 1, end - at - 1);
            if (name.Trim().Length == 0)
            {
                return new([], "has an empty placeholder: name a parameter between '{' and '}'");
            }

            placeholders.Add(new(name, at + 1));
            at = end;
        }

        return new(placeholders.ToImmutable(), null);
    }

    /// <summary>Where a placeholder's name is written; the whole argument where it is no plain literal.</summary>
    public static Location? Locate(AttributeData source, Placeholder placeholder, CancellationToken cancellationToken)
    {
        var argument = source.ArgumentLocation(0, cancellationToken);
        if (
            argument?.SourceTree?.GetRoot(cancellationToken).FindNode(argument.SourceSpan, getInnermostNodeForTie: true)
                is LiteralExpressionSyntax { Token: var token }
            && token.Text == "\"" + token.ValueText + "\""
        )
        {
            return Microsoft.CodeAnalysis.Location.Create(
                argument.SourceTree,
                new TextSpan(token.SpanStart + 1 + placeholder.Start, placeholder.Name.Length)
            );
        }

        return argument;
    }
}
