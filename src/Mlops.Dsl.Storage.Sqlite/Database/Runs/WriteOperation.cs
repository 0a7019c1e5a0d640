namespace Mlops.Dsl.Storage.Sqlite.Runs;

/// <summary>Something to write, in a transaction that it shares with others.</summary>
internal abstract class WriteOperation
{
    /// <summary>Writes. May be called again after a roll-back.</summary>
    public abstract void Apply(StoreWriter writer);

    /// <summary>Tells that the transaction is durable.</summary>
    public abstract void Complete();

    /// <summary>Tells that nothing was written, and why.</summary>
    public abstract void Fail(Exception exception);
}

/// <summary>Something to write that has a result.</summary>
/// <param name="apply">Writes.</param>
/// <param name="failed">Is told that nothing was written, before anything that was handed over later is written.</param>
internal sealed class WriteOperation<T>(Func<StoreWriter, T> apply, Action<Exception>? failed = null) : WriteOperation
{
    // Continuations must not run on the writer's thread: they would hold up everybody's commits.
    private readonly TaskCompletionSource<T> _completion = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private T? _result;

    /// <summary>The result, when it is durable.</summary>
    public Task<T> Task => _completion.Task;

    public override void Apply(StoreWriter writer) => _result = apply(writer);

    public override void Complete() => _completion.SetResult(_result!);

    public override void Fail(Exception exception)
    {
        failed?.Invoke(exception);
        _completion.SetException(exception);
    }
}
