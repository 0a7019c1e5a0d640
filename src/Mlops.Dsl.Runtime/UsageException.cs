namespace Mlops.Dsl.Runtime;

/// <summary>The user asked for something that can't be done: each problem is one line, and nothing was started.</summary>
/// <param name="problems">What is wrong, one line each.</param>
/// <param name="hint">What to do about it.</param>
internal sealed class UsageException(IReadOnlyList<string> problems, string? hint = null)
    : Exception(string.Join(Environment.NewLine, problems))
{
    public UsageException(string problem, string? hint = null)
        : this([problem], hint) { }

    public IReadOnlyList<string> Problems => problems;

    public string? Hint => hint;
}
