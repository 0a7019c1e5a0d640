using System.Text;
using Microsoft.CodeAnalysis;
using Mlops.Dsl.Generators.Problems;
using Mlops.Dsl.Generators.Symbols;

namespace Mlops.Dsl.Generators.Parsing;

/// <summary>A source's location as C#.</summary>
/// <param name="Expression">The expression.</param>
/// <param name="UsesParameters">Whether it reads parameters.</param>
internal sealed record ParsedLocation(string Expression, bool UsesParameters);

/// <summary>
/// Reads the placeholders of a source's location: <c>{Name}</c> is a parameter's value, <c>{{</c> and <c>}}</c> are braces.
/// </summary>
internal sealed class LocationParser(ParseContext context, IReadOnlyList<IPropertySymbol> parameters)
{
    /// <summary>The location; null where it is malformed or names what is no parameter.</summary>
    public ParsedLocation? Parse(string source, string text, Location? location)
    {
        var expression = new StringBuilder();
        var plain = new StringBuilder();
        var usesParameters = false;
        var isSound = true;
        for (var i = 0; i < text.Length; i++)
        {
            var isDoubled = i + 1 < text.Length && text[i] == text[i + 1];
            switch (text[i])
            {
                case '{' or '}' when isDoubled:
                    expression.Append(text[i]).Append(text[i]);
                    plain.Append(text[i]);
                    i++;
                    break;
                case '{' when text.IndexOf('}', i) is > 0 and var end:
                    var value = Value(source, text.Substring(i + 1, end - i - 1), location);
                    expression.Append('{').Append(value).Append('}');
                    isSound &= value is not null;
                    usesParameters = true;
                    i = end;
                    break;
                case '{' or '}':
                    return null;
                default:
                    expression.Append(Escape(text[i]));
                    plain.Append(text[i]);
                    break;
            }
        }

        return isSound ? new ParsedLocation(usesParameters ? $"$\"{expression}\"" : Literal.Text(plain.ToString()), usesParameters) : null;
    }

    private static string Escape(char c)
    {
        var literal = Literal.Text(c.ToString());
        return literal.Substring(1, literal.Length - 2);
    }

    private string? Value(string source, string name, Location? location)
    {
        var parameter = parameters.FirstOrDefault(candidate => candidate.Name == name);
        var format = parameter is null ? null : ParameterFormatFinder.Find(parameter.Type);
        if (format is null)
        {
            var names = parameters.Select(static candidate => candidate.Name).ToList();
            context.Sink.Report(
                ProblemKind.UnknownPlaceholder,
                location,
                source,
                name,
                NearestName.Find(name, names),
                string.Join(", ", names)
            );
            return null;
        }

        // Texts are themselves; of other types, the one text that means the same on every machine. In parentheses, because the
        // colon of "global::" would start a format.
        var identifier = TypeText.Identifier(name);
        return parameter!.Type.SpecialType == SpecialType.System_String ? identifier : $"({format}.Format({identifier}))";
    }
}
