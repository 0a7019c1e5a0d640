namespace Mlops.Dsl.Runtime;

/// <summary>A verb that a package adds to the program: see <see cref="VerbCatalog"/>.</summary>
public sealed class VerbDefinition
{
    /// <summary>Defines a verb.</summary>
    /// <param name="name">The verb: lower-case letters, digits and hyphens, beginning with a letter. A verb of the program itself can't be
    /// replaced.</param>
    /// <param name="summary">What it does, in a few words, as help lists it.</param>
    /// <param name="run">
    /// Does it, and returns the exit code: 0 for success. A <see cref="VerbException"/> ends it with one message and code 2; what the
    /// store, a file or the machine refuses with one
    /// message and code 1; cancellation with code 130.
    /// </param>
    /// <exception cref="ArgumentException">The name is none.</exception>
    public VerbDefinition(string name, string summary, Func<VerbContext, Task<int>> run)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentException.ThrowIfNullOrWhiteSpace(summary);
        ArgumentNullException.ThrowIfNull(run);
        if (
            name.Length == 0
            || !char.IsAsciiLetterLower(name[0])
            || !name.All(static c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-')
        )
        {
            throw new ArgumentException(
                $"A verb consists of lower-case letters, digits and hyphens, but this one is '{name}'.",
                nameof(name)
            );
        }

        Name = name;
        Summary = summary;
        Run = run;
    }

    /// <summary>The verb.</summary>
    public string Name { get; }

    /// <summary>What it does, in a few words.</summary>
    public string Summary { get; }

    /// <summary>Does it.</summary>
    public Func<VerbContext, Task<int>> Run { get; }

    /// <summary>A paragraph that follows the summary in the verb's help.</summary>
    public string? Remarks { get; init; }

    /// <summary>What follows the verb by position. Only the last may be optional or repeatable.</summary>
    public IReadOnlyList<VerbArgument> Arguments { get; init; } = [];

    /// <summary>The options, besides <c>--store</c>, <c>--json</c> and <c>--help</c>, which every verb has.</summary>
    public IReadOnlyList<VerbOption> Options { get; init; } = [];

    /// <summary>What the help shows to try.</summary>
    public IReadOnlyList<VerbExample> Examples { get; init; } = [];
}

/// <summary>An option of a verb.</summary>
/// <param name="Name">Its name, with the two hyphens.</param>
/// <param name="Description">What it means, for the help.</param>
public sealed record VerbOption(string Name, string Description)
{
    /// <summary>What help calls its value; null for a flag, which has none.</summary>
    public string? ValueName { get; init; }

    /// <summary>Whether it may be given more than once.</summary>
    public bool IsRepeatable { get; init; }
}

/// <summary>What follows a verb by position.</summary>
/// <param name="Name">What help calls it.</param>
/// <param name="Description">What it means, for the help.</param>
public sealed record VerbArgument(string Name, string Description)
{
    /// <summary>Whether it may be left out.</summary>
    public bool IsOptional { get; init; }

    /// <summary>Whether several may follow.</summary>
    public bool IsRepeatable { get; init; }
}

/// <summary>A line of help by example.</summary>
/// <param name="Arguments">What follows the verb.</param>
/// <param name="Meaning">What it does.</param>
public sealed record VerbExample(string Arguments, string Meaning);
