namespace Mlops.Dsl.Build.Tests.Harness;

/// <summary>Reads the corpus. Its README describes the format.</summary>
public static class CorpusReader
{
    private static readonly Lazy<IReadOnlyList<CorpusCase>> Cases = new(ReadAll);

    public static IReadOnlyList<CorpusCase> All => Cases.Value;

    private static List<CorpusCase> ReadAll()
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "Corpus");
        return [.. Directory.EnumerateFiles(folder, "*.txt").Order(StringComparer.Ordinal).SelectMany(Read)];
    }

    private static IEnumerable<CorpusCase> Read(string path)
    {
        var file = Path.GetFileNameWithoutExtension(path);
        foreach (var program in Split(File.ReadAllText(path), "=== "))
        {
            var edits = Split(program.Body, "+++ ").ToList();
            var firstEdit = program.Body.IndexOf("\n+++ ", StringComparison.Ordinal);
            var source = firstEdit < 0 ? program.Body : program.Body[..(firstEdit + 1)];
            foreach (var edit in edits)
            {
                yield return new($"{file}: {program.Title}: {edit.Title}", source, [.. Replacements(edit.Body)], Stages(edit.Title));
            }
        }
    }

    private static Dictionary<string, Expectation> Stages(string title)
    {
        var names = title[..title.IndexOf(':', StringComparison.Ordinal)].Split([',', ' '], StringSplitOptions.RemoveEmptyEntries);
        return names is not ["changes", .. var stages]
                ? throw new InvalidOperationException($"An edit starts with 'changes', the stages and a colon: '{title}'.")
            : stages is ["nothing"] ? []
            : stages.ToDictionary(stage => stage.Trim('(', ')', '*'), Expected, StringComparer.Ordinal);
    }

    private static Expectation Expected(string stage) =>
        stage.StartsWith('(') ? Expectation.Allowed
        : stage.EndsWith('*') ? Expectation.Unseen
        : Expectation.Result;

    private static IEnumerable<(string Title, string Body)> Split(string text, string marker)
    {
        var sections = ("\n" + text).Split("\n" + marker);
        return sections
            .Skip(1)
            .Select(section =>
            {
                var end = section.IndexOf('\n', StringComparison.Ordinal);
                return (section[..end].Trim(), section[(end + 1)..] + "\n");
            });
    }

    private static IEnumerable<(string Old, string New)> Replacements(string body)
    {
        string? old = null;
        foreach (var line in body.Split('\n').Where(line => line.Length > 0))
        {
            switch (line[..2])
            {
                case "- " when old is null:
                    old = line[2..];
                    break;
                case "+ " when old is not null:
                    yield return (old, line[2..].Replace("\\n", "\n", StringComparison.Ordinal));
                    old = null;
                    break;
                default:
                    throw new InvalidOperationException($"An edit is a line '- old' and a line '+ new', not '{line}'.");
            }
        }
    }
}
