namespace Mlops.Dsl.Runtime.App;

/// <summary>What the process tells its caller.</summary>
internal static class ExitCode
{
    /// <summary>Everything that was asked for was done.</summary>
    public const int Success = 0;

    /// <summary>A stage failed, the store could not be used, or the program itself has a defect.</summary>
    public const int Failure = 1;

    /// <summary>The command line or a parameter is wrong; nothing was started.</summary>
    public const int Usage = 2;

    /// <summary>A gate refused.</summary>
    public const int Refused = 3;

    /// <summary>The run was cancelled: 128 + SIGINT, as shells have it.</summary>
    public const int Cancelled = 130;
}
