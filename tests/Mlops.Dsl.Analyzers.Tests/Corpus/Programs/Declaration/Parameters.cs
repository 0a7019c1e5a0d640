//# fault: a parameter that only the class can set
//## share Docs.cs
[Parameter]
public int {|MLP1061:Rounds|} { get; } = 3;

[Stage]
public int Count(FileSet docs) => docs.Count * Rounds;

//# fault: a parameter for all runs
//## share Docs.cs
[Parameter]
public static int {|MLP1061:Rounds|} { get; set; } = 3;

[Stage]
public int Count(FileSet docs) => docs.Count * Rounds;

//# fault: a stage turns its own screw
//## share Docs.cs
[Parameter]
public int Rounds { get; set; } = 3;

[Stage]
public int Count(FileSet docs)
{
    {|MLP1008:Rounds = docs.Count|};
    return Rounds;
}

//# fault: a parameter that nobody can write on a command line
//## share Docs.cs
[Parameter]
public Dictionary<string, int> {|MLP1062:Weights|} { get; init; } = [];

[Stage]
public int Count(FileSet docs) => docs.Count + Weights.Count;

//# fault: a default that its pattern refuses
//## share Docs.cs
[Parameter, RegularExpression("[a-z]+")]
public string Language { get; init; } = {|MLP1063:"EN"|};

[Stage]
public int Count(FileSet docs) => docs.Count + Language.Length;

//# fault: bounds the wrong way round
//## share Docs.cs
[Parameter, {|MLP1064:Range(0.9, 0.1)|}]
public double Share { get; init; }

[Stage]
public double Count(FileSet docs) => docs.Count * Share;

//# fault: dates the wrong way round
//## share Docs.cs
[Parameter, {|MLP1064:Range(typeof(DateOnly), "2025-01-01", "2024-01-01")|}]
public DateOnly Until { get; init; }

[Stage]
public int Count(FileSet docs) => docs.Count + Until.Day;

//# fault: a range of text
//## share Docs.cs
[Parameter, {|MLP1065:Range(1, 9)|}]
public string Level { get; init; } = "3";

[Stage]
public int Count(FileSet docs) => docs.Count + Level.Length;

//# fault: a date that no calendar has
//## share Docs.cs
[Parameter, {|MLP1065:Range(typeof(DateOnly), "2024-02-30", "2025-01-01")|}]
public DateOnly Until { get; init; }

[Stage]
public int Count(FileSet docs) => docs.Count + Until.Day;

//# fault: whole numbers among the allowed values of a double
//## share Docs.cs
[Parameter, {|MLP1065:AllowedValues(1, 2)|}]
public double Scale { get; init; }

[Stage]
public double Count(FileSet docs) => docs.Count * Scale;

//# fault: a pattern that does not parse
//## share Docs.cs
[Parameter, RegularExpression({|MLP1066:"[a-z"|})]
public string Language { get; init; } = "en";

[Stage]
public int Count(FileSet docs) => docs.Count + Language.Length;

//# fault: a pattern that is longer than the text may be
//## share Docs.cs
[Parameter, StringLength(4), {|MLP1069:RegularExpression("[A-Z]{3}-[0-9]+")|}]
public string Code { get; init; } = "";

[Stage]
public int Count(FileSet docs) => docs.Count + Code.Length;

//# fault: allowed and denied
//## share Docs.cs
[Parameter, AllowedValues("en", "de"), {|MLP1069:DeniedValues("de", "fr")|}]
public string Language { get; init; } = "en";

[Stage]
public int Count(FileSet docs) => docs.Count + Language.Length;

//# fault: a secret number
//## share Docs.cs
[Secret]
public int {|MLP1067:Pin|} { get; init; }

[Stage]
public int Count(FileSet docs) => docs.Count + Pin;

//# clean: whole-number bounds of a double, and none of a length
//## share Docs.cs
[Parameter, Range(0, 1)]
public double Share { get; init; } = 0.5;

[Parameter, MaxLength(-1), MinLength(1)]
public string Language { get; init; } = "en";

[Stage]
public double Count(FileSet docs) => docs.Count * Share * Language.Length;

//# clean: constraints that fit together
//## share Docs.cs
[Parameter, StringLength(8), RegularExpression("[A-Z]{2}(-[0-9]{1,4})?"), Required]
public string Code { get; init; } = "AB-12";

[Parameter, Range(typeof(TimeOnly), "08:00", "17:30")]
public TimeOnly Until { get; init; } = new(12, 0);

[Parameter, AllowedValues(1, 2, 4), Range(1, 4)]
public int Rounds { get; init; } = 2;

[Stage]
public int Count(FileSet docs) => docs.Count + Code.Length + Until.Hour + Rounds;

//# fault: a computed parameter and an indexer
//## share Docs.cs
[Parameter]
public int {|MLP1061:Total|} => Rounds * 2;

[Parameter]
public int Rounds { get; init; } = 2;

[Parameter]
public int {|MLP1061:this|}[int index] => index;

[Stage]
public int Count(FileSet docs) => docs.Count * Total * this[1];

//# fault: parameters that are objects, tuples and lists of records
//## share Docs.cs
[Parameter]
public Options {|MLP1062:Training|} { get; init; } = new(3);

[Parameter]
public (int A, int B) {|MLP1062:Pair|} { get; init; }

[Stage]
public int Count(FileSet docs) => docs.Count * Training.Epochs * Pair.A;

public sealed record Options(int Epochs);

//# fault: defaults by constants and arithmetic, too short, not among those allowed
//## share Docs.cs
private const double Share = 0.5;

[Parameter, Range(0.0, 1.0)]
public double TrainShare { get; init; } = {|MLP1063:Share * 3|};

