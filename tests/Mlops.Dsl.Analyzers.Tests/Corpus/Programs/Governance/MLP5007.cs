//# fault: gender is a feature
[Stage]
public Raw<Applicant> Read() => new([new("f", 1000, true)]);

[Stage]
public void Show(Raw<Applicant> read, StageContext context) => context.LogMetric("rows", read.Count);

//## Applicant.cs
[Row]
public sealed partial record Applicant([Required, Protected, {|MLP5007:Feature|}] string Gender, [Range(0.0, 1e7), Feature] double Income, [Label] bool Repaid);

//# clean: gender is kept to measure with
[Stage]
public Raw<Applicant> Read() => new([new("f", 1000, true)]);

[Stage]
public void Show(Raw<Applicant> read, StageContext context) => context.LogMetric("rows", read.Count);

//## Applicant.cs
[Row]
public sealed partial record Applicant([Required, Protected] string Gender, [Range(0.0, 1e7), Feature] double Income, [Label] bool Repaid);

//# fault: religion, as a property
[Stage]
public Raw<Applicant> Read() => new([new() { Religion = "none", Income = 3 }]);

[Stage]
public void Show(Raw<Applicant> read, StageContext context) => context.LogMetric("rows", read.Count);

//## Applicant.cs
[Row]
public sealed partial record Applicant
{
    [Required]
    [Protected]
    [{|MLP5007:Feature|}]
    public required string Religion { get; init; }

    [Range(0.0, 1e7), Feature]
    public required double Income { get; init; }
}
