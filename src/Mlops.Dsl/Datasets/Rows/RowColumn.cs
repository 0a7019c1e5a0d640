using Mlops.Dsl.Execution;

namespace Mlops.Dsl;

/// <summary>What a column is for.</summary>
public enum ColumnRole
{
    /// <summary>None of the others.</summary>
    None = 0,

    /// <summary>Marked with <see cref="FeatureAttribute"/>.</summary>
    Feature = 1,

    /// <summary>Marked with <see cref="LabelAttribute"/>.</summary>
    Label = 2,

    /// <summary>Marked with <see cref="GroupAttribute"/>, and neither feature nor label.</summary>
    Group = 3,

    /// <summary>Marked with <see cref="TimeAttribute"/>, and none of the others.</summary>
    Time = 4,

    /// <summary>Marked with <see cref="RowKeyAttribute"/>.</summary>
    Key = 5,

    /// <summary>Marked with <see cref="PredictedLabelAttribute"/>, in a prediction.</summary>
    PredictedLabel = 6,

    /// <summary>Marked with <see cref="ProbabilityAttribute"/>, in a prediction.</summary>
    Probability = 7,

    /// <summary>Marked with <see cref="ScoreAttribute"/>, in a prediction.</summary>
    Score = 8,
}

/// <summary>A column of a row type.</summary>
/// <typeparam name="TRow">The row type.</typeparam>
public abstract class RowColumn<TRow>(string name, string typeName, ColumnRole role)
{
    /// <summary>The property's name.</summary>
    public string Name { get; } = name;

    /// <summary>The property's C# type.</summary>
    public string TypeName { get; } = typeName;

    /// <summary>What the column is for.</summary>
    public ColumnRole Role { get; } = role;

    /// <summary>Whether it holds personal data: marked with <see cref="PiiAttribute"/>.</summary>
    public bool IsPersonal { get; init; }

    /// <summary>Whether decisions must not depend on it: marked with <see cref="ProtectedAttribute"/>.</summary>
    public bool IsProtected { get; init; }

    /// <summary>Whether the row computes it from other columns, so that a row is made without its value.</summary>
    public bool IsComputed { get; init; }

    /// <summary>The constraints, in words.</summary>
    public abstract IEnumerable<string> Constraints { get; }

    /// <summary>Appends what is wrong with the row's value, if anything.</summary>
    public abstract bool Validate(TRow row, ICollection<RowProblem> problems);

    /// <summary>Makes a place for one value of the column on its way into a row.</summary>
    public abstract RowCell CreateCell();

    /// <summary>Hands the column to who needs to know its type.</summary>
    public abstract TResult Accept<TResult>(IRowColumnVisitor<TRow, TResult> visitor);
}

/// <summary>A typed column of a row type.</summary>
/// <typeparam name="TRow">The row type.</typeparam>
/// <typeparam name="T">The column's type.</typeparam>
public sealed class RowColumn<TRow, T>(
    string name,
    string typeName,
    ColumnRole role,
    Func<TRow, T> get,
    params IReadOnlyList<Constraint<T>> constraints
) : RowColumn<TRow>(name, typeName, role)
{
    // An array, because an interface's enumerator would be an allocation per value.
    private readonly Constraint<T>[] _constraints = [.. constraints];

    /// <inheritdoc />
    public override IEnumerable<string> Constraints => _constraints.Select(static constraint => constraint.Description);

    /// <summary>The constraints themselves.</summary>
    public IReadOnlyList<Constraint<T>> ValueConstraints => _constraints;

    /// <summary>How values are written as text; null for a type that has no text.</summary>
    public ParameterFormat<T>? Format { get; init; }

    /// <summary>Reads the column's value of a row.</summary>
    public T Get(TRow row) => get(row);

    /// <inheritdoc />
    public override RowCell CreateCell() => new RowCell<T>(Name, TypeName, Format, IsPersonal);

    /// <inheritdoc />
    public override TResult Accept<TResult>(IRowColumnVisitor<TRow, TResult> visitor)
    {
        ArgumentNullException.ThrowIfNull(visitor);
        return visitor.Visit(this);
    }

    /// <inheritdoc />
    public override bool Validate(TRow row, ICollection<RowProblem> problems)
    {
        ArgumentNullException.ThrowIfNull(problems);
        var value = get(row);
        var valid = true;
        foreach (var constraint in _constraints)
        {
            if (!constraint.IsSatisfiedBy(value))
            {
                valid = false;
                problems.Add(
                    new RowProblem(Name, constraint.Description, IsPersonal ? constraint.ExplainUnseen() : constraint.Explain(value))
                );
            }
        }

        return valid;
    }
}
