using System.Globalization;
using Mlops.Dsl.Serialization;

namespace Mlops.Dsl;

/// <summary>
/// What is known of rows without the rows: per column, counts and the distribution. It is small whatever the number of rows, and holds no
/// value of a column with personal data
/// (<see cref="PiiAttribute">[Pii]</see>). Make one with <see cref="Profiling.Profile{T}(Dataset{T})"/>; compare later rows with it by
/// <see cref="DriftComparison"/>.
/// </summary>
/// <typeparam name="T">The row type.</typeparam>
[ArtifactCodec(typeof(ProfileCodec<>))]
public sealed class Profile<T>
    where T : notnull
{
    internal Profile(int rows, IReadOnlyList<ColumnProfile> columns)
    {
        Rows = rows;
        Columns = columns;
    }

    /// <summary>How many rows there were.</summary>
    public int Rows { get; }

    /// <summary>The columns, in the order of the row type.</summary>
    public IReadOnlyList<ColumnProfile> Columns { get; }

    /// <summary>The column with a name.</summary>
    /// <exception cref="KeyNotFoundException">There is none.</exception>
    public ColumnProfile this[string name] =>
        Find(name)
        ?? throw new KeyNotFoundException(
            $"The profile of {typeof(T).Name} has no column '{name}'. It has "
                + $"{string.Join(", ", Columns.Select(static column => column.Name))}."
        );

    /// <summary>The column with a name, or null.</summary>
    public ColumnProfile? Find(string name) => Columns.FirstOrDefault(column => column.Name == name);

    /// <inheritdoc />
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Rows} rows of {typeof(T).Name}\n  {string.Join("\n  ", Columns)}");
}
