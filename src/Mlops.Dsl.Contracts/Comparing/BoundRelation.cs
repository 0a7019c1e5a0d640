using System.Globalization;

namespace Mlops.Dsl.Contracts.Comparing;

/// <summary>
/// Compares the lowest or highest values that two constraints allow. Bounds are JSON: numbers, or texts of types that have no JSON numbers.
/// </summary>
internal static class BoundRelation
{
    /// <summary>Compares lower bounds; null stands for none.</summary>
    public static Relation OfMinimum(string? before, bool wasExclusive, string? after, bool isExclusive, string type) =>
        Of(before, wasExclusive, after, isExclusive, type, isMinimum: true);

    /// <summary>Compares upper bounds; null stands for none.</summary>
    public static Relation OfMaximum(string? before, bool wasExclusive, string? after, bool isExclusive, string type) =>
        Of(before, wasExclusive, after, isExclusive, type, isMinimum: false);

    private static Relation Of(string? before, bool wasExclusive, string? after, bool isExclusive, string type, bool isMinimum)
    {
        if (before is null || after is null)
        {
            return before is null && after is null ? Relation.Same
                : before is null ? Relation.Narrower
                : Relation.Wider;
        }

        var order = before == after ? 0 : Compare(before.Trim('"'), after.Trim('"'), type);
        return order switch
        {
            null => Relation.Other,
            0 when wasExclusive == isExclusive => Relation.Same,
            0 => isExclusive ? Relation.Narrower : Relation.Wider,
            < 0 => isMinimum ? Relation.Narrower : Relation.Wider,
            _ => isMinimum ? Relation.Wider : Relation.Narrower,
        };
    }

    /// <summary>The order of two values of a type; null where it can't be told.</summary>
    private static int? Compare(string left, string right, string type)
    {
        if (type == "TimeSpan")
        {
            return
                TimeSpan.TryParse(left, CultureInfo.InvariantCulture, out var leftSpan)
                && TimeSpan.TryParse(right, CultureInfo.InvariantCulture, out var rightSpan)
                ? leftSpan.CompareTo(rightSpan)
                : null;
        }

        const DateTimeStyles Utc = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;
        if (type is "DateTime" or "DateTimeOffset" or "DateOnly" or "TimeOnly")
        {
            return
                DateTime.TryParse(left, CultureInfo.InvariantCulture, Utc, out var leftTime)
                && DateTime.TryParse(right, CultureInfo.InvariantCulture, Utc, out var rightTime)
                ? leftTime.CompareTo(rightTime)
                : null;
        }

        // decimal holds every integer and every bound that people write exactly; double has the rest.
        return decimal.TryParse(left, NumberStyles.Float, CultureInfo.InvariantCulture, out var leftNumber)
            && decimal.TryParse(right, NumberStyles.Float, CultureInfo.InvariantCulture, out var rightNumber)
                ? leftNumber.CompareTo(rightNumber)
            : double.TryParse(left, NumberStyles.Float, CultureInfo.InvariantCulture, out var leftDouble)
            && double.TryParse(right, NumberStyles.Float, CultureInfo.InvariantCulture, out var rightDouble)
                ? leftDouble.CompareTo(rightDouble)
            : null;
    }
}
