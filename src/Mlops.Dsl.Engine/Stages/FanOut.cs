using Mlops.Dsl.Execution;

namespace Mlops.Dsl.Engine;

/// <summary>A stage that runs once per element, while it does. Safe for concurrent use.</summary>
/// <param name="access">Takes the list apart.</param>
/// <param name="list">The list.</param>
/// <param name="collections">What the elements return, one collection an output.</param>
internal sealed class FanOut(ElementAccess access, ArtifactSlot list, ElementCollection[] collections)
{
    private readonly Lock _gate = new();
    private double _reported;

    public ElementAccess Access => access;

    public ElementCollection[] Collections => collections;

    /// <summary>How many elements there are.</summary>
    public int Count { get; } = access.Count(list);

    /// <summary>Elements that were executed.</summary>
    public int Executed { get; private set; }

    /// <summary>Elements whose outputs were known.</summary>
    public int Reused { get; private set; }

    /// <summary>Elements that failed.</summary>
    public int Failed { get; private set; }

    /// <summary>What went wrong in the failed element that comes first in the list.</summary>
    public StageError? FirstError { get; private set; }

    /// <summary>Whether an element was cancelled.</summary>
    public bool IsCancelled { get; private set; }

    /// <summary>The list. Released when the last element is done.</summary>
    public ArtifactSlot? List { get; set; } = list;

    /// <summary>Counts an element.</summary>
    /// <returns>The share that is done, where it is worth telling; otherwise null.</returns>
    public double? Add(AttemptResult result, bool isReused)
    {
        lock (_gate)
        {
            if (result.Error is { } error)
            {
                Failed++;
                FirstError = FirstError is null || error.Element < FirstError.Element ? error : FirstError;
            }
            else if (result.IsCancelled)
            {
                IsCancelled = true;
            }
            else if (isReused)
            {
                Reused++;
            }
            else
            {
                Executed++;
            }

            var share = (double)(Executed + Reused + Failed) / Count;
            if (share - _reported < 0.01 && share < 1)
            {
                return null;
            }

            _reported = share;
            return share;
        }
    }
}
