using System.Threading.Channels;

namespace Mlops.Dsl.Storage.Sqlite.Runs;

/// <summary>
/// Writes on a thread of its own, in the order of the calls. What has piled up while one transaction goes to the disk is the next
/// transaction, so that the cost of making it durable is shared (group commit).
/// </summary>
internal sealed class WriteQueue : IAsyncDisposable
{
    // Bounds the memory of a run that is faster than the disk: its callers wait.
    private const int Capacity = 4096;

    private readonly Channel<WriteOperation> _channel = Channel.CreateBounded<WriteOperation>(
        new BoundedChannelOptions(Capacity) { SingleReader = true }
    );
    private readonly List<WriteOperation> _batch = new(Capacity);
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Func<StoreWriter> _open;

    /// <summary>Starts the thread.</summary>
    /// <param name="open">Opens the connection, on first use.</param>
    public WriteQueue(Func<StoreWriter> open)
    {
        _open = open;
        new Thread(Run) { IsBackground = true, Name = "Mlops.Dsl store writer" }.Start();
    }

    /// <summary>Hands an operation over; waits while the queue is full.</summary>
    public ValueTask EnqueueAsync(WriteOperation operation, CancellationToken cancellationToken) =>
        _channel.Writer.WriteAsync(operation, cancellationToken);

    /// <summary>Writes, and returns when it is durable.</summary>
    public async Task<T> WriteAsync<T>(Func<StoreWriter, T> apply, CancellationToken cancellationToken)
    {
        var operation = new WriteOperation<T>(apply);
        await EnqueueAsync(operation, cancellationToken);
        return await operation.Task;
    }

    /// <summary>Writes what was accepted, then ends the thread.</summary>
    public async ValueTask DisposeAsync()
    {
        _channel.Writer.TryComplete();
        await _ended.Task;
    }

    private void Run()
    {
        StoreWriter? writer = null;
        try
        {
            while (_channel.Reader.WaitToReadAsync().AsTask().GetAwaiter().GetResult())
            {
                while (_batch.Count < Capacity && _channel.Reader.TryRead(out var operation))
                {
                    _batch.Add(operation);
                }

                writer = Write(writer, _batch);
                _batch.Clear();
            }
        }
        finally
        {
            writer?.Dispose();
            _ended.SetResult();
        }
    }

    private StoreWriter? Write(StoreWriter? writer, List<WriteOperation> batch)
    {
        try
        {
            writer ??= _open();
            writer.Transact(batch);
        }
        catch (Exception exception)
        {
            if (writer is null || batch.Count == 1)
            {
                batch.ForEach(operation => operation.Fail(exception));
                return writer;
            }

            // One of them, or all of them together, did not fit: each gets a verdict of its own.
            foreach (var operation in batch)
            {
                Write(writer, [operation]);
            }

            return writer;
        }

        batch.ForEach(static operation => operation.Complete());
        return writer;
    }
}
