using System.Globalization;
using System.Runtime.InteropServices;

namespace Mlops.Dsl;

/// <summary>
/// A metric with an interval that says how far it would move with other rows. A bound is compared by a gate as it is:
/// <c>evaluation.Auc.Low</c>. NaN means that the metric
/// is undefined on these rows, and no gate passes it.
/// </summary>
/// <param name="Value">The metric on the rows as they are.</param>
/// <param name="Low">The lower bound of the interval.</param>
/// <param name="High">The upper bound of the interval.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct MetricInterval(double Value, double Low, double High)
{
    /// <summary>A metric that is undefined.</summary>
    public static MetricInterval Undefined => new(double.NaN, double.NaN, double.NaN);

    /// <summary>Whether the metric has a value.</summary>
    public bool IsDefined => !double.IsNaN(Value);

    /// <inheritdoc />
    public override string ToString() =>
        IsDefined ? string.Create(CultureInfo.InvariantCulture, $"{Value:0.0000} [{Low:0.0000}, {High:0.0000}]") : "undefined";
}
