using System.Collections.Concurrent;

namespace Mlops.Dsl.Analyzers.Origins;

/// <summary>What all bodies of a compilation put where. Filled concurrently while bodies are analyzed; put together when the first question comes.</summary>
internal sealed class OriginStore
{
    private readonly ConcurrentQueue<BodyOrigins> _bodies = new();
    private OriginGraph? _whole;

    /// <summary>What all bodies do together. To be asked for when the last one was added.</summary>
    public OriginGraph Whole => _whole ??= new(_bodies);

    /// <summary>Files what a body does.</summary>
    public void Add(BodyOrigins body)
    {
        if (!body.IsEmpty)
        {
            _bodies.Enqueue(body);
        }
    }
}
