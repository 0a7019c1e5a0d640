using Mlops.Dsl.Contracts.Json;

namespace Mlops.Dsl.Contracts.Reading;

/// <summary>Reads parameters and columns; manifests and locks say them alike.</summary>
internal static class FieldReader
{
    private static readonly string[] Known = ["name", "type", "nullable", "required", "secret", "role", "constraints"];

    /// <summary>Reads the object that describes a parameter or a column.</summary>
    public static ContractField Read(string name, JsonValue json)
    {
        var type = json.Text("type");
        var bare = type.TrimEnd('?');
        var isNullable = json.Flag("nullable") || bare.Length < type.Length;
        return new ContractField(
            name,
            bare,
            isNullable,
            json.Flag("required"),
            json.Flag("secret"),
            json.Find("role") is null ? null : json.Text("role"),
            [
                .. json.Objects("constraints")
                    .Select(Constraint)
                    .OrderBy(static c => c.Kind, StringComparer.Ordinal)
                    .ThenBy(static c => c.Json, StringComparer.Ordinal),
            ]
        );
    }

    /// <summary>Refuses members that a lock's parameter or column cannot have.</summary>
    public static void RefuseUnknown(JsonValue json) => json.RefuseUnknown(Known);

    private static ContractConstraint Constraint(JsonValue json) =>
        new(
            json.Text("kind"),
            [
                .. json
                    .Members.Where(static member => member.Name != "kind")
                    .Select(static member => new ConstraintProperty(member.Name, Compact(member))),
            ]
        );

    private static string Compact(JsonMember member) =>
        member.Value.Kind switch
        {
            JsonKind.Array => $"[{string.Join(", ", member.Value.Items.Select(item => Scalar(item)))}]",
            _ => Scalar(member.Value),
        };

    private static string Scalar(JsonValue value) =>
        value.Kind switch
        {
            JsonKind.Text => JsonQuote.Of(value.Text),
            JsonKind.Array or JsonKind.Object => throw new JsonFormatException(
                value.Position,
                "has a constraint whose property is neither a text, a number, true, false, null nor a list of them"
            ),
            _ => value.Text,
        };
}
