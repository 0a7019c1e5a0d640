#pragma warning disable CS8981, CS1591
using Mlops.Dsl;

[Pipeline("unicode")]
public sealed partial class Größenschätzung
{
    /// <summary>Länge in µm ≤ 5 &lt; 6 """ {x} 😀</summary>
    [Parameter] public double Länge { get; init; } = 1e-3;
    [Stage] public double Messung() => Länge;
    [Stage] public double 平均(double messung) => messung;
}
