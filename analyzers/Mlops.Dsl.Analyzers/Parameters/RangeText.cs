using System.Globalization;
using System.Numerics;
using Microsoft.CodeAnalysis;
using Mlops.Dsl.Analyzers.Release;

namespace Mlops.Dsl.Analyzers.Parameters;

/// <summary>Reads the bounds of a <c>[Range(typeof(T), "…", "…")]</c> as the type itself would.</summary>
internal static class RangeText
{
    private static readonly Dictionary<string, Func<string, IComparable?>> Parsers = new(StringComparer.Ordinal)
    {
        ["SByte"] = static text => Whole(text, sbyte.MinValue, sbyte.MaxValue),
        ["Byte"] = static text => Whole(text, byte.MinValue, byte.MaxValue),
        ["Int16"] = static text => Whole(text, short.MinValue, short.MaxValue),
        ["UInt16"] = static text => Whole(text, ushort.MinValue, ushort.MaxValue),
        ["Int32"] = static text => Whole(text, int.MinValue, int.MaxValue),
        ["UInt32"] = static text => Whole(text, uint.MinValue, uint.MaxValue),
        ["Int64"] = static text => Whole(text, long.MinValue, long.MaxValue),
        ["UInt64"] = static text => Whole(text, ulong.MinValue, ulong.MaxValue),
        ["Int128"] = static text => Whole(text, -BigInteger.Pow(2, 127), BigInteger.Pow(2, 127) - 1),
        ["UInt128"] = static text => Whole(text, 0, BigInteger.Pow(2, 128) - 1),
        ["Half"] = static text => Floating(text),
        ["Single"] = static text => Floating(text),
        ["Double"] = static text => Floating(text),
        ["Decimal"] = static text =>
            decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out var value) ? value : null,
        ["DateTime"] = static text =>
            DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out var value) ? value : null,
        ["DateTimeOffset"] = static text =>
            DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out var value) ? value : null,
        ["DateOnly"] = static text => Moment(text) is { TimeOfDay.Ticks: 0, Year: > 1 } value && text.IndexOf(':') < 0 ? value : null,
        ["TimeOnly"] = static text => Moment(text) is { Date.Ticks: 0 } value ? value : null,
        ["TimeSpan"] = static text => TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var value) ? value : null,
    };

    /// <summary>Whether values of a type can be bounded by text.</summary>
    public static bool Bounds(ITypeSymbol type) =>
        type is { ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } } && Parsers.ContainsKey(type.Name);

    /// <summary>The bound; null where the text is no value of the type.</summary>
    public static IComparable? Parse(ITypeSymbol type, string text) => Bounds(type) ? Parsers[type.Name](text) : null;

    private static BigInteger? Whole(string text, BigInteger minimum, BigInteger maximum) =>
        BigInteger.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var value) && value >= minimum && value <= maximum
            ? value
            : null;

    private static double? Floating(string text) =>
        double.TryParse(text, NumberStyles.Float | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var value) ? value : null;

    private static DateTime? Moment(string text) =>
        DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.NoCurrentDateDefault, out var value) ? value : null;
}
