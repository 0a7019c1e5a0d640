using Mlops.Dsl.Contracts.Json;

namespace Mlops.Dsl.Contracts.Reading;

/// <summary>Reads members of JSON objects, and says where they are not what they should be.</summary>
internal static class JsonReading
{
    /// <summary>A text that has to be there.</summary>
    public static string Text(this JsonValue json, string name) =>
        json.Find(name) is not { } value ? throw new JsonFormatException(json.Position, $"lacks '{name}'")
        : value.Kind == JsonKind.Text ? value.Text
        : throw new JsonFormatException(value.Position, $"has a '{name}' that is no text");

    /// <summary>A flag that is false where it is not there.</summary>
    public static bool Flag(this JsonValue json, string name) =>
        json.Find(name) is { } value
        && (
            value.Kind == JsonKind.Boolean
                ? value.Text == "true"
                : throw new JsonFormatException(value.Position, $"has a '{name}' that is neither true nor false")
        );

    /// <summary>The objects of an array; none where it is not there.</summary>
    public static IEnumerable<JsonValue> Objects(this JsonValue json, string name) => json.Items(name, JsonKind.Object, "objects");

    /// <summary>The texts of an array; none where it is not there.</summary>
    public static IEnumerable<string> Texts(this JsonValue json, string name) =>
        json.Items(name, JsonKind.Text, "texts").Select(static item => item.Text);

    /// <summary>The members of an object that all are objects, by name; none where it is not there.</summary>
    public static IEnumerable<JsonMember> Named(this JsonValue json, string name) =>
        json.Find(name) switch
        {
            null => [],
            { Kind: JsonKind.Object } value => value.Members.Select(member =>
                member.Value.Kind == JsonKind.Object
                    ? member
                    : throw new JsonFormatException(member.Value.Position, $"has a '{name}' with an entry that is no object")
            ),
            var other => throw new JsonFormatException(other.Position, $"has a '{name}' that is no object"),
        };

    /// <summary>Refuses members of other names.</summary>
    public static void RefuseUnknown(this JsonValue json, params string[] known)
    {
        if (json.Members.FirstOrDefault(member => !known.Contains(member.Name)) is { } unknown)
        {
            throw new JsonFormatException(unknown.Position, $"has an entry '{unknown.Name}', which means nothing there");
        }
    }

    private static IEnumerable<JsonValue> Items(this JsonValue json, string name, JsonKind kind, string kinds) =>
        json.Find(name) switch
        {
            null => [],
            { Kind: JsonKind.Array } value => value.Items.Select(item =>
                item.Kind == kind ? item : throw new JsonFormatException(item.Position, $"has a '{name}' that does not hold {kinds} alone")
            ),
            var other => throw new JsonFormatException(other.Position, $"has a '{name}' that is no list"),
        };
}
