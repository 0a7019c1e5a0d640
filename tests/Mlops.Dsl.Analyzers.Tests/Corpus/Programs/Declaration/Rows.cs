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

//# clean: rows of numbers with every kind of range
[Pipeline("test")]
public sealed partial class TestPipeline
{
    [Stage]
    public int Count() => 1;
}

//## Rows.cs
[Row]
public sealed partial record Sample(
    [Range(-1.5, 1.5)] double A,
    [Range(0, 1)] decimal B,
    [Range(-128, 127)] sbyte C,
    [Range(1, 12)] int? D,
    [Range(0.0, double.PositiveInfinity)] float E,
    [Range(typeof(long), "0", "9223372036854775807")] long F,
    [Range(typeof(TimeSpan), "00:00", "23:59")] TimeSpan? G,
    [Range(typeof(DateTimeOffset), "2020-01-01", "2030-01-01")] DateTimeOffset H,
    [Range(0, 100, MinimumIsExclusive = true, ErrorMessage = "positive")] int I,
    [AllowedValues(1, 2, 3, null)] int? J,
    [DeniedValues("", "n/a")] string K,
    [Length(2, 2)] string L,
    [MinLength(1), MaxLength(5)] string[] M,
    [StringLength(int.MaxValue)] string N,
    [RegularExpression(@"^\p{Lu}\w*$", MatchTimeoutInMilliseconds = 100)] string O,
    [Phone] string? P);

//# fault: a required column of doubles and nested rows, by a named property target
[Pipeline("test")]
public sealed partial class TestPipeline
{
    [Stage]
    public int Count() => 1;
}

//## Rows.cs
public static partial class Schema
{
    [Row]
    public sealed partial record Trip([{|MLP1084:Required|}, Range(0, 1e6)] double Distance, [{|MLP1084:Required(AllowEmptyStrings = false)|}] TimeSpan Duration, [Required] string Driver);
}

//# fault: range of a nullable text, a length of a number in a class's property, an expression on a list
[Pipeline("test")]
public sealed partial class TestPipeline
{
    [Stage]
    public int Count() => 1;
}

//## Rows.cs
[Row]
public sealed partial class Trip
{
    [{|MLP1065:Range(1, 5)|}]
    public string? Stars { get; init; }

    [{|MLP1065:MaxLength(10)|}]
    public int? Seats { get; init; }

    [{|MLP1065:RegularExpression("[a-z]+")|}]
    public string[] Tags { get; init; } = [];

    [{|MLP1065:Url|}]
    public Uri? Link { get; init; }

    [{|MLP1064:Range(5, 1)|}]
    public double Score { get; init; }
}

//# fault: dates as bounds of another type, and in a format of another calendar
[Pipeline("test")]
public sealed partial class TestPipeline
{
    [Stage]
    public int Count() => 1;
}

//## Rows.cs
[Row]
public sealed partial record Visit(
    [{|MLP1065:Range(typeof(DateTime), "2020-01-01", "2030-01-01")|}] DateOnly Day,
    [{|MLP1065:Range(typeof(DateOnly), "yesterday", "2030-01-01")|}] DateOnly Until,
    [{|MLP1065:Range(2020, 2030)|}] DateTime At,
    [{|MLP1064:Range(typeof(TimeOnly), "18:00", "08:00")|}] TimeOnly Opens);
