#pragma warning disable CS8981, CS1591
using Mlops.Dsl;

[Pipeline("private-types")]
public sealed partial class P
{
    private enum Mode { A, B }
    internal enum Level { A, B }
    [Parameter] private Mode Chosen { get; init; } = Mode.B;
    [Parameter] internal Level Height { get; init; } = Level.A;
    [Stage] private int[] Count() => [(int)Chosen, (int)Height];
    [Stage] internal static int First(int[] count) => count[0];
}
