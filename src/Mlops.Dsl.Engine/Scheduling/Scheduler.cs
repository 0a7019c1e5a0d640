namespace Mlops.Dsl.Engine;

/// <summary>
/// Starts what is ready, as far as the resources allow. Workers are thread-pool loops: a worker that finishes a stage goes on with the next
/// ready one itself, so that a chain neither recurses nor hops between threads, and wakes another worker only where more than one stage can
/// start.
/// </summary>
internal sealed class Scheduler : IThreadPoolWorkItem
{
    private readonly Lock _gate = new();
    private readonly PipelinePlan _plan;
    private readonly ResourcePool _resources;
    private readonly ReadyQueue _ready;
    private readonly Func<WorkItem, ValueTask> _execute;
    private readonly int[] _waitingFor;
    private readonly Dictionary<int, FanOutQueue> _fanOuts = [];
    private readonly Dictionary<int, int> _retries = [];
    private readonly TaskCompletionSource _completion = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _unfinished;
    private int _active;
    private bool _isWaking;
    private bool _isStopping;
    private Exception? _fault;

    /// <summary>Creates a scheduler.</summary>
    /// <param name="plan">The graph.</param>
    /// <param name="resources">What the stages may occupy together.</param>
    /// <param name="execute">
    /// Does a work item. For a stage it must have called <see cref="Finish"/>, <see cref="OpenFanOut"/> or <see cref="Retry"/> when it
    /// ends, for an element
    /// <see cref="FinishElement"/> or <see cref="Retry"/>; an exception ends the run.
    /// </param>
    public Scheduler(PipelinePlan plan, ResourcePool resources, Func<WorkItem, ValueTask> execute)
    {
        _plan = plan;
        _resources = resources;
        _execute = execute;
        _ready = new ReadyQueue(plan, resources);
        _waitingFor = [.. plan.PredecessorCounts];
        _unfinished = plan.Stages.Length;
    }

    /// <summary>
    /// Runs until every stage is finished, or until no stage runs any more after <see cref="Stop"/>, or until <see cref="Abandon"/>.
    /// </summary>
    public Task RunAsync()
    {
        lock (_gate)
        {
            for (var i = 0; i < _waitingFor.Length; i++)
            {
                if (_waitingFor[i] == 0)
                {
                    _ready.Add(i);
                }
            }

            WakeOrComplete();
        }

        return _completion.Task;
    }

    /// <summary>Starts nothing any more.</summary>
    public void Stop()
    {
        lock (_gate)
        {
            _isStopping = true;
            WakeOrComplete();
        }
    }

    /// <summary>Starts nothing any more and waits for nothing: stages that still run are left behind.</summary>
    public void Abandon()
    {
        lock (_gate)
        {
            _isStopping = true;
            _completion.TrySetResult();
        }
    }

    /// <summary>A stage is done, whatever became of it: what waits for it may be ready now.</summary>
    public void Finish(int stage)
    {
        lock (_gate)
        {
            _unfinished--;
            foreach (var dependent in _plan.DependentsOf(stage))
            {
                if (--_waitingFor[dependent] == 0)
                {
                    _ready.Add(dependent);
                }
            }
        }
    }

    /// <summary>Goes on with the elements of a stage, each like a stage of its own. At least one.</summary>
    public void OpenFanOut(int stage, int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        lock (_gate)
        {
            _fanOuts.Add(stage, new FanOutQueue(stage, count) { IsQueued = true });
            _ready.Add(stage);
        }
    }

    /// <summary>An element is done.</summary>
    /// <returns>Whether it was the last one, so that the stage can be finished.</returns>
    public bool FinishElement(int stage)
    {
        lock (_gate)
        {
            return _fanOuts[stage].Finish() && _fanOuts.Remove(stage);
        }
    }

    /// <summary>Puts a stage or element back, to be started once more.</summary>
    public void Retry(WorkItem item)
    {
        lock (_gate)
        {
            if (item.IsElement)
            {
                var queue = _fanOuts[item.Stage];
                queue.AddRetry(item);
                if (!queue.IsQueued)
                {
                    queue.IsQueued = true;
                    _ready.Add(item.Stage);
                }
            }
            else
            {
                _retries[item.Stage] = item.Attempt;
                _ready.Add(item.Stage);
            }

            WakeOrComplete();
        }
    }

    /// <summary>A woken worker: not to be called.</summary>
    void IThreadPoolWorkItem.Execute()
    {
        lock (_gate)
        {
            _isWaking = false;
        }

        _ = WorkAsync();
    }

    private async Task WorkAsync()
    {
        while (TryTake(out var item))
        {
            Exception? fault = null;
            try
            {
                await _execute(item);
            }
            catch (Exception exception)
            {
                fault = exception;
            }

            Release(item, fault);
        }
    }

    private bool TryTake(out WorkItem item)
    {
        lock (_gate)
        {
            if (_isStopping || !_ready.TryPeek(out var stage))
            {
                item = default;
                return false;
            }

            if (_fanOuts.Count > 0 && _fanOuts.TryGetValue(stage, out var fanOut))
            {
                item = fanOut.Take();
                fanOut.IsQueued = !fanOut.IsEmpty;
                if (!fanOut.IsQueued)
                {
                    _ready.Remove(stage);
                }
            }
            else
            {
                item = new WorkItem(stage, -1, _retries.Count > 0 && _retries.Remove(stage, out var attempt) ? attempt : 1);
                _ready.Remove(stage);
            }

            item = item with { Devices = _resources.Take(DemandOf(stage)) };
            _active++;
            WakeOrComplete();
            return true;
        }
    }

    private void Release(WorkItem item, Exception? fault)
    {
        lock (_gate)
        {
            _resources.Release(DemandOf(item.Stage), item.Devices);
            _active--;
            _fault ??= fault;
            _isStopping |= fault is not null;
            WakeOrComplete(isWorking: true);
        }
    }

    private void WakeOrComplete(bool isWorking = false)
    {
        if (_active == 0 && (_unfinished == 0 || _isStopping))
        {
            if (_fault is null)
            {
                _completion.TrySetResult();
            }
            else
            {
                _completion.TrySetException(_fault);
            }
        }
        else if (!isWorking && !_isWaking && !_isStopping && _ready.TryPeek(out _))
        {
            _isWaking = true;
            ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
        }
    }

    private Demand DemandOf(int stage) => _plan.Demands[_plan.DemandClasses[stage]];
}
