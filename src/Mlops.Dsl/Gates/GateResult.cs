using System.Globalization;
using System.Numerics;

namespace Mlops.Dsl;

/// <summary>What a gate decided, and why, in words for the person who reads the run.</summary>
/// <param name="Passed">Whether what depends on the gate may go on.</param>
/// <param name="Reason">What was compared with what.</param>
public sealed record GateResult(bool Passed, string Reason)
{
    /// <summary>A passed gate.</summary>
    public static GateResult Pass(string reason) => new(Passed: true, reason);

    /// <summary>A refused gate.</summary>
    public static GateResult Refuse(string reason) => new(Passed: false, reason);

    /// <summary>Passes if <paramref name="value"/> is at least <paramref name="minimum"/>. NaN refuses.</summary>
    public static GateResult AtLeast<T>(
        T value,
        T minimum,
        [System.Runtime.CompilerServices.CallerArgumentExpression(nameof(value))] string? name = null
    )
        where T : INumber<T> => Compare(value >= minimum, value, minimum, name, "at least", "is required");

    /// <summary>Passes if <paramref name="value"/> is at most <paramref name="maximum"/>. NaN refuses.</summary>
    public static GateResult AtMost<T>(
        T value,
        T maximum,
        [System.Runtime.CompilerServices.CallerArgumentExpression(nameof(value))] string? name = null
    )
        where T : INumber<T> => Compare(value <= maximum, value, maximum, name, "at most", "is allowed");

    /// <summary>Passes if every one of <paramref name="results"/> passed; the reason lists them all. No result at all refuses.</summary>
    public static GateResult All(params ReadOnlySpan<GateResult> results)
    {
        var passed = results.Length > 0;
        var reasons = new string[results.Length];
        for (var i = 0; i < results.Length; i++)
        {
            passed &= results[i].Passed;
            reasons[i] = results[i].Reason;
        }

        return new GateResult(passed, reasons.Length == 0 ? "no condition was given" : string.Join("; ", reasons));
    }

    private static GateResult Compare<T>(bool passed, T value, T limit, string? name, string relation, string verdict)
        where T : INumber<T>
    {
        var (shownValue, shownLimit) = GateNumber.Show(value, limit);
        return new GateResult(passed, $"{name} is {shownValue}, {relation} {shownLimit} {verdict}");
    }
}
