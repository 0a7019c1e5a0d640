namespace Mlops.Dsl.IsolationChild;

/// <summary>What the troublesome stage does.</summary>
public enum Misbehaviour
{
    /// <summary>Nothing bad.</summary>
    None = 0,

    /// <summary>Takes native memory without end, ignores SIGTERM and leaves a process behind.</summary>
    Hoard = 1,

    /// <summary>Never ends, ignores SIGTERM and leaves a process behind.</summary>
    Hang = 2,

    /// <summary>Ends its process.</summary>
    Exit = 3,

    /// <summary>Aborts its process.</summary>
    Abort = 4,

    /// <summary>Throws.</summary>
    Throw = 5,

    /// <summary>Takes managed memory without end.</summary>
    Heap = 6,
}
