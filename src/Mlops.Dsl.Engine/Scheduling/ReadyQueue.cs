namespace Mlops.Dsl.Engine;

/// <summary>
/// The stages that wait for resources only. The first one in the order of the pipeline that fits is next, so that equal runs start stages
/// in equal order; one queue per demand makes finding it cheap. Not safe for concurrent use.
/// </summary>
internal sealed class ReadyQueue(PipelinePlan plan, ResourcePool resources)
{
    private readonly PriorityQueue<int, int>[] _queues = [.. plan.Demands.Select(static _ => new PriorityQueue<int, int>())];

    /// <summary>Adds a stage that is ready.</summary>
    public void Add(int stage) => _queues[plan.DemandClasses[stage]].Enqueue(stage, stage);

    /// <summary>Removes a stage that <see cref="TryPeek"/> has just found.</summary>
    public void Remove(int stage) => _queues[plan.DemandClasses[stage]].Dequeue();

    /// <summary>Finds the first stage that can start now.</summary>
    public bool TryPeek(out int stage)
    {
        stage = int.MaxValue;
        for (var i = 0; i < _queues.Length; i++)
        {
            if (_queues[i].TryPeek(out var first, out _) && first < stage && resources.Fits(plan.Demands[i]))
            {
                stage = first;
            }
        }

        return stage != int.MaxValue;
    }
}
