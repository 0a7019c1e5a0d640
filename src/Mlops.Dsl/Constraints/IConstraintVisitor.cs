namespace Mlops.Dsl;

/// <summary>
/// Takes what a constraint demands in a form that a schema can state. What it has no member for, a schema tells in words.
/// </summary>
/// <typeparam name="T">The value's type.</typeparam>
public interface IConstraintVisitor<T>
{
    /// <summary>The value lies between two bounds.</summary>
    void VisitRange(T minimum, T maximum, bool minimumIsExclusive, bool maximumIsExclusive);

    /// <summary>The text or list has so many characters or items.</summary>
    void VisitLength(int minimum, int maximum);

    /// <summary>The whole text matches a .NET regular expression, or is empty.</summary>
    void VisitPattern(string pattern);

    /// <summary>The value is one of a list.</summary>
    void VisitAllowedValues(IEnumerable<T> values);
}
