namespace Mlops.Dsl.Engine;

/// <summary>The elements of one stage that are still to be started: a counter, and those that are to be tried again.</summary>
internal sealed class FanOutQueue(int stage, int count)
{
    private readonly Queue<WorkItem> _retries = new();
    private int _next;
    private int _finished;

    /// <summary>Whether nothing is to be started at the moment.</summary>
    public bool IsEmpty => _next == count && _retries.Count == 0;

    /// <summary>Whether the stage is among the ready ones.</summary>
    public bool IsQueued { get; set; }

    public WorkItem Take() => _retries.TryDequeue(out var retry) ? retry : new WorkItem(stage, _next++, 1);

    public void AddRetry(WorkItem item) => _retries.Enqueue(item);

    /// <summary>Counts an element as done.</summary>
    /// <returns>Whether it was the last one.</returns>
    public bool Finish() => ++_finished == count;
}
