namespace Mlops.Dsl;

/// <summary>Tells from the first line of a file what separates its fields.</summary>
internal static class Separators
{
    // In the order in which ties are decided.
    private const string Candidates = ",;\t";
    private const int LongestLine = 1 << 20;

    /// <summary>The candidate that the first line has most often outside quotes; a comma where it has none.</summary>
    /// <param name="reader">The file from its beginning.</param>
    /// <param name="comment">The character that begins lines to skip.</param>
    public static char Detect(TextReader reader, char? comment)
    {
        Span<int> counts = stackalloc int[Candidates.Length];
        var quoted = false;
        var skipped = false;
        var begins = true;
        var hasContent = false;
        for (var i = 0; i < LongestLine && reader.Read() is >= 0 and var next; i++)
        {
            var character = (char)next;
            skipped = begins ? character == comment : skipped;
            begins = false;
            if (character is '\r' or '\n' && !quoted)
            {
                if (hasContent)
                {
                    break;
                }

                begins = true;
            }
            else if (!skipped)
            {
                hasContent |= character is not ' ';
                quoted ^= character == '"';
                var candidate = Candidates.IndexOf(character, StringComparison.Ordinal);
                if (candidate >= 0 && !quoted)
                {
                    counts[candidate]++;
                }
            }
        }

        var best = 0;
        for (var i = 1; i < counts.Length; i++)
        {
            best = counts[i] > counts[best] ? i : best;
        }

        return Candidates[best];
    }
}
