using Mlops.Dsl.Storage;

namespace Mlops.Dsl.Runtime;

/// <summary>A part of what <c>up</c> keeps going.</summary>
/// <param name="Name">Its name, such as <c>schedules</c>.</param>
/// <param name="RunAsync">
/// Goes on until its token is cancelled, and then ends in good order. It ends early where there is nothing to do; what it throws ends all
/// parts, and the program with one message.
/// </param>
public sealed record UpComponent(string Name, Func<UpContext, CancellationToken, Task> RunAsync)
{
    /// <summary>Options that <c>up</c> has for it, whose names no other part has.</summary>
    public IReadOnlyList<VerbOption> Options { get; init; } = [];
}

/// <summary>What a part of <c>up</c> may use of the program.</summary>
/// <param name="Verb">What the verb was given.</param>
/// <param name="Store">The store, which is open until all parts have ended.</param>
/// <param name="Say">Prints a line for the person who watches; safe for concurrent use.</param>
public sealed record UpContext(VerbContext Verb, IStore Store, Action<string> Say);
