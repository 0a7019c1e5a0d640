using System.ComponentModel.DataAnnotations;
using Mlops.Dsl;
[Pipeline("p")]
public sealed partial class P
{
    [Parameter] public int A { get; } = 1;
    [Parameter] public static int B { get; set; }
    [Parameter] public int this[int i] { get => i; init { } }
    [Parameter] public object C { get; init; } = "";
    [Parameter, Secret] public string D { get; init; } = "";
    [Secret] public int E { get; init; }
    [Parameter, Range(0, 1)] public string F { get; init; } = "";
    [Parameter, Range(typeof(string), "a", "b"), RegularExpression("(")] public string G { get; init; } = "";
    [Parameter, StringLength(-1), MinLength(3), AllowedValues(1, "x", null)] public int H { get; init; }
    [Parameter] public int I { init { } }
    [Stage] public int S() => A;
}
