using System.Collections;
using System.Globalization;
using System.Text;
using Mlops.Dsl.Execution;
using Mlops.Dsl.Runtime.App.Output;
using Mlops.Dsl.Runtime.Engine;
using Mlops.Dsl.Runtime.Storage;

namespace Mlops.Dsl.Runtime.App.Artifacts;

/// <summary>Reads artifacts for people: decodes them with the codec of the stage that made them, and puts the value into words.</summary>
internal static class ArtifactText
{
    private const int MostItems = 20;
    private const int MostInlineItems = 8;
    private const int InlineDepth = 3;
    private const int HashDigits = 12;

    /// <summary>An artifact in words; null where the program does not know its type.</summary>
    public static async Task<string?> DescribeAsync(IArtifactStore artifacts, LocatedArtifact artifact)
    {
        if (await ListedFile.ReadAsync(artifacts, artifact) is { } files)
        {
            return Describe(files);
        }

        return await ReadAsync(artifacts, artifact) is { } slot ? Describe(slot.BoxedValue) : null;
    }

    /// <summary>Reads an artifact's value.</summary>
    /// <returns>The value; null where the program does not know its type.</returns>
    /// <exception cref="Serialization.ArtifactFormatException">The type has changed since the artifact was made.</exception>
    public static async Task<ArtifactSlot?> ReadAsync(IArtifactStore artifacts, LocatedArtifact artifact)
    {
        if (artifact.Definition is not { } definition)
        {
            return null;
        }

        var keeper = new StoreKeeper(artifacts);
        var kept = new CommittedValue(artifact.Reference);
        if (artifact.IsCollected)
        {
            return (await keeper.OpenCollectionAsync(definition, kept)).CreateSlot();
        }

        var slot = definition.CreateSlot();
        await keeper.LoadAsync(kept, slot);
        return slot;
    }

    /// <summary>A value in words: texts as they are, decisions with their reasons, files by path, lists by their first items.</summary>
    public static string Describe(object? value) => value switch
    {
        null => "(null)",
        string text => Printable.Lines(text).TrimEnd('\n', '\r'),
        GateResult gate => $"{(gate.Passed ? "passed" : "refused")}: {Printable.Lines(gate.Reason)}",
        FileArtifact file => $"{Printable.Line(file.Path)} ({Number.Bytes(file.Length)})",
        IEnumerable items => DescribeItems(items),
        IFormattable formattable => Printable.Lines(formattable.ToString(null, CultureInfo.InvariantCulture)),
        _ => Printable.Lines(value.ToString() ?? ""),
    };

    private static string Describe(IReadOnlyList<ListedFile> files) =>
        $"{Number.Of(files.Count, "file")}, {Number.Bytes(files.Sum(static file => file.Length))}\n"
        + string.Join('\n', files.Select(static file => $"  {file.Hash.ToString()[..HashDigits]}  {Printable.Line(file.Path)} ({Number.Bytes(file.Length)})"));

    private static string DescribeItems(IEnumerable items)
    {
        var text = new StringBuilder();
        var count = 0L;
        foreach (var item in items)
        {
            if (count++ < MostItems)
            {
                text.Append("  ").Append(Inline(item, InlineDepth)).Append('\n');
            }
        }

        return count <= MostItems
            ? $"{Number.Of(count, "item")}\n{text}".TrimEnd()
            : $"{Number.Of(count, "item")}, of which the first {MostItems} are\n{text}".TrimEnd();
    }

    /// <summary>An item on one line: a list in it by its first items, as deep as anybody reads.</summary>
    private static string Inline(object? item, int depth)
    {
        if (item is string or FileSet or not IEnumerable)
        {
            return item is string text ? Printable.Line(text) : Describe(item);
        }

        var shown = new List<string>();
        foreach (var inner in (IEnumerable)item)
        {
            if (depth == 0 || shown.Count == MostInlineItems)
            {
                shown.Add("…");
                break;
            }

            shown.Add(Inline(inner, depth - 1));
        }

        return $"[{string.Join(", ", shown)}]";
    }
}
