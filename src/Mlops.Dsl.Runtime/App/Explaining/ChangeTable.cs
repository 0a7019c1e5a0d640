using System.Text.Json;
using Mlops.Dsl.Engine;
using Mlops.Dsl.Runtime.App.Output;

namespace Mlops.Dsl.Runtime.App.Explaining;

/// <summary>Prints what makes two cache keys differ.</summary>
internal static class ChangeTable
{
    private const int LongestValue = 16;

    /// <summary>Prints a row for each change; nothing where there are none.</summary>
    public static void Print(AppConsole console, IReadOnlyList<KeyChange> changes)
    {
        if (changes.Count == 0)
        {
            return;
        }

        console.Out.WriteLine();
        var table = new TextTable("changed", "name", "before", "now");
        foreach (var change in changes)
        {
            table.Add(NameOf(change.Kind), new(change.Name, TextStyle.Strong), Value(change, change.Before), Value(change, change.After));
        }

        table.Write(console, "  ");
    }

    /// <summary>Writes the array <c>changes</c>.</summary>
    public static void WriteJson(Utf8JsonWriter writer, IReadOnlyList<KeyChange> changes)
    {
        writer.WriteStartArray("changes");
        foreach (var change in changes)
        {
            writer.WriteStartObject();
            writer.WriteString("kind", NameOf(change.Kind));
            writer.WriteString("name", change.Name);
            writer.WriteString("before", change.Before);
            writer.WriteString("after", change.After);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static string NameOf(KeyChangeKind kind) =>
        kind switch
        {
            KeyChangeKind.VersionToken => "version token",
            _ => kind.ToString().ToLowerInvariant(),
        };

    /// <summary>Values that people gave are shown whole, hashes by their first digits.</summary>
    private static string Value(KeyChange change, string? value) =>
        value switch
        {
            null => "(none)",
            { Length: > LongestValue }
                when change.Kind
                    is not (
                        KeyChangeKind.Parameter
                        or KeyChangeKind.VersionToken
                        or KeyChangeKind.Package
                        or KeyChangeKind.Codec
                        or KeyChangeKind.Constant
                    ) => string.Concat(value.AsSpan(0, LongestValue), "…"),
            _ => value,
        };
}
