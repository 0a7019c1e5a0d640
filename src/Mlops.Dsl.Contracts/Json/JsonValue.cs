namespace Mlops.Dsl.Contracts.Json;

/// <summary>What a JSON value is.</summary>
internal enum JsonKind
{
    Null,
    Boolean,
    Number,
    Text,
    Array,
    Object,
}

/// <summary>A JSON value that knows where it is written.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Position">The offset of its first character.</param>
/// <param name="Text">The text that a string stands for; a number, <c>true</c>, <c>false</c> or <c>null</c> as it is written; otherwise
/// empty.</param>
/// <param name="Items">An array's items.</param>
/// <param name="Members">An object's members, in order; no name occurs twice.</param>
internal sealed record JsonValue(
    JsonKind Kind,
    int Position,
    string Text,
    IReadOnlyList<JsonValue> Items,
    IReadOnlyList<JsonMember> Members
)
{
    /// <summary>The value of a member; null where there is none.</summary>
    public JsonValue? Find(string name)
    {
        foreach (var member in Members)
        {
            if (member.Name == name)
            {
                return member.Value;
            }
        }

        return null;
    }
}

/// <summary>A member of a JSON object.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Position">The offset of the name's quotation mark.</param>
/// <param name="Value">Its value.</param>
internal sealed record JsonMember(string Name, int Position, JsonValue Value);
