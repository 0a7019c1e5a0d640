using System.Collections.Concurrent;

namespace Mlops.Dsl.Analyzers.Origins;

/// <summary>
/// What the bodies of a compilation that were read put where. Filled concurrently while bodies are analyzed; put together when the first
/// question comes.
/// </summary>
internal sealed class OriginStore
{
    private readonly ConcurrentQueue<BodyOrigins> _bodies = new();
    private readonly OriginGraph _whole = new([]);

    /// <summary>What all bodies that were read do together. To be asked for by one alone, when the compiler is through.</summary>
    public OriginGraph Whole
    {
        get
        {
            while (_bodies.TryDequeue(out var body))
            {
                _whole.Add(body);
            }

            return _whole;
        }
    }

    /// <summary>Files what a body does.</summary>
    public void Add(BodyOrigins body)
    {
        if (!body.IsEmpty)
        {
            _bodies.Enqueue(body);
        }
    }
}
