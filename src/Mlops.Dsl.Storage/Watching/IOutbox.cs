namespace Mlops.Dsl.Storage;

/// <summary>
/// Effects that stages asked for: notices and starts of other pipelines. They are recorded with the stage's commit
/// (<see cref="ExecutionCommit.Effect"/>), and delivered after it by whoever holds their lease. Safe for concurrent use, also by several
/// processes.
/// </summary>
public interface IOutbox
{
    /// <summary>Takes the oldest effects that are due and that nobody has taken, for as long as the lease lasts.</summary>
    /// <param name="limit">How many at most.</param>
    /// <param name="lease">How long nobody else takes them.</param>
    /// <param name="cancellationToken">Cancels the command.</param>
    Task<IReadOnlyList<OutboxRecord>> TakeAsync(int limit, TimeSpan lease, CancellationToken cancellationToken = default);

    /// <summary>Takes the oldest effects that are due and that nobody has taken, but for some kinds that wait for somebody else.</summary>
    /// <param name="limit">How many at most.</param>
    /// <param name="lease">How long nobody else takes them.</param>
    /// <param name="except">The kinds that stay as they are: none of their attempts is used up.</param>
    /// <param name="cancellationToken">Cancels the command.</param>
    Task<IReadOnlyList<OutboxRecord>> TakeAsync(
        int limit,
        TimeSpan lease,
        IReadOnlyCollection<string> except,
        CancellationToken cancellationToken = default
    );

    /// <summary>Keeps an effect that this process took, because its delivery goes on.</summary>
    /// <param name="id">The effect.</param>
    /// <param name="lease">How long from now on nobody else takes it.</param>
    /// <param name="result">How far it is.</param>
    /// <param name="cancellationToken">Cancels the command.</param>
    /// <returns>Whether it is still this process's: false where someone else took it after its lease, or delivered it.</returns>
    Task<bool> KeepAsync(string id, TimeSpan lease, string? result, CancellationToken cancellationToken = default);

    /// <summary>Records that an effect was delivered.</summary>
    /// <param name="id">The effect.</param>
    /// <param name="result">What came of it, such as the id of the run that was started.</param>
    /// <param name="cancellationToken">Cancels the command.</param>
    Task CompleteAsync(string id, string? result, CancellationToken cancellationToken = default);

    /// <summary>Records that a delivery failed, and when to try again; null gives up.</summary>
    Task FailAsync(string id, string error, DateTimeOffset? tryAgain, CancellationToken cancellationToken = default);

    /// <summary>Makes an effect due that is not delivered, also one that was given up. What is delivered or dropped stays so.</summary>
    /// <param name="id">The effect.</param>
    /// <param name="cancellationToken">Cancels the command.</param>
    /// <returns>Whether it is due now.</returns>
    Task<bool> RetryAsync(string id, CancellationToken cancellationToken = default);

    /// <summary>Effects of a kind that are to be delivered, also those that somebody is delivering, oldest first.</summary>
    Task<IReadOnlyList<OutboxRecord>> GetPendingAsync(string kind, CancellationToken cancellationToken = default);

    /// <summary>All effects, newest first.</summary>
    Task<IReadOnlyList<OutboxRecord>> GetAsync(int limit = 100, CancellationToken cancellationToken = default);
}

/// <summary>An effect that a stage asks for, to be recorded with its commit.</summary>
/// <param name="Id">Stable: the same for the same stage of the same run and of the runs that resume it. A second record with an id is
/// dropped.</param>
/// <param name="Kind">What it is: <c>mail</c>, <c>file</c>, <c>start</c>.</param>
/// <param name="Target">Where to: an address, or a pipeline's name.</param>
/// <param name="Payload">What to deliver, as JSON.</param>
/// <param name="CoolDown">How long after a recorded effect of the same stage this one is dropped; null never.</param>
public sealed record Effect(string Id, string Kind, string Target, string Payload, TimeSpan? CoolDown = null);

/// <summary>An effect in the outbox.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Target">Where to.</param>
/// <param name="Payload">What to deliver, as JSON.</param>
/// <param name="RunId">The run whose stage asked for it.</param>
/// <param name="Stage">The stage.</param>
/// <param name="Created">When it was recorded.</param>
/// <param name="Status">How far it is.</param>
/// <param name="Attempts">How many deliveries were tried.</param>
/// <param name="Next">When it is due.</param>
/// <param name="Result">What came of it, or what went wrong last.</param>
public sealed record OutboxRecord(
    string Id,
    string Kind,
    string Target,
    string Payload,
    string RunId,
    string Stage,
    DateTimeOffset Created,
    EffectStatus Status,
    int Attempts,
    DateTimeOffset? Next,
    string? Result
);

/// <summary>How far an effect is.</summary>
public enum EffectStatus
{
    /// <summary>To be delivered.</summary>
    Pending = 0,

    /// <summary>Delivered.</summary>
    Delivered = 1,

    /// <summary>Given up.</summary>
    Failed = 2,

    /// <summary>Not delivered, because it came within the cool-down of another.</summary>
    Dropped = 3,
}
