using System.Text.Json;
using System.Text.RegularExpressions;

namespace Mlops.Dsl.Build.Tests.Harness;

/// <summary>Checks a document against the keywords of JSON Schema 2020-12 that the manifest's schema uses.</summary>
public sealed class SchemaValidator(JsonElement schema)
{
    private static readonly HashSet<string> Known = new(StringComparer.Ordinal)
    {
        "$schema",
        "$id",
        "$defs",
        "$ref",
        "title",
        "description",
        "type",
        "const",
        "enum",
        "required",
        "properties",
        "additionalProperties",
        "items",
        "pattern",
        "minimum",
        "minLength",
    };

    public IEnumerable<string> Validate(JsonElement document) => Validate(document, schema, "$");

    private IEnumerable<string> Validate(JsonElement value, JsonElement rule, string path)
    {
        if (rule.EnumerateObject().Select(keyword => keyword.Name).FirstOrDefault(name => !Known.Contains(name)) is { } unknown)
        {
            return [$"The schema uses '{unknown}', which this validator does not know."];
        }

        return rule.TryGetProperty("$ref", out var reference)
            ? Validate(value, Resolve(reference.GetString()!), path)
            : Scalar(value, rule, path)
                .Concat(
                    value.ValueKind switch
                    {
                        JsonValueKind.Object => Members(value, rule, path),
                        JsonValueKind.Array when rule.TryGetProperty("items", out var items) => value
                            .EnumerateArray()
                            .SelectMany((item, i) => Validate(item, items, $"{path}[{i}]")),
                        _ => [],
                    }
                );
    }

    private JsonElement Resolve(string reference) =>
        reference["#/".Length..].Split('/').Aggregate(schema, (element, name) => element.GetProperty(name));

    private static IEnumerable<string> Scalar(JsonElement value, JsonElement rule, string path)
    {
        if (rule.TryGetProperty("type", out var type) && !Types(type).Any(name => IsOfType(value, name)))
        {
            yield return $"{path} must be {type}, not {value.ValueKind}";
        }

        if (rule.TryGetProperty("const", out var constant) && constant.GetRawText() != value.GetRawText())
        {
            yield return $"{path} must be {constant.GetRawText()}";
        }

        if (rule.TryGetProperty("enum", out var values) && !values.EnumerateArray().Any(item => item.GetRawText() == value.GetRawText()))
        {
            yield return $"{path} must be one of {values.GetRawText()}";
        }

        if (
            rule.TryGetProperty("pattern", out var pattern)
            && !Regex.IsMatch(value.GetString()!, pattern.GetString()!, RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1))
        )
        {
            yield return $"{path} must match {pattern}";
        }

        if (rule.TryGetProperty("minimum", out var minimum) && value.GetDouble() < minimum.GetDouble())
        {
            yield return $"{path} must be at least {minimum}";
        }

        if (rule.TryGetProperty("minLength", out var length) && value.GetString()!.Length < length.GetInt32())
        {
            yield return $"{path} must be longer";
        }
    }

    private IEnumerable<string> Members(JsonElement value, JsonElement rule, string path)
    {
        var missing = rule.TryGetProperty("required", out var required)
            ? required
                .EnumerateArray()
                .Select(name => name.GetString()!)
                .Where(name => !value.TryGetProperty(name, out _))
                .Select(name => $"{path} lacks {name}")
            : [];
        return missing.Concat(value.EnumerateObject().SelectMany(member => Member(member, rule, path)));
    }

    private IEnumerable<string> Member(JsonProperty member, JsonElement rule, string path)
    {
        if (rule.TryGetProperty("properties", out var properties) && properties.TryGetProperty(member.Name, out var known))
        {
            return Validate(member.Value, known, $"{path}.{member.Name}");
        }

        return !rule.TryGetProperty("additionalProperties", out var others) || others.ValueKind == JsonValueKind.True ? []
            : others.ValueKind == JsonValueKind.False ? [$"{path}.{member.Name} is not in the schema"]
            : Validate(member.Value, others, $"{path}.{member.Name}");
    }

    private static IEnumerable<string> Types(JsonElement type) =>
        type.ValueKind == JsonValueKind.Array ? type.EnumerateArray().Select(name => name.GetString()!) : [type.GetString()!];

    private static bool IsOfType(JsonElement value, string type) =>
        type switch
        {
            "object" => value.ValueKind == JsonValueKind.Object,
            "array" => value.ValueKind == JsonValueKind.Array,
            "string" => value.ValueKind == JsonValueKind.String,
            "integer" => value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out _),
            "number" => value.ValueKind == JsonValueKind.Number,
            "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
            _ => value.ValueKind == JsonValueKind.Null,
        };
}
