namespace Mlops.Dsl;

/// <summary>What a profile keeps of a column.</summary>
public enum ColumnKind
{
    /// <summary>
    /// Only how many values there are: personal data, keys, groups, times, and types that are neither number nor
    /// category.
    /// </summary>
    Counts = 0,

    /// <summary>A number: its range, its moments and a histogram.</summary>
    Number = 1,

    /// <summary>A text, an enum, a truth value or a character: the most frequent values.</summary>
    Category = 2,
}
