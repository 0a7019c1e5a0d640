using Mlops.Dsl.Columns;

namespace Mlops.Dsl.MLNet.Parity;

/// <summary>A row to compare, and what to call it.</summary>
internal readonly record struct ComparedRow<TRow>(TRow Row, string Name);

/// <summary>Rows that no training set has: real ones, each with one value that a model may stumble over.</summary>
internal static class HostileRows
{
    public static IEnumerable<ComparedRow<TRow>> Of<TRow>(IReadOnlyList<TRow> real)
        where TRow : IRow<TRow>
    {
        var columns = TRow.Schema.Columns;
        var values = RowValues.For(TRow.Schema);
        var copy = columns.Select(static column => column.Accept(new Copier<TRow>())).ToArray();
        var count = 0;
        for (var column = 0; column < columns.Count; column++)
        {
            foreach (var (description, set) in columns[column].Accept(new Traps<TRow>()))
            {
                Fill(values, copy, real[count++ % real.Count]);
                set(values.Cells[column]);
                yield return new ComparedRow<TRow>(TRow.Create(values), $"a row whose {columns[column].Name} is {description}");
            }
        }

        Fill(values, copy, real[0]);
        for (var column = 0; column < columns.Count; column++)
        {
            columns[column]
                .Accept(new Traps<TRow>())
                .FirstOrDefault(static trap => trap.Description == Traps<TRow>.Missing)
                .Set?.Invoke(values.Cells[column]);
        }

        yield return new ComparedRow<TRow>(TRow.Create(values), "a row without all that may be missing");
    }

    private static void Fill<TRow>(RowValues values, Action<TRow, RowCell>[] copy, TRow row)
    {
        values.Clear();
        for (var column = 0; column < copy.Length; column++)
        {
            copy[column](row, values.Cells[column]);
        }
    }

    private readonly struct Copier<TRow> : IRowColumnVisitor<TRow, Action<TRow, RowCell>>
    {
        public Action<TRow, RowCell> Visit<T>(RowColumn<TRow, T> column) => (row, cell) => ((RowCell<T>)cell).Value = column.Get(row);
    }
}

/// <summary>The values of a column that a model may stumble over.</summary>
internal readonly struct Traps<TRow> : IRowColumnVisitor<TRow, IReadOnlyList<(string Description, Action<RowCell> Set)>>
{
    public const string Missing = "missing";
    private const int LongText = 10_000;

    public IReadOnlyList<(string Description, Action<RowCell> Set)> Visit<T>(RowColumn<TRow, T> column)
    {
        var traps = Values(Scalar<T>.Type)
            .Select(static trap => (trap.Description, (Action<RowCell>)(cell => ((RowCell<T>)cell).Value = (T)trap.Value)))
            .ToList();
        if (RowColumnKind.Of(column).IsNullable)
        {
            traps.Add((Missing, static cell => ((RowCell<T>)cell).Value = default!));
        }

        return traps;
    }

    private static IEnumerable<(string Description, object Value)> Values(Type type)
    {
        if (type == typeof(string))
        {
            return
            [
                ("the empty text", ""),
                ("a text that was never seen", "\u0001 never seen"),
                ("a text beyond the basic plane", "\U0001D4B3\U0001F600"),
                ("half a surrogate pair", "\uD800"),
                ("a very long text", new string('x', LongText)),
                ("blank", " "),
            ];
        }

        if (type.IsEnum)
        {
            return Enum.GetValuesAsUnderlyingType(type)
                .Cast<object>()
                .Select(value => ($"{Enum.ToObject(type, value)}", Enum.ToObject(type, value)));
        }

        return Type.GetTypeCode(type) switch
        {
            TypeCode.Boolean => [("true", true), ("false", false)],
            TypeCode.SByte => Ends(sbyte.MinValue, sbyte.MaxValue, (sbyte)0),
            TypeCode.Byte => Ends(byte.MinValue, byte.MaxValue, (byte)0),
            TypeCode.Int16 => Ends(short.MinValue, short.MaxValue, (short)0),
            TypeCode.UInt16 => Ends(ushort.MinValue, ushort.MaxValue, (ushort)0),
            TypeCode.Int32 => Ends(int.MinValue, int.MaxValue, 0),
            TypeCode.UInt32 => Ends(uint.MinValue, uint.MaxValue, 0u),
            TypeCode.Int64 => Ends(long.MinValue, long.MaxValue, 0L),
            TypeCode.UInt64 => Ends(ulong.MinValue, ulong.MaxValue, 0UL),
            TypeCode.Decimal => Ends(decimal.MinValue, decimal.MaxValue, 0m),
            TypeCode.DateTime => Ends(DateTime.MinValue, DateTime.MaxValue, DateTime.UnixEpoch),
            TypeCode.Single =>
            [
                .. Ends(float.MinValue, float.MaxValue, -0f),
                ("∞", float.PositiveInfinity),
                ("-∞", float.NegativeInfinity),
                ("NaN", float.NaN),
                ("tiny", float.Epsilon),
            ],
            TypeCode.Double =>
            [
                .. Ends(double.MinValue, double.MaxValue, -0d),
                ("∞", double.PositiveInfinity),
                ("-∞", double.NegativeInfinity),
                ("NaN", double.NaN),
                ("tiny", double.Epsilon),
            ],
            _ => [],
        };
    }

    private static (string Description, object Value)[] Ends<TValue>(TValue least, TValue greatest, TValue zero)
        where TValue : notnull => [("the least", least), ("the greatest", greatest), ("zero", zero)];
}
