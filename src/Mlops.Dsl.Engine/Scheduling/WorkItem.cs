using System.Runtime.InteropServices;

namespace Mlops.Dsl.Engine;

/// <summary>What a worker does next: a stage, or one element of a stage that has been opened as a fan-out.</summary>
/// <param name="Stage">The stage's index.</param>
/// <param name="Element">The element's index; -1 for the stage itself.</param>
/// <param name="Attempt">1, or more for a retry.</param>
/// <param name="Devices">The accelerators that it got, a bit each.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct WorkItem(int Stage, int Element, int Attempt, ulong Devices = 0)
{
    public bool IsElement => Element >= 0;
}
