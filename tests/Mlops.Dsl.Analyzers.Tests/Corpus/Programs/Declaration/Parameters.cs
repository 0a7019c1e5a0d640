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
