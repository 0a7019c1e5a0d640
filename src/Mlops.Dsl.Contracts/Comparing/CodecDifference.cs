namespace Mlops.Dsl.Contracts.Comparing;

/// <summary>Finds the first difference of two codec schemas, such as <c>object(Weights:list(float64),Bias:float64)</c>, in words.</summary>
internal static class CodecDifference
{
    private const int Longest = 60;

    /// <summary>The first place where two schemas that are not equal part.</summary>
    public static string Describe(string before, string after)
    {
        var start = 0;
        while (start < before.Length && start < after.Length && before[start] == after[start])
        {
            start++;
        }

        // Where a list goes on in one and ends in the other, what follows is what one of them has more.
        if (EndsPart(before, start) && EndsPart(after, start))
        {
            var (longer, verb) = after[start] == ',' ? (after, "added") : (before, "removed");
            var extra = Part(longer, start + 1);
            return $"'{(NameOf(extra) is { Length: > 0 } name ? name : Shown(extra))}' was {verb}";
        }

        // Whole names are compared: back to where the part begins that differs.
        while (start > 0 && before[start - 1] is not ('(' or ',' or ')'))
        {
            start--;
        }

        return DescribePart(before, after, start);
    }

    private static string DescribePart(string before, string after, int start)
    {
        var old = Part(before, start);
        var now = Part(after, start);
        var (oldName, newName) = (NameOf(old), NameOf(now));
        if (oldName.Length == 0 || newName.Length == 0)
        {
            return $"{Shown(now)} instead of {Shown(old)}";
        }

        return oldName == newName
                ? $"'{oldName}' is {Shown(now.Substring(newName.Length + 1))} instead of {Shown(old.Substring(oldName.Length + 1))}"
            : Has(after, oldName) ? $"'{newName}' was added before '{oldName}'"
            : Has(before, newName) ? $"'{oldName}' was removed"
            : $"'{newName}' stands in the place of '{oldName}'";
    }

    private static bool EndsPart(string schema, int position) => position < schema.Length && schema[position] is (',' or ')');

    /// <summary>The part that begins at a place, up to the comma or bracket that ends it.</summary>
    private static string Part(string schema, int start)
    {
        var depth = 0;
        var end = start;
        for (; end < schema.Length && !(depth == 0 && schema[end] is (',' or ')')); end++)
        {
            depth +=
                schema[end] == '(' ? 1
                : schema[end] == ')' ? -1
                : 0;
        }

        return schema.Substring(start, end - start);
    }

    private static string NameOf(string part)
    {
        var colon = part.IndexOf(':');
        var bracket = part.IndexOf('(');
        return colon > 0 && (bracket < 0 || colon < bracket) ? part.Substring(0, colon) : "";
    }

    private static bool Has(string schema, string name) => schema.Contains($"({name}:") || schema.Contains($",{name}:");

    private static string Shown(string part) =>
        part.Length == 0 ? "nothing"
        : part.Length <= Longest ? part
        : $"{part.Substring(0, Longest)}…";
}
