#pragma warning disable CS8981, CS1591
using Mlops.Dsl;

#nullable disable
[Pipeline("oblivious")]
public sealed partial class P
{
    [Parameter] public string Text { get; init; } = "x";
    [Stage] public string A() => Text;
    [Stage] public string B(string a) => a;
}
