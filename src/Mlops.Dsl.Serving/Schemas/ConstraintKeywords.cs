using System.Text.Json;
using System.Text.RegularExpressions;
using Mlops.Dsl.Datasets.Rows;
using Mlops.Dsl.Execution;

namespace Mlops.Dsl.Serving;

/// <summary>Collects what the constraints of a column demand, as keywords of JSON Schema.</summary>
internal sealed class ConstraintKeywords<T>(ParameterFormat<T>? format) : IConstraintVisitor<T>
{
    private readonly List<(string Keyword, T Bound)> _bounds = [];
    private string? _pattern;

    /// <summary>Values that are bounds, or the only ones: what an example may be.</summary>
    public List<T> Candidates { get; } = [];

    /// <summary>The only values; null where others are allowed.</summary>
    public List<T>? Allowed { get; private set; }

    /// <summary>The least length.</summary>
    public int Shortest { get; private set; }

    /// <summary>The greatest length.</summary>
    public int Longest { get; private set; } = int.MaxValue;

    public void VisitRange(T minimum, T maximum, bool minimumIsExclusive, bool maximumIsExclusive)
    {
        _bounds.Add((minimumIsExclusive ? "exclusiveMinimum" : "minimum", minimum));
        _bounds.Add((maximumIsExclusive ? "exclusiveMaximum" : "maximum", maximum));
        Candidates.AddRange([minimum, maximum]);
    }

    public void VisitLength(int minimum, int maximum)
    {
        Shortest = Math.Max(Shortest, minimum);
        Longest = Math.Min(Longest, maximum);
    }

    public void VisitPattern(string pattern)
    {
        // The document's expressions are ECMAScript's; of .NET's only those are told that it has as well.
        try
        {
            _ = new Regex(pattern, RegexOptions.ECMAScript, TimeSpan.FromSeconds(1));
            _pattern = $"^(?:{pattern})?$";
        }
        catch (ArgumentException)
        {
            _pattern = null;
        }
    }

    public void VisitAllowedValues(IEnumerable<T> values)
    {
        Allowed = [.. values];
        Candidates.InsertRange(0, Allowed);
    }

    /// <summary>Writes the keywords.</summary>
    public void Write(Utf8JsonWriter writer, JsonType type, bool isNullable)
    {
        var texts = format is not null && type.Name == "string" ? format.KnownTexts : [];
        if (Allowed is not null || texts.Count > 0)
        {
            WriteEnum(writer, texts, isNullable);
        }

        foreach (
            var (keyword, bound) in _bounds.Where(bound =>
                type.Name is "integer" or "number"
                && bound.Bound
                    is not (double.PositiveInfinity or double.NegativeInfinity or float.PositiveInfinity or float.NegativeInfinity)
            )
        )
        {
            writer.WritePropertyName(keyword);
            _ = JsonValue.TryWrite(writer, bound, format);
        }

        if (type.Name == "string" && Shortest > 0)
        {
            writer.WriteNumber("minLength", Shortest);
        }

        if (type.Name == "string" && Longest < int.MaxValue)
        {
            writer.WriteNumber("maxLength", Longest);
        }

        if (_pattern is not null)
        {
            writer.WriteString("pattern", _pattern);
        }
    }

    private void WriteEnum(Utf8JsonWriter writer, IReadOnlyList<string> texts, bool isNullable)
    {
        writer.WriteStartArray("enum");
        if (Allowed is not null)
        {
            foreach (var value in Allowed)
            {
                _ = JsonValue.TryWrite(writer, value, format);
            }
        }
        else
        {
            foreach (var text in texts)
            {
                writer.WriteStringValue(text);
            }
        }

        if (isNullable)
        {
            writer.WriteNullValue();
        }

        writer.WriteEndArray();
    }
}
