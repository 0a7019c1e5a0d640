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

//# fault: attributes of text on numbers and the other way round, in a row
[Pipeline("test")]
public sealed partial class TestPipeline
{
    [Stage]
    public int Count() => 1;
}

//## Rows.cs
[Row]
public sealed partial record Reading(
    [{|MLP1065:StringLength(10)|}] int Sensor,
    [{|MLP1065:RegularExpression("[0-9]+")|}] double Value,
    [{|MLP1065:EmailAddress|}] long Contact,
    [{|MLP1065:Range(0, 100)|}] string Unit,
    [{|MLP1065:MinLength(1)|}] DateTime At,
    [property: {|MLP1065:Compare("Unit")|}] string Other);

//# fault: bounds that an integer type cannot hold, and of another type
[Pipeline("test")]
public sealed partial class TestPipeline
{
    [Stage]
    public int Count() => 1;
}

//## Rows.cs
[Row]
public sealed partial record Reading(
    [{|MLP1065:Range(0, 300)|}] byte Level,
    [{|MLP1065:Range(0.5, 1.5)|}] int Count,
    [{|MLP1065:Range(typeof(TimeOnly), "25:00", "26:00")|}] TimeOnly At,
    [{|MLP1065:AllowedValues("1", "2")|}] int Class);

//# fault: an expression with an unclosed group in a row, one with a bad range in a constant
[Pipeline("test")]
public sealed partial class TestPipeline
{
    [Stage]
    public int Count() => 1;
}

//## Rows.cs
[Row]
public sealed partial record Customer([RegularExpression({|MLP1066:@"^(\d{5}(-\d{4})?$"|})] string Zip, [RegularExpression({|MLP1066:Patterns.Code|})] string Code);

public static class Patterns
{
    public const string Code = "[z-a]+";
}

//# fault: allowed values that no pattern matches, in a row
[Pipeline("test")]
public sealed partial class TestPipeline
{
    [Stage]
    public int Count() => 1;
}

//## Rows.cs
[Row]
public sealed partial record Customer([AllowedValues("DE", "FR"), {|MLP1069:RegularExpression("[a-z]{2}")|}] string Country);

//# fault: a row struct that is not partial inside a class that is not
[Pipeline("test")]
public sealed partial class TestPipeline
{
    [Stage]
    public int Count() => 1;
}

//## Rows.cs
public static class {|MLP1081:Schema|}
{
    [Row]
    public readonly record struct {|MLP1081:Point|}(double X, double Y);
}

//# fault: a row without columns, a static one, a private one, a ref struct
[Pipeline("test")]
public sealed partial class TestPipeline
{
    [Stage]
    public int Count() => 1;

    [Row]
    private sealed partial record {|MLP1082:Hidden|}(int X);
}

//## Rows.cs
[Row]
public sealed partial record {|MLP1082:Empty|};

[Row]
public ref partial struct {|MLP1082:OnStack|}
{
    public int X { get; init; }
}

//# fault: columns of an interface, an object, a class with hidden state, a delegate in a nested record
[Pipeline("test")]
public sealed partial class TestPipeline
{
    [Stage]
    public int Count() => 1;
}

//## Rows.cs
[Row]
public sealed partial record Scan(string Name, IDisposable {|MLP1083:Handle|});

[Row]
public sealed partial record Tagged(string Name, object {|MLP1083:Tag|});

[Row]
public sealed partial record Nested(string Name, Inner {|MLP1083:Extra|});

public sealed record Inner(Func<int> Make);

//# fault: required enums, booleans, guids, in a class with properties
[Pipeline("test")]
public sealed partial class TestPipeline
{
    [Stage]
    public int Count() => 1;
}

//## Rows.cs
[Row]
public sealed partial class Visit
{
    [{|MLP1084:Required|}]
    public DayOfWeek Day { get; init; }

    [{|MLP1084:Required(ErrorMessage = "id")|}]
    public required Guid Id { get; init; }

    [Required]
    public bool? Paid { get; init; }
}

//# clean: rows of structs, nested classes, base records, lists, nullables and codecs
[Pipeline("test")]
public sealed partial class TestPipeline
{
    [Stage]
    public Raw<Visit> Read() => new([]);

    [Stage]
    public Validated<Visit> Check(Raw<Visit> read) => read.Validate();
}

//## Rows.cs
public static partial class Schema
{
    [Row]
    internal partial record struct Point(double X, double Y);
}

public abstract record Entity([property: Required] string Id);

[Row]
public sealed partial record Visit(
    string Id,
    [Range(0, 120)] int? Age,
    [Range(0, 1)] float Score,
    [Range(0, 255)] byte Level,
    [Range(typeof(DateOnly), "2000-01-01", "2030-12-31"), Time] DateOnly Day,
    [StringLength(5, MinimumLength = 5), RegularExpression("[0-9]+")] string? Zip,
    [AllowedValues("a", "b", null)] string? Kind,
    [MaxLength(10)] IReadOnlyList<string> Codes,
    [MinLength(3)] float[] Vector,
    [Url] string? Link,
    [CreditCard] string? Card,
    [Base64String] string? Blob,
    DayOfWeek Weekday,
    Guid Key,
    (double Lat, double Lon) Place) : Entity(Id);
