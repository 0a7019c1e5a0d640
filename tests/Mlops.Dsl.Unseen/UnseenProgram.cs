using System.Collections.Immutable;

namespace Mlops.Dsl.Unseen;

/// <summary>A program that somebody wrote with a verdict, before any rule saw it.</summary>
/// <param name="Name">The name of its file.</param>
/// <param name="Title">What is special about it.</param>
/// <param name="Expected">The rules of which one is right; none for a clean program.</param>
/// <param name="Faults">The lines that have a fault, from 1, with the rules that are right there.</param>
/// <param name="Text">The program.</param>
internal sealed record UnseenProgram(
    string Name,
    string Title,
    ImmutableArray<string> Expected,
    ImmutableDictionary<int, ImmutableArray<string>> Faults,
    string Text
)
{
    private const string FaultTitle = "// expect: ";
    private const string CleanTitle = "// clean";
    private const string FaultMark = "//! ";

    /// <summary>Whether it has a fault.</summary>
    public bool IsFaulty => !Expected.IsEmpty;

    /// <summary>Reads a program.</summary>
    /// <param name="path">Its file.</param>
    /// <exception cref="FormatException">It does not say what it claims, or marks no line.</exception>
    public static UnseenProgram Read(string path)
    {
        var (name, text) = (Path.GetFileNameWithoutExtension(path), File.ReadAllText(path).ReplaceLineEndings("\n"));
        var lines = text.Split('\n');
        if (lines[0].StartsWith(CleanTitle, StringComparison.Ordinal))
        {
            return new(
                name,
                lines[0][CleanTitle.Length..].Trim(' ', '-'),
                [],
                ImmutableDictionary<int, ImmutableArray<string>>.Empty,
                text
            );
        }

        if (!lines[0].StartsWith(FaultTitle, StringComparison.Ordinal))
        {
            throw new FormatException(
                $"{path}(1): '{FaultTitle}MLP2003 -- what is special' or '{CleanTitle} -- what is special' is expected."
            );
        }

        var faults = lines
            .Select(static (line, index) => (Line: index + 1, Mark: line.IndexOf(FaultMark, StringComparison.Ordinal), Text: line))
            .Where(static line => line.Mark >= 0)
            .ToImmutableDictionary(static line => line.Line, static line => Rules(line.Text[(line.Mark + FaultMark.Length)..]));
        var (rules, title) = Halves(lines[0][FaultTitle.Length..]);
        return faults.IsEmpty
            ? throw new FormatException($"{path}: no line has a mark '{FaultMark}{rules}'.")
            : new(name, title, Rules(rules), faults, text);
    }

    private static (string Rules, string Title) Halves(string text) =>
        text.Split(" -- ", 2) is [var rules, var title] ? (rules, title) : (text, "");

    private static ImmutableArray<string> Rules(string text) =>
        [.. text.Split(' ', 2)[0].Split('|', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];
}
