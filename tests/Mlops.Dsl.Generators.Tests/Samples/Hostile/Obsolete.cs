#pragma warning disable CS8981, CS1591
using Mlops.Dsl;

[Pipeline("obsolete")]
public sealed partial class P
{
    [Obsolete("old"), Parameter] public string Text { get; init; } = "x";
    [Obsolete, Stage] public string A() => "a";
    [Stage] public string B(string a) => a;
}
