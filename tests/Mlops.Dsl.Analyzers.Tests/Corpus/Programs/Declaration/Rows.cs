//# fault: a row that nothing can be added to
[Pipeline("test")]
public sealed partial class TestPipeline
{
    [Stage]
    public int Count() => 1;
}

//## Rows.cs
[Row]
public sealed record {|MLP1081:Flat|}(double Area, double Price);

//# fault: a row of any type
[Pipeline("test")]
public sealed partial class TestPipeline
{
    [Stage]
    public int Count() => 1;
}

//## Rows.cs
[Row]
public sealed partial record {|MLP1082:Measured|}<T>(T Value);

//# fault: a row with a stream in it
[Pipeline("test")]
public sealed partial class TestPipeline
{
    [Stage]
    public int Count() => 1;
}

//## Rows.cs
[Row]
public sealed partial record Scan(string Name, Stream {|MLP1083:Pixels|});

//# fault: a number that has to be there always is
[Pipeline("test")]
public sealed partial class TestPipeline
{
    [Stage]
    public int Count() => 1;
}

//## Rows.cs
[Row]
public sealed partial record Customer([Required] string Id, [{|MLP1084:Required|}] int Age, [property: {|MLP1084:Required|}] DateOnly Since);

//# fault: lengths that exclude each other
[Pipeline("test")]
public sealed partial class TestPipeline
{
    [Stage]
    public int Count() => 1;
}

//## Rows.cs
[Row]
public sealed partial record Word([StringLength(3), {|MLP1069:MinLength(4)|}] string Text);

//# clean: rows of every kind
[Pipeline("test")]
public sealed partial class TestPipeline
{
    [Stage]
    public int Count() => 1;
}

//## Rows.cs
[Row]
public sealed partial record Customer([Required] string Id, [Required, Range(0, 150)] int? Age, DayOfWeek Day, (double X, double Y)? Place)
{
    public bool IsGrown => Age >= 18;
}

[Row]
public readonly partial record struct Point(double X, double Y);

[Row]
public sealed partial class Event
{
    public required DateTimeOffset At { get; init; }

    public string[] Tags { get; init; } = [];
}
