namespace Mlops.Dsl.Generators.Writing;

/// <summary>Writes raw string literals, so that what is in them can be read.</summary>
internal static class RawText
{
    /// <summary>Writes lines as one literal.</summary>
    /// <param name="writer">The writer.</param>
    /// <param name="lines">The lines, without line ends of any kind in them.</param>
    /// <param name="suffix">What follows the literal.</param>
    public static void Write(SourceWriter writer, IEnumerable<string> lines, string suffix)
    {
        var all = lines.ToList();
        var quotes = new string('"', Math.Max(3, all.Select(LongestRun).DefaultIfEmpty().Max() + 1));
        writer.Verbatim(quotes);
        foreach (var line in all)
        {
            writer.Verbatim(line);
        }

        writer.Verbatim(quotes + suffix);
    }

    private static int LongestRun(string line)
    {
        if (line.IndexOf('"') < 0)
        {
            return 0;
        }

        var longest = 0;
        var run = 0;
        foreach (var c in line)
        {
            run = c == '"' ? run + 1 : 0;
            longest = Math.Max(longest, run);
        }

        return longest;
    }
}
