namespace Mlops.Dsl;

/// <summary>
/// What a parameter's or a column's value must satisfy. Null satisfies every constraint but <see cref="RequiredConstraint{T}"/>.
/// </summary>
/// <typeparam name="T">The value's type.</typeparam>
public abstract class Constraint<T>
{
    /// <summary>The constraint in words that follow "must be", such as <c>between 0.5 and 0.95</c>.</summary>
    public abstract string Description { get; }

    /// <summary>Whether the value satisfies the constraint.</summary>
    public abstract bool IsSatisfiedBy(T value);

    /// <summary>
    /// Tells a schema what is demanded, as far as a schema can state it; a constraint that says no more than its description does nothing.
    /// </summary>
    public virtual void Accept(IConstraintVisitor<T> visitor) { }

    /// <summary>The message for a value that does not.</summary>
    public string Explain(T value) => $"must be {Description}, but is {ValueText.Quote(value)}";

    /// <summary>The message for a value that does not and that must not be shown.</summary>
    internal string ExplainUnseen() => $"must be {Description}, but is not (personal data is not shown)";
}
