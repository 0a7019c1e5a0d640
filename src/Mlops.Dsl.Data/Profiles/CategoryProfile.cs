using System.Globalization;

namespace Mlops.Dsl;

/// <summary>How often a value occurs.</summary>
/// <param name="Value">The value as text.</param>
/// <param name="Count">In how many rows.</param>
public sealed record ValueCount(string Value, int Count)
{
    /// <inheritdoc />
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"'{Value}' {Count}");
}

/// <summary>The most frequent values of a category.</summary>
/// <param name="Values">The values, the most frequent first, equally frequent ones by their text; at most
/// <see cref="CategoryProfile.MaximumValues"/>.</param>
/// <param name="Other">How many rows have a value that is not listed: a rarer one, or a text longer than
/// <see cref="CategoryProfile.LongestValue"/> characters.</param>
public sealed record CategoryProfile(IReadOnlyList<ValueCount> Values, int Other)
{
    /// <summary>How many values are listed at most.</summary>
    public const int MaximumValues = 100;

    /// <summary>How long a listed text may be: longer ones are prose, not categories.</summary>
    public const int LongestValue = 256;

    private const int ShownValues = 3;

    /// <summary>Whether every value that occurs is listed, so that any other is new.</summary>
    public bool IsComplete => Other == 0;

    /// <inheritdoc />
    public override string ToString()
    {
        var others = Other + Values.Skip(ShownValues).Sum(static value => (long)value.Count);
        return string.Join(", ", Values.Take(ShownValues))
            + (others == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $", others {others}"));
    }
}
