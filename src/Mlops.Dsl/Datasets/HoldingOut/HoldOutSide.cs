namespace Mlops.Dsl;

/// <summary>A set that is held apart from the others.</summary>
/// <param name="Name">What it is called in messages.</param>
/// <param name="Rows">Its rows.</param>
internal sealed record HoldOutSide<T>(string Name, Validated<T> Rows)
    where T : notnull
{
    /// <summary>The sides, each with a row at least.</summary>
    /// <exception cref="ArgumentException">One has none.</exception>
    public static HoldOutSide<T>[] Filled(HoldOutSide<T>[] sides)
    {
        foreach (var (name, rows) in sides)
        {
            ArgumentNullException.ThrowIfNull(rows, name);
            if (rows.Count == 0)
            {
                throw new ArgumentException($"The {name} set has no rows.");
            }
        }

        return sides;
    }
}
