namespace Mlops.Dsl.Storage;

/// <summary>What is wrong with a store.</summary>
public enum StoreProblem
{
    /// <summary>The operating system reported an error.</summary>
    Io = 0,

    /// <summary>There is no store yet.</summary>
    Missing = 1,

    /// <summary>The folder holds something, but no store.</summary>
    NotAStore = 2,

    /// <summary>A newer version of the program made the store.</summary>
    NewerFormat = 3,

    /// <summary>Another process holds the store.</summary>
    Locked = 4,

    /// <summary>The store can't be written.</summary>
    ReadOnly = 5,

    /// <summary>The disk is full.</summary>
    Full = 6,

    /// <summary>The store is damaged.</summary>
    Corrupt = 7,

    /// <summary>The store can't be read.</summary>
    Unreadable = 8,

    /// <summary>
    /// Something that no store makes stands where one of its files should: a link, a pipe, a device. Nothing was followed or changed.
    /// </summary>
    Foreign = 9,

    /// <summary>The file system has no locks, so that two processes could write at once.</summary>
    NoLocks = 10,

    /// <summary>
    /// The store was removed, moved or replaced while it was open. Nothing is written or read any more, unless it is put back.
    /// </summary>
    Removed = 11,
}

/// <summary>The store can't do what was asked. The message is for people: what, where, and what to do.</summary>
public class StoreException : Exception
{
    /// <summary>Creates the exception.</summary>
    public StoreException(StoreProblem problem, string message, Exception? innerException = null)
        : base(message, innerException) => Problem = problem;

    /// <summary>Creates the exception with a message.</summary>
    public StoreException(string message)
        : this(StoreProblem.Io, message) { }

    /// <summary>Creates the exception with a message and its cause.</summary>
    public StoreException(string message, Exception innerException)
        : this(StoreProblem.Io, message, innerException) { }

    /// <summary>Creates the exception with a general message.</summary>
    public StoreException()
        : this("The store can't do what was asked.") { }

    /// <summary>What is wrong.</summary>
    public StoreProblem Problem { get; }
}
