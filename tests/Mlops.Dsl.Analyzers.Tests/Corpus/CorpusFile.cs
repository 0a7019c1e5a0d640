using System.Runtime.CompilerServices;
using Mlops.Dsl.Analyzers.Tests.Infrastructure;

namespace Mlops.Dsl.Analyzers.Tests.Corpus;

/// <summary>Reads a file of programs. The format is described in the corpus' README.</summary>
internal static class CorpusFile
{
    private const string ProgramMark = "//# ";
    private const string FileMark = "//## ";
    private const string ShareMark = "//## share ";
    private const string Prelude = "Prelude.cs";

    private static readonly (string Prefix, Verdict Verdict)[] Verdicts =
    [
        ("fault: ", Verdict.Fault),
        ("clean: ", Verdict.Clean),
        ("known miss: ", Verdict.KnownMiss),
        ("known false alarm: ", Verdict.KnownFalseAlarm),
    ];

    /// <summary>The folder of the programs.</summary>
    public static string Folder { get; } = FolderOf();

    /// <summary>The names of all files, such as <c>Tracking/MLP3001</c>, in ordinal order.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        .. Directory
            .GetFiles(Folder, "*.cs", SearchOption.AllDirectories)
            .Select(f => Path.ChangeExtension(Path.GetRelativePath(Folder, f), null).Replace('\\', '/'))
            .Where(f => f.Contains('/', StringComparison.Ordinal))
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>Reads the programs of a file.</summary>
    /// <exception cref="FormatException">The file starts with something else than a program, or a program says not what it
    /// claims.</exception>
    public static IReadOnlyList<CorpusProgram> Read(string name)
    {
        var programs = new List<CorpusProgram>();
        var lines = File.ReadAllLines(Path.Combine(Folder, name + ".cs"));
        for (var start = 0; start < lines.Length; )
        {
            var place = $"{name}.cs({start + 1})";
            if (!lines[start].StartsWith(ProgramMark, StringComparison.Ordinal))
            {
                throw new FormatException(
                    $"{place}: a line '{ProgramMark}fault|clean|known miss|known false alarm: what is special' is expected."
                );
            }

            var end = Array.FindIndex(lines, start + 1, line => line.StartsWith(ProgramMark, StringComparison.Ordinal));
            end = end < 0 ? lines.Length : end;
            programs.Add(Program(place, lines[start][ProgramMark.Length..], lines[(start + 1)..end]));
            start = end;
        }

        return programs;
    }

    private static CorpusProgram Program(string place, string title, string[] lines)
    {
        var (prefix, verdict) = Array.Find(Verdicts, v => title.StartsWith(v.Prefix, StringComparison.Ordinal));
        if (prefix is null)
        {
            throw new FormatException($"{place}: '{title}' says neither fault, clean, known miss nor known false alarm.");
        }

        var shared = lines
            .Where(line => line.StartsWith(ShareMark, StringComparison.Ordinal))
            .Select(line => line[ShareMark.Length..].Trim())
            .Prepend(Prelude);
        return new(
            title[prefix.Length..],
            verdict,
            place,
            [.. Files([.. lines.Where(line => !line.StartsWith(ShareMark, StringComparison.Ordinal))])],
            [.. shared]
        );
    }

    private static IEnumerable<(string Name, string Text)> Files(string[] lines)
    {
        var name = "Program.cs";
        for (var start = 0; start < lines.Length; start++)
        {
            var end = Array.FindIndex(lines, start, line => line.StartsWith(FileMark, StringComparison.Ordinal));
            end = end < 0 ? lines.Length : end;
            var text = string.Join('\n', lines[start..end]).Trim('\n');
            if (text.Length > 0)
            {
                yield return (name, name == "Program.cs" ? Whole(text) : text + "\n");
            }

            name = end < lines.Length ? lines[end][FileMark.Length..].Trim() : "";
            start = end;
        }
    }

    /// <summary>A program that declares no pipeline consists of the members of one.</summary>
    private static string Whole(string text) =>
        (text.Contains("Pipeline(\"", StringComparison.Ordinal) ? text : RuleTest.Pipeline(text)) + "\n";

    private static string FolderOf([CallerFilePath] string path = "") => Path.Combine(Path.GetDirectoryName(path)!, "Programs");
}
