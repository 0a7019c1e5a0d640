using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Mlops.Dsl.Runtime.App.Output;

/// <summary>Prints JSON: property names are part of the program's contract, written out by hand and never derived.</summary>
internal static class JsonText
{
    // Deeper than any codec lets objects lie in objects, with lists between them.
    private const int MaxDepth = 10_000;

    // Control characters are escaped in any case; letters of all scripts stay readable.
    private static readonly JsonWriterOptions OneLine = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>How documents over several lines are written.</summary>
    public static JsonWriterOptions Indented { get; } =
        new()
        {
            Indented = true,
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            MaxDepth = MaxDepth,
        };

    /// <summary>Prints a document over several lines.</summary>
    public static void Print(AppConsole console, Action<Utf8JsonWriter> write)
    {
        using (var stream = new JsonStream(console.Out))
        using (var writer = new Utf8JsonWriter(stream, Indented))
        {
            write(writer);
        }

        console.Out.WriteLine();
    }

    /// <summary>Prints a document over several lines, which is too long to be held.</summary>
    public static async Task PrintAsync(AppConsole console, Func<Utf8JsonWriter, Task> write)
    {
        await using (var stream = new JsonStream(console.Out))
        await using (var writer = new Utf8JsonWriter(stream, Indented))
        {
            await write(writer);
        }

        await console.Out.WriteLineAsync();
    }

    /// <summary>A document in one line.</summary>
    public static string Line(Action<Utf8JsonWriter> write) => Format(write, OneLine);

    /// <summary>Writes a number, or the name of what JSON has no number for: <c>"NaN"</c>, <c>"Infinity"</c>, <c>"-Infinity"</c>.</summary>
    public static void WriteDouble(this Utf8JsonWriter writer, string property, double value)
    {
        if (double.IsFinite(value))
        {
            writer.WriteNumber(property, value);
        }
        else
        {
            writer.WriteString(property, value.ToString(CultureInfo.InvariantCulture));
        }
    }

    /// <summary>Writes a property unless its value is null.</summary>
    public static void WriteIfAny(this Utf8JsonWriter writer, string property, string? value)
    {
        if (value is not null)
        {
            writer.WriteString(property, value);
        }
    }

    /// <summary>Writes a duration in seconds.</summary>
    public static void WriteSeconds(this Utf8JsonWriter writer, string property, TimeSpan duration) =>
        writer.WriteNumber(property, Math.Round(duration.TotalSeconds, 6));

    private static string Format(Action<Utf8JsonWriter> write, JsonWriterOptions options)
    {
        var buffer = new ArrayBufferWriter<byte>(256);
        using (var writer = new Utf8JsonWriter(buffer, options))
        {
            write(writer);
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
