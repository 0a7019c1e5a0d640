namespace Mlops.Dsl;

/// <summary>The value is one of a list: <see cref="System.ComponentModel.DataAnnotations.AllowedValuesAttribute"/>.</summary>
/// <typeparam name="T">The value's type.</typeparam>
/// <param name="values">The values that are allowed.</param>
public sealed class AllowedValuesConstraint<T>(params IReadOnlyList<T> values) : Constraint<T>
{
    /// <summary>The values that are allowed.</summary>
    public IReadOnlyList<T> Values => values;

    /// <inheritdoc />
    public override string Description => $"one of {string.Join(", ", values.Select(ValueText.Quote))}";

    /// <inheritdoc />
    public override void Accept(IConstraintVisitor<T> visitor)
    {
        ArgumentNullException.ThrowIfNull(visitor);
        visitor.VisitAllowedValues(values);
    }

    /// <inheritdoc />
    public override bool IsSatisfiedBy(T value) => value is null || values.Contains(value);
}

/// <summary>The value is none of a list: <see cref="System.ComponentModel.DataAnnotations.DeniedValuesAttribute"/>.</summary>
/// <typeparam name="T">The value's type.</typeparam>
/// <param name="values">The values that are denied; null among them denies null.</param>
public sealed class DeniedValuesConstraint<T>(params IReadOnlyList<T> values) : Constraint<T>
{
    /// <summary>The values that are denied.</summary>
    public IReadOnlyList<T> Values => values;

    /// <inheritdoc />
    public override string Description => $"none of {string.Join(", ", values.Select(ValueText.Quote))}";

    /// <inheritdoc />
    public override bool IsSatisfiedBy(T value) => !values.Contains(value);
}
