using System.Globalization;

namespace Mlops.Dsl;

/// <summary>
/// Checks that sets have nothing in common. Messages say which rows, and never what is in them: that may be personal data.
/// </summary>
internal static class HoldOutCheck
{
    private const int ShownRows = 3;

    /// <summary>Keeps rows of one key on one side: the last that has them.</summary>
    /// <returns>The rows of each side, in their order.</returns>
    public static T[][] Apart<T, TKey>(HoldOutSide<T>[] sides, Func<T, TKey> keyOf, SharedRows shared, string what)
        where T : notnull
    {
        if (!Enum.IsDefined(shared))
        {
            throw new ArgumentOutOfRangeException(nameof(shared), shared, "There is no such way to treat shared rows.");
        }

        var kept = new T[sides.Length][];

        // In a tuple, null is a key like any other.
        var seen = new Dictionary<ValueTuple<TKey>, (int Side, int Row)>();
        for (var side = sides.Length - 1; side >= 0; side--)
        {
            var keys = sides[side].Rows.Select(row => new ValueTuple<TKey>(keyOf(row))).ToArray();
            var common = Enumerable.Range(0, keys.Length).Where(row => seen.ContainsKey(keys[row])).ToArray();
            if (common.Length > 0 && shared == SharedRows.Refuse)
            {
                throw Refused(sides, side, common, row => seen[keys[row]], what);
            }

            kept[side] = Left(sides[side], common);
            for (var row = 0; row < keys.Length; row++)
            {
                seen.TryAdd(keys[row], (side, row));
            }
        }

        return kept;
    }

    /// <summary>Sees that the rows of each side are older than those of the next.</summary>
    /// <returns>The rows of each side, in their order.</returns>
    public static T[][] InOrder<T, TTime>(HoldOutSide<T>[] sides, Func<T, TTime> timeOf)
        where T : notnull
    {
        for (var side = 1; side < sides.Length; side++)
        {
            var (older, younger) = (sides[side - 1], sides[side]);
            var oldest = Enumerable.Range(0, younger.Rows.Count).MinBy(row => timeOf(younger.Rows[row]));
            var limit = timeOf(younger.Rows[oldest]);
            var late = Enumerable
                .Range(0, older.Rows.Count)
                .Where(row => Comparer<TTime>.Default.Compare(timeOf(older.Rows[row]), limit) >= 0)
                .ToArray();
            if (late.Length > 0)
            {
                throw new HoldOutException(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"{Count(late.Length, older.Name)} not older than row {oldest} of the {younger.Name} set: {Shown(late)}. "
                    ) + "Cut the files at one time, or split all rows with SplitByTime."
                );
            }
        }

        return Array.ConvertAll(sides, static side => side.Rows.AsSpan().ToArray());
    }

    private static T[] Left<T>(HoldOutSide<T> side, int[] without)
        where T : notnull
    {
        var left = side.Rows.Where((_, row) => Array.BinarySearch(without, row) < 0).ToArray();
        return left.Length > 0
            ? left
            : throw new ArgumentException(
                $"No row is left for the {side.Name} set: all of its rows are in a set that is measured on later."
            );
    }

    private static HoldOutException Refused<T>(
        HoldOutSide<T>[] sides,
        int side,
        int[] common,
        Func<int, (int Side, int Row)> find,
        string what
    )
        where T : notnull
    {
        var pairs = common
            .Take(ShownRows)
            .Select(row =>
            {
                var (otherSide, otherRow) = find(row);
                return string.Create(
                    CultureInfo.InvariantCulture,
                    $"row {row} is {what} with row {otherRow} of the {sides[otherSide].Name} set"
                );
            });
        return new HoldOutException(
            $"{Count(common.Length, sides[side].Name)} also on another side: "
                + $"{string.Join(", ", pairs)}{(common.Length > ShownRows ? ", …" : "")}. "
                + $"Take them out of one of the files, or say shared: {nameof(SharedRows)}.{nameof(SharedRows.KeepInLast)} "
                + $"to leave them out of the {sides[side].Name} set."
        );
    }

    private static string Count(int rows, string side) =>
        string.Create(CultureInfo.InvariantCulture, $"{rows} row{(rows == 1 ? "" : "s")} of the {side} set {(rows == 1 ? "is" : "are")}");

    private static string Shown(int[] rows) =>
        string.Join(", ", rows.Take(ShownRows).Select(static row => row.ToString(CultureInfo.InvariantCulture)))
        + (rows.Length > ShownRows ? ", …" : "");
}
