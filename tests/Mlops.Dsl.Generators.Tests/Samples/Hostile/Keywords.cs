#pragma warning disable CS8981, CS1591
using Mlops.Dsl;

[Pipeline("keywords")]
public sealed partial class @class
{
    [Parameter] public int @int { get; init; } = 1;
    [Parameter] public bool @true { get; init; }
    [Stage] public int @event() => @int;
    [Stage] public (int @if, int @else) @switch(int @event) => (@event, @event);
    [Stage, When(nameof(@true))] public string @params(int @if, int @else) => "";
    [Stage] public void @await(string @params, int @if) { }
    [Source("{int}/*")] public partial FileSet @out();
}
