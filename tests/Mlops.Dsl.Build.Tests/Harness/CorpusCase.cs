namespace Mlops.Dsl.Build.Tests.Harness;

/// <summary>One edit of one program, and what it does to the program's stages: those not named must keep fingerprint and result.</summary>
/// <param name="Name">File, program and edit, for people.</param>
/// <param name="Source">The program before the edit.</param>
/// <param name="Edits">Texts to replace, each of which occurs once.</param>
/// <param name="Stages">The stages that the edit names.</param>
public sealed record CorpusCase(
    string Name,
    string Source,
    IReadOnlyList<(string Old, string New)> Edits,
    IReadOnlyDictionary<string, Expectation> Stages
)
{
    public string Edited
    {
        get
        {
            var text = Source;
            foreach (var (old, replacement) in Edits)
            {
                var at = text.IndexOf(old, StringComparison.Ordinal);
                if (at < 0 || text.IndexOf(old, at + 1, StringComparison.Ordinal) >= 0)
                {
                    throw new InvalidOperationException($"{Name}: '{old}' must occur once in the program.");
                }

                text = string.Concat(text.AsSpan(0, at), replacement, text.AsSpan(at + old.Length));
            }

            return text;
        }
    }
}
