//# fault: a counter of a static class
[Stage]
public int Fit()
{
    {|MLP4010:Totals.Rows|}++;
    return 1;
}

//## Totals.cs
public static class Totals { public static int Rows; }

//# fault: an atomic counter
[Stage]
public int Fit()
{
    Interlocked.Increment(ref {|MLP4010:Totals.Rows|});
    return 1;
}

//## Totals.cs
public static class Totals { public static int Rows; }

//# fault: a helper sets a property
[Stage]
public int Fit()
{
    Vocabulary.Load(["a", "b"]);
    return Vocabulary.Words.Length;
}

//## Vocabulary.cs
public static class Vocabulary
{
    public static string[] Words { get; private set; } = [];

    public static void Load(string[] words) => {|MLP4010:Words|} = words;
}

//# fault: a tuple is taken apart into a field
[Stage]
public int Fit()
{
    ({|MLP4010:Totals.Rows|}, var other) = (1, 2);
    return other;
}

//## Totals.cs
public static class Totals { public static int Rows; }

//# fault: a lambda counts
[Stage]
public int[] Fit() => [.. Enumerable.Range(0, 9).Select(i => { {|MLP4010:Totals.Rows|} += i; return i; })];

//## Totals.cs
public static class Totals { public static int Rows; }

//# fault: an out argument
[Stage]
public bool Fit() => int.TryParse("1", System.Globalization.CultureInfo.InvariantCulture, out {|MLP4010:Totals.Rows|});

//## Totals.cs
public static class Totals { public static int Rows; }

//# fault: a generic cache of another type
[Stage]
public int Fit() => Latest<int>.Set(4);

//## Latest.cs
public static class Latest<T>
{
    private static T? _value;

    public static T Set(T value)
    {
        {|MLP4010:_value|} = value;
        return _value;
    }
}

//# clean: a value that is computed once
[Stage]
public int Fit() => Table.Squares.Length;

//## Table.cs
public static class Table
{
    private static int[]? _squares;

    public static int[] Squares => _squares ??= [.. Enumerable.Range(0, 9).Select(i => i * i)];
}

//# clean: a static constructor
[Stage]
public int Fit() => Table.Squares.Length;

//## Table.cs
public static class Table
{
    public static readonly int[] Squares;

    static Table() => Squares = [1, 4, 9];
}

//# clean: a field of an object that the stage made
[Stage]
public int Fit()
{
    var totals = new Totals();
    totals.Rows++;
    return totals.Rows;
}

//## Totals.cs
public sealed class Totals { public int Rows; }

//# clean: no stage gets there
[Stage]
public int Fit() => 1;

//## Totals.cs
public static class Totals
{
    public static int Rows;

    public static void Count() => Rows++;
}
