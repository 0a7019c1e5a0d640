using System.Text.Json;

namespace Mlops.Dsl.Datasets.Rows;

/// <summary>
/// Skips values in rows' JSON, and notices those that are nested too deeply: the reader would call them malformed, which they are not.
/// </summary>
internal static class JsonNesting
{
    /// <summary>What is wrong with a text that is too deep, in words that follow "but".</summary>
    public const string TooDeep = "is nested too deeply: at most 8 levels are read";

    /// <summary>How deep a reader has to go, so that it is not the one who refuses.</summary>
    public const int ReaderDepth = Levels + 1;

    // Rows are flat: what is deeper is wrong anyway, and must not cost more to find out.
    private const int Levels = 8;

    /// <summary>Skips the value that a reader stands on.</summary>
    /// <param name="reader">The reader, whose text is complete. It stands on the value's end afterwards, unless that is too deep.</param>
    /// <param name="outermost">The reader's depth at the beginning of the outermost value, which is the first level.</param>
    /// <returns>False where the value is nested too deeply: the reader stopped there.</returns>
    /// <exception cref="JsonException">The text is malformed.</exception>
    public static bool TrySkip(ref Utf8JsonReader reader, int outermost)
    {
        var depth = reader.CurrentDepth;
        if (reader.TokenType is not (JsonTokenType.StartObject or JsonTokenType.StartArray))
        {
            return true;
        }

        do
        {
            var isStart = reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray;
            if (isStart && reader.CurrentDepth - outermost >= Levels)
            {
                return false;
            }
        } while (reader.Read() && reader.CurrentDepth > depth);

        return true;
    }
}
