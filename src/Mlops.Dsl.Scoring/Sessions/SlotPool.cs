namespace Mlops.Dsl.Sessions;

/// <summary>Lends what is expensive to make and used by one thread at a time. Taking and returning allocate nothing.</summary>
internal sealed class SlotPool<T>(int capacity) : IDisposable
    where T : class, IDisposable
{
    private readonly T?[] _free = new T?[capacity];

    /// <summary>One that is free, if any.</summary>
    public T? Take()
    {
        for (var i = 0; i < _free.Length; i++)
        {
            if (Volatile.Read(ref _free[i]) is not null && Interlocked.Exchange(ref _free[i], null) is { } slot)
            {
                return slot;
            }
        }

        return null;
    }

    /// <summary>Takes one back; what finds no room is disposed of.</summary>
    public void Return(T slot)
    {
        for (var i = 0; i < _free.Length; i++)
        {
            if (Volatile.Read(ref _free[i]) is null && Interlocked.CompareExchange(ref _free[i], slot, null) is null)
            {
                return;
            }
        }

        slot.Dispose();
    }

    /// <summary>Disposes of those that are free.</summary>
    public void Dispose()
    {
        while (Take() is { } slot)
        {
            slot.Dispose();
        }
    }
}
