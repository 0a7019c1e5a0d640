namespace Mlops.Dsl.Runtime.App.Commands;

/// <summary>
/// Lets the name of a pipeline stand anywhere after its verb: <c>run --seed 3 api-docs</c>. The parser wants it right after the verb,
/// because it decides which options there are.
/// </summary>
internal static class PipelineNamePosition
{
    /// <summary>
    /// The arguments with the pipeline's name moved to its place; as they are, where it stands there already or where it is not clear which
    /// one is meant.
    /// </summary>
    /// <param name="args">The program's arguments.</param>
    /// <param name="verbs">The verbs that take a pipeline, each as its words.</param>
    /// <param name="pipelines">The program's pipelines.</param>
    public static IReadOnlyList<string> Normalize(
        IReadOnlyList<string> args,
        IReadOnlyList<string[]> verbs,
        IReadOnlyList<string> pipelines
    )
    {
        var place = pipelines.Count < 2 ? -1 : FindPlace(args, verbs);
        if (place < 0 || place >= args.Count || pipelines.Contains(args[place]))
        {
            return args;
        }

        var named = new List<int>();
        for (var i = place; i < args.Count && args[i] != "--"; i++)
        {
            if (pipelines.Contains(args[i]))
            {
                named.Add(i);
            }
        }

        if (named.Count > 1)
        {
            // A name right after an option is that option's value, if there is another name to choose.
            named.RemoveAll(index =>
                args[index - 1].StartsWith("--", StringComparison.Ordinal) && !args[index - 1].Contains('=', StringComparison.Ordinal)
            );
        }

        return named is [var only]
            ? [.. args.Take(place), args[only], .. args.Skip(place).Take(only - place), .. args.Skip(only + 1)]
            : args;
    }

    private static int FindPlace(IReadOnlyList<string> args, IReadOnlyList<string[]> verbs)
    {
        var start = 0;
        while (start < args.Count && args[start].StartsWith('-'))
        {
            start += args[start] == "--store" ? 2 : 1;
        }

        return verbs
            .Where(words => args.Skip(start).Take(words.Length).SequenceEqual(words))
            .Select(words => start + words.Length)
            .FirstOrDefault(-1);
    }
}
