#pragma warning disable CS8981, CS1591, EXP1
using Mlops.Dsl;

[System.Diagnostics.CodeAnalysis.Experimental("EXP1")] public record R(int X);

[Pipeline("experimental")]
public sealed partial class P
{
    [System.Diagnostics.CodeAnalysis.Experimental("EXP1"), Parameter] public int X { get; init; }
    [Stage] public R A() => new(1);
}