[Parameter, AllowedValues("adam", "sgd")]
public string Optimizer { get; init; } = {|MLP1063:"Adam"|};

[Parameter, StringLength(20, MinimumLength = 3)]
public string Language { get; init; } = {|MLP1063:"en"|};

[Stage]
public double Count(FileSet docs) => docs.Count * TrainShare * Optimizer.Length * Language.Length;

//# fault: a default of too many elements, one of too few; an empty default of what a run has to give
//## share Docs.cs
[Parameter, Required]
public string Language { get; init; } = "";

[Parameter, MinLength(1)]
public string[] Tags { get; init; } = {|MLP1063:[]|};

[Parameter, MaxLength(2)]
public int[] Layers { get; init; } = {|MLP1063:[64, 32, 16]|};

[Stage]
public int Count(FileSet docs) => docs.Count * Language.Length * Layers.Length * Tags.Length;

//# fault: a length's bounds and a range by constants the wrong way round
//## share Docs.cs
private const int Least = 10;

[Parameter, {|MLP1064:StringLength(4, MinimumLength = Least)|}]
public string Code { get; init; } = "";

[Parameter, {|MLP1064:Length(5, 2)|}]
public string[] Tags { get; init; } = [];

[Parameter, {|MLP1064:Range(Least, Least - 1)|}]
public int Rounds { get; init; }

[Stage]
public int Count(FileSet docs) => docs.Count * Code.Length * Tags.Length * Rounds;

//# fault: a secret of a Uri and one of an array
//## share Docs.cs
[Secret]
public Uri? {|MLP1067:Endpoint|} { get; init; }

[Stage]
public int Count(FileSet docs) => docs.Count + (Endpoint?.Port ?? 0);

//# fault: a secret's default by a constant and by concatenation
//## share Docs.cs
private const string Dev = "dev-key-123";

[Secret]
public string Key { get; init; } = {|MLP1068:Dev|};

[Secret]
public string Password { get; init; } = {|MLP1068:"pass" + "word1"|};

[Stage]
public int Count(FileSet docs) => docs.Count + Key.Length + Password.Length;

//# fault: required and at most nothing, an allowed value out of range, a denied default
//## share Docs.cs
[Parameter, AllowedValues(20, 40), {|MLP1069:Range(1, 10)|}]
public int Rounds { get; init; }

[Parameter, Required, {|MLP1069:MaxLength(0)|}]
public string Name { get; init; }

[Stage]
public int Count(FileSet docs) => docs.Count * Rounds * Name.Length;

//# clean: parameters of every type that has a text, with constraints that fit
//## share Docs.cs
[Parameter, Range(typeof(decimal), "0.1", "9.9")]
public decimal Rate { get; init; } = 0.5m;

[Parameter, Range(0, int.MaxValue)]
public long? Limit { get; init; }

[Parameter, AllowedValues(DayOfWeek.Monday, DayOfWeek.Friday)]
public DayOfWeek Day { get; init; } = DayOfWeek.Monday;

[Parameter, MinLength(1)]
public double[] Layers { get; init; } = [64, 32];

[Parameter]
public Uri? Endpoint { get; init; }

[Parameter, Range(typeof(TimeSpan), "00:00:01", "1.00:00:00")]
public TimeSpan Window { get; init; } = TimeSpan.FromMinutes(5);

[Parameter, Length(1, 3)]
public string[] Tags { get; init; } = ["a"];

[Parameter, EmailAddress]
public string Owner { get; init; } = "team@example.org";

[Parameter, Required, DataType(DataType.Text), Display(Name = "language")]
public required string Language { get; init; }

[Stage]
public double Count(FileSet docs) => docs.Count * (double)Rate * Layers.Length * Tags.Length * Window.TotalSeconds * Owner.Length * Language.Length * ((int)Day + (Limit ?? 0) + (Endpoint?.Port ?? 0));

//# clean: a parameter's default is not known to the compiler
//## share Docs.cs
[Parameter, Range(1, 64)]
public int Workers { get; init; } = Math.Max(1, Environment.ProcessorCount / 2);

[Parameter, RegularExpression("^/.*")]
public string Folder { get; init; } = Environment.GetEnvironmentVariable("DATA") ?? "/data";

[Secret(EnvironmentVariable = "API_TOKEN", Optional = true)]
public string Token { get; init; } = string.Empty;

[Stage]
public int Count(FileSet docs) => docs.Count * Workers * Folder.Length * Token.Length;

//# clean: a secret with an empty default, one from a method, one that is required
//## share Docs.cs
[Secret]
public string First { get; init; } = "";

[Secret(EnvironmentVariable = "SECOND")]
public required string Second { get; init; }

[Secret(Optional = true)]
public string? Third { get; init; }

[Stage]
public int Count(FileSet docs) => docs.Count + First.Length + Second.Length + (Third?.Length ?? 0);

//# fault: a parameter's range by a negated constant, its default by another
//## share Docs.cs
private const double Share = 0.2;

[Parameter, Range(-Share, Share)]
public double Tilt { get; init; } = {|MLP1063:-2 * Share|};

[Parameter, Length(3, 3), {|MLP1069:RegularExpression("[A-Z]{2}")|}]
public string? Code { get; init; }

[Stage]
public double Count(FileSet docs) => docs.Count * Tilt * (Code?.Length ?? 1);

//# fault: an enum's default is denied, one that is not allowed
//## share Docs.cs
[Parameter, DeniedValues(DayOfWeek.Sunday)]
public DayOfWeek Day { get; init; } = {|MLP1063:DayOfWeek.Sunday|};

[Parameter, AllowedValues(1, 2, 4)]
public int Step { get; init; } = {|MLP1063:3|};

[Stage]
public int Count(FileSet docs) => docs.Count * Step * (int)Day;
