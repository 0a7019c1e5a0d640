using System.Runtime.InteropServices;

namespace Mlops.Dsl.Engine;

/// <summary>How an attempt ended: well where nothing else is said.</summary>
/// <param name="Error">What went wrong.</param>
/// <param name="IsCancelled">Whether the run was cancelled while it ran.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct AttemptResult(StageError? Error, bool IsCancelled = false)
{
    public bool IsSuccess => Error is null && !IsCancelled;

    public static AttemptResult Cancelled => new(Error: null, IsCancelled: true);
}
