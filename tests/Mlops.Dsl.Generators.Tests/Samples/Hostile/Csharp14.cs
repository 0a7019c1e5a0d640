#pragma warning disable CS8981, CS1591
using System.ComponentModel.DataAnnotations;
using Mlops.Dsl;

public static class Extensions
{
    extension(P pipeline) { public int Twice() => pipeline.A() * 2; public int Definition => 1; public int RunAsync() => 1; }
    extension(string text) { public int Letters => text.Length; }
}

[Pipeline("csharp14")]
public sealed partial class P
{
    public partial P();
    [Parameter] public int X { get; init => field = value > 0 ? value : 1; } = 3;
    [Parameter] public string Y { get => field ?? "a"; init; }
    [Parameter, Range(1, 5)] public partial int Z { get; init; }
    [Stage] public int A() => "x".Letters + X + Z;
    [Stage] public int B() => this.Twice();
}

public sealed partial class P
{
    private readonly int _z = 2;
    public partial P() { }
    public partial int Z { get => _z; init => _z = value; }
}
