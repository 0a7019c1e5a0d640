using Microsoft.CodeAnalysis;

namespace Mlops.Dsl.CodeFixes.Infrastructure;

/// <summary>An edit of several places that a fix offers.</summary>
/// <param name="Title">What the user reads, and what tells the edits of one fix apart.</param>
/// <param name="ApplyAsync">Gives the changed solution.</param>
internal sealed record Edit(string Title, Func<CancellationToken, Task<Solution>> ApplyAsync)
{
    /// <summary>An edit whose outcome is known, because it was checked.</summary>
    public static Edit Made(string title, Solution changed) => new(title, _ => Task.FromResult(changed));
}
