namespace Mlops.Dsl.ConsoleChild;

/// <summary>How a stage ends its process.</summary>
public enum ProcessEnding
{
    /// <summary>It does not.</summary>
    None = 0,

    /// <summary>By <see cref="Environment.Exit"/>.</summary>
    Exit = 1,

    /// <summary>By <see cref="Environment.Exit"/> on a thread of its own.</summary>
    ExitOnThread = 2,

    /// <summary>By an exception on a thread of its own.</summary>
    ThrowOnThread = 3,

    /// <summary>By an exception of a method that nobody awaits.</summary>
    ThrowAsyncVoid = 4,

    /// <summary>By <see cref="Environment.Exit"/> where a source tells its version.</summary>
    ExitInVersion = 5,
}
