using System.Text.RegularExpressions;
using Mlops.Dsl.Mutants.Making;

namespace Mlops.Dsl.Mutants.Reporting;

/// <summary>
/// Mutants that no test can kill, because they do what the program does. They are listed in the documentation with the reason, by file and
/// code and not by number: <c>### file</c>, then <c>- `before` → `after`: reason</c> or, for what the file has more than once, <c>-
/// `before` → `after` in `line`: reason</c>.
/// </summary>
internal sealed partial class KnownSurvivors
{
    private readonly HashSet<(string File, string Before, string After, string Place)> _known = [];

    /// <param name="path">The page; none is known where there is no such file.</param>
    public KnownSurvivors(string path)
    {
        var file = "";
        foreach (var line in File.Exists(path) ? File.ReadLines(path) : [])
        {
            if (line.StartsWith("### ", StringComparison.Ordinal))
            {
                file = line[4..].Trim('`', ' ');
            }
            else if (Entry().Match(line) is { Success: true } entry)
            {
                _known.Add((file, entry.Groups["before"].Value, entry.Groups["after"].Value, entry.Groups["place"].Value));
            }
        }
    }

    /// <summary>Whether a mutant is one of them.</summary>
    public bool Contains(Mutant mutant) =>
        _known.Contains((mutant.File, mutant.Before, mutant.After, ""))
        || _known.Contains((mutant.File, mutant.Before, mutant.After, mutant.Place));

    [GeneratedRegex(
        "^- `(?<before>[^`]+)` → `(?<after>[^`]+)`( in `(?<place>[^`]+)`)?: ",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Entry();
}
