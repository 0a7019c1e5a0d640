namespace Mlops.Dsl.Engine;

/// <summary>
/// Passes lines on in the order of their posting, never on the thread that posts: that thread may hold <see cref="Console.Out"/>'s lock,
/// which whoever shows lines waits for. Safe for concurrent use.
/// </summary>
/// <typeparam name="T">What is told with a line.</typeparam>
/// <param name="turn">Held while lines are passed on.</param>
/// <param name="pass">Takes a line.</param>
internal sealed class LineMailbox<T>(Lock turn, Action<T, string> pass)
{
    /// <summary>
    /// What may wait, in characters. Beyond it lines are counted, not passed on: a stage that writes faster than a terminal shows must not
    /// fill the memory.
    /// </summary>
    private const long LargestBacklog = 16 * 1024 * 1024;

    private readonly Lock _gate = new();
    private Queue<(T Item, string Line)> _waiting = new();
    private long _length;
    private long _dropped;
    private bool _isScheduled;

    /// <summary>Has a line passed on soon.</summary>
    public void Post(T item, string line)
    {
        lock (_gate)
        {
            if (_length + line.Length > LargestBacklog)
            {
                _dropped++;
                return;
            }

            _length += line.Length;
            _waiting.Enqueue(
                (item, _dropped == 0 ? line : $"({_dropped} lines that came faster than they could be shown are left out)\n{line}")
            );
            _dropped = 0;
            if (_isScheduled)
            {
                return;
            }

            _isScheduled = true;
        }

        ThreadPool.UnsafeQueueUserWorkItem(static mailbox => mailbox.Deliver(), this, preferLocal: false);
    }

    /// <summary>Passes on here what waits, and waits for what is being passed on elsewhere.</summary>
    public void Deliver()
    {
        lock (turn)
        {
            foreach (var (item, line) in Take())
            {
                pass(item, line);
            }
        }
    }

    private Queue<(T Item, string Line)> Take()
    {
        lock (_gate)
        {
            var taken = _waiting;
            _waiting = new Queue<(T, string)>();
            _length = 0;
            _isScheduled = false;
            return taken;
        }
    }
}
