//# fault: the trainer is given the column
[Source("applicants.csv")]
public partial FileArtifact File();

[Stage]
public Raw<Applicant> Parse(FileArtifact file) => new(file.ReadLines().Select(line => new Applicant(line[..1], line.Length, line[^1] == 'y')));

[Stage]
public Validated<Applicant> Check(Raw<Applicant> parse) => parse.Validate();

[Stage]
public (TrainSet<Applicant> Train, TestSet<Applicant> Test) Split(Validated<Applicant> check) => check.Split(0.8, seed: 42);

[Stage]
public Threshold Fit(TrainSet<Applicant> train) => ThresholdTrainer.Fit({|MLP5013:train.Select(applicant => applicant.Gender)|});

[Stage]
public void Tell(Threshold fit, TestSet<Applicant> test, StageContext context) => context.LogMetric("income", fit.Income + test.Count);

//## Types.cs
[Row]
public sealed partial record Applicant([Required, Protected] string Gender, [Range(0.0, 1e7), Feature] double Income, [Label] bool Repaid);

[Row]
public sealed partial record Example([Required, Feature] string Group, [Range(0.0, 1e7), Feature] double Income, [Label] bool Repaid);

public sealed record Threshold(double Income);

public static class ThresholdTrainer
{
    public static Threshold Fit(IEnumerable<string> texts) => new(texts.Count());

    public static Threshold Fit(double[] x, double[] sampleWeights) => new(x.Zip(sampleWeights, (a, b) => a * b).Sum());

    public static Threshold Fit(IEnumerable<(string Key, double Income)> rows) => new(rows.Average(r => r.Income));
}

//# fault: the column is an element of a tuple
[Source("applicants.csv")]
public partial FileArtifact File();

[Stage]
public Raw<Applicant> Parse(FileArtifact file) => new(file.ReadLines().Select(line => new Applicant(line[..1], line.Length, line[^1] == 'y')));

[Stage]
public Validated<Applicant> Check(Raw<Applicant> parse) => parse.Validate();

[Stage]
public (TrainSet<Applicant> Train, TestSet<Applicant> Test) Split(Validated<Applicant> check) => check.Split(0.8, seed: 42);

[Stage]
public Threshold Fit(TrainSet<Applicant> train) => ThresholdTrainer.Fit({|MLP5013:train.Select(applicant => (applicant.Gender, applicant.Income))|});

[Stage]
public void Tell(Threshold fit, TestSet<Applicant> test, StageContext context) => context.LogMetric("income", fit.Income + test.Count);

//## Types.cs
[Row]
public sealed partial record Applicant([Required, Protected] string Gender, [Range(0.0, 1e7), Feature] double Income, [Label] bool Repaid);

[Row]
public sealed partial record Example([Required, Feature] string Group, [Range(0.0, 1e7), Feature] double Income, [Label] bool Repaid);

public sealed record Threshold(double Income);

public static class ThresholdTrainer
{
    public static Threshold Fit(IEnumerable<string> texts) => new(texts.Count());

    public static Threshold Fit(double[] x, double[] sampleWeights) => new(x.Zip(sampleWeights, (a, b) => a * b).Sum());

    public static Threshold Fit(IEnumerable<(string Key, double Income)> rows) => new(rows.Average(r => r.Income));
}

//# fault: a local holds it on the way
[Source("applicants.csv")]
public partial FileArtifact File();

[Stage]
public Raw<Applicant> Parse(FileArtifact file) => new(file.ReadLines().Select(line => new Applicant(line[..1], line.Length, line[^1] == 'y')));

[Stage]
public Validated<Applicant> Check(Raw<Applicant> parse) => parse.Validate();

[Stage]
public (TrainSet<Applicant> Train, TestSet<Applicant> Test) Split(Validated<Applicant> check) => check.Split(0.8, seed: 42);

[Stage]
public Threshold Fit(TrainSet<Applicant> train)
{
    var groups = new List<string>();
    foreach (var applicant in train)
    {
        groups.Add(applicant.Gender.ToUpperInvariant());
    }

    return ThresholdTrainer.Fit({|MLP5013:groups|});
}

[Stage]
public void Tell(Threshold fit, TestSet<Applicant> test, StageContext context) => context.LogMetric("income", fit.Income + test.Count);

//## Types.cs
[Row]
public sealed partial record Applicant([Required, Protected] string Gender, [Range(0.0, 1e7), Feature] double Income, [Label] bool Repaid);

[Row]
public sealed partial record Example([Required, Feature] string Group, [Range(0.0, 1e7), Feature] double Income, [Label] bool Repaid);

public sealed record Threshold(double Income);

public static class ThresholdTrainer
{
    public static Threshold Fit(IEnumerable<string> texts) => new(texts.Count());

    public static Threshold Fit(double[] x, double[] sampleWeights) => new(x.Zip(sampleWeights, (a, b) => a * b).Sum());

    public static Threshold Fit(IEnumerable<(string Key, double Income)> rows) => new(rows.Average(r => r.Income));
}

//# fault: it is a feature of another row
[Source("applicants.csv")]
public partial FileArtifact File();

[Stage]
public Raw<Applicant> Parse(FileArtifact file) => new(file.ReadLines().Select(line => new Applicant(line[..1], line.Length, line[^1] == 'y')));

[Stage]
public Validated<Applicant> Check(Raw<Applicant> parse) => parse.Validate();

[Stage]
public Raw<Example> Prepare(Validated<Applicant> check) => new(check.Select(a => new Example({|MLP5013:a.Gender|}, a.Income, a.Repaid)));

[Stage]
public void Tell(Validated<Example> prepared, StageContext context) => context.LogMetric("rows", prepared.Count);

[Stage]
public Validated<Example> Prepared(Raw<Example> prepare) => prepare.Validate();

//## Types.cs
[Row]
public sealed partial record Applicant([Required, Protected] string Gender, [Range(0.0, 1e7), Feature] double Income, [Label] bool Repaid);

[Row]
public sealed partial record Example([Required, Feature] string Group, [Range(0.0, 1e7), Feature] double Income, [Label] bool Repaid);

public sealed record Threshold(double Income);

public static class ThresholdTrainer
{
    public static Threshold Fit(IEnumerable<string> texts) => new(texts.Count());

    public static Threshold Fit(double[] x, double[] sampleWeights) => new(x.Zip(sampleWeights, (a, b) => a * b).Sum());

    public static Threshold Fit(IEnumerable<(string Key, double Income)> rows) => new(rows.Average(r => r.Income));
}

//# fault: a helper cuts it before it is a feature
[Source("applicants.csv")]
public partial FileArtifact File();

[Stage]
public Raw<Applicant> Parse(FileArtifact file) => new(file.ReadLines().Select(line => new Applicant(line[..1], line.Length, line[^1] == 'y')));

[Stage]
public Validated<Applicant> Check(Raw<Applicant> parse) => parse.Validate();

[Stage]
public Raw<Example> Prepare(Validated<Applicant> check) => new(check.Select(a => new Example({|MLP5013:Cut(a.Gender)|}, a.Income, a.Repaid)));

private static string Cut(string text) => text[..1];

[Stage]
public void Tell(Validated<Example> prepared, StageContext context) => context.LogMetric("rows", prepared.Count);

[Stage]
public Validated<Example> Prepared(Raw<Example> prepare) => prepare.Validate();

//## Types.cs
[Row]
public sealed partial record Applicant([Required, Protected] string Gender, [Range(0.0, 1e7), Feature] double Income, [Label] bool Repaid);

[Row]
public sealed partial record Example([Required, Feature] string Group, [Range(0.0, 1e7), Feature] double Income, [Label] bool Repaid);

public sealed record Threshold(double Income);

public static class ThresholdTrainer
{
    public static Threshold Fit(IEnumerable<string> texts) => new(texts.Count());

    public static Threshold Fit(double[] x, double[] sampleWeights) => new(x.Zip(sampleWeights, (a, b) => a * b).Sum());

    public static Threshold Fit(IEnumerable<(string Key, double Income)> rows) => new(rows.Average(r => r.Income));
}

//# fault: a with expression sets the feature
[Source("applicants.csv")]
public partial FileArtifact File();

[Stage]
public Raw<Applicant> Parse(FileArtifact file) => new(file.ReadLines().Select(line => new Applicant(line[..1], line.Length, line[^1] == 'y')));

[Stage]
public Validated<Applicant> Check(Raw<Applicant> parse) => parse.Validate();

[Stage]
public Raw<Example> Prepare(Validated<Applicant> check) => new(check.Select(a => new Example("", a.Income, a.Repaid) with { Group = {|MLP5013:a.Gender|} }));

[Stage]
public void Tell(Validated<Example> prepared, StageContext context) => context.LogMetric("rows", prepared.Count);

[Stage]
public Validated<Example> Prepared(Raw<Example> prepare) => prepare.Validate();

//## Types.cs
[Row]
public sealed partial record Applicant([Required, Protected] string Gender, [Range(0.0, 1e7), Feature] double Income, [Label] bool Repaid);

[Row]
public sealed partial record Example([Required, Feature] string Group, [Range(0.0, 1e7), Feature] double Income, [Label] bool Repaid);

public sealed record Threshold(double Income);

public static class ThresholdTrainer
{
    public static Threshold Fit(IEnumerable<string> texts) => new(texts.Count());

    public static Threshold Fit(double[] x, double[] sampleWeights) => new(x.Zip(sampleWeights, (a, b) => a * b).Sum());

    public static Threshold Fit(IEnumerable<(string Key, double Income)> rows) => new(rows.Average(r => r.Income));
}

//# clean: other columns are learned
[Source("applicants.csv")]
public partial FileArtifact File();

[Stage]
public Raw<Applicant> Parse(FileArtifact file) => new(file.ReadLines().Select(line => new Applicant(line[..1], line.Length, line[^1] == 'y')));

[Stage]
public Validated<Applicant> Check(Raw<Applicant> parse) => parse.Validate();

[Stage]
public Raw<Example> Prepare(Validated<Applicant> check) => new(check.Select(a => new Example("all", a.Income, a.Repaid)));

[Stage]
public void Tell(Validated<Example> prepared, StageContext context) => context.LogMetric("rows", prepared.Count);

[Stage]
public Validated<Example> Prepared(Raw<Example> prepare) => prepare.Validate();

//## Types.cs
[Row]
public sealed partial record Applicant([Required, Protected] string Gender, [Range(0.0, 1e7), Feature] double Income, [Label] bool Repaid);

[Row]
public sealed partial record Example([Required, Feature] string Group, [Range(0.0, 1e7), Feature] double Income, [Label] bool Repaid);

public sealed record Threshold(double Income);

public static class ThresholdTrainer
{
    public static Threshold Fit(IEnumerable<string> texts) => new(texts.Count());

    public static Threshold Fit(double[] x, double[] sampleWeights) => new(x.Zip(sampleWeights, (a, b) => a * b).Sum());

    public static Threshold Fit(IEnumerable<(string Key, double Income)> rows) => new(rows.Average(r => r.Income));
}

//# clean: the column chooses weights
[Source("applicants.csv")]
public partial FileArtifact File();

[Stage]
public Raw<Applicant> Parse(FileArtifact file) => new(file.ReadLines().Select(line => new Applicant(line[..1], line.Length, line[^1] == 'y')));

[Stage]
public Validated<Applicant> Check(Raw<Applicant> parse) => parse.Validate();

[Stage]
public (TrainSet<Applicant> Train, TestSet<Applicant> Test) Split(Validated<Applicant> check) => check.Split(0.8, seed: 42);

[Stage]
public Threshold Fit(TrainSet<Applicant> train) =>
    ThresholdTrainer.Fit([.. train.Select(a => a.Income)], sampleWeights: [.. train.Select(a => a.Gender == "f" ? 1.0 : 0.9)]);

[Stage]
public void Tell(Threshold fit, TestSet<Applicant> test, StageContext context) => context.LogMetric("income", fit.Income + test.Count);

//## Types.cs
[Row]
public sealed partial record Applicant([Required, Protected] string Gender, [Range(0.0, 1e7), Feature] double Income, [Label] bool Repaid);

[Row]
public sealed partial record Example([Required, Feature] string Group, [Range(0.0, 1e7), Feature] double Income, [Label] bool Repaid);

public sealed record Threshold(double Income);

public static class ThresholdTrainer
{
    public static Threshold Fit(IEnumerable<string> texts) => new(texts.Count());

    public static Threshold Fit(double[] x, double[] sampleWeights) => new(x.Zip(sampleWeights, (a, b) => a * b).Sum());

    public static Threshold Fit(IEnumerable<(string Key, double Income)> rows) => new(rows.Average(r => r.Income));
}

//# clean: rows are sorted by the column
[Source("applicants.csv")]
public partial FileArtifact File();

[Stage]
public Raw<Applicant> Parse(FileArtifact file) => new(file.ReadLines().Select(line => new Applicant(line[..1], line.Length, line[^1] == 'y')));

[Stage]
public Validated<Applicant> Check(Raw<Applicant> parse) => parse.Validate();

[Stage]
public (TrainSet<Applicant> Train, TestSet<Applicant> Test) Split(Validated<Applicant> check) => check.Split(0.8, seed: 42);

[Stage]
public Threshold Fit(TrainSet<Applicant> train) => ThresholdTrainer.Fit(train.OrderBy(a => a.Gender, StringComparer.Ordinal).Select(a => ("", a.Income)));

[Stage]
public void Tell(Threshold fit, TestSet<Applicant> test, StageContext context) => context.LogMetric("income", fit.Income + test.Count);

//## Types.cs
[Row]
public sealed partial record Applicant([Required, Protected] string Gender, [Range(0.0, 1e7), Feature] double Income, [Label] bool Repaid);

[Row]
public sealed partial record Example([Required, Feature] string Group, [Range(0.0, 1e7), Feature] double Income, [Label] bool Repaid);

public sealed record Threshold(double Income);

public static class ThresholdTrainer
{
    public static Threshold Fit(IEnumerable<string> texts) => new(texts.Count());

    public static Threshold Fit(double[] x, double[] sampleWeights) => new(x.Zip(sampleWeights, (a, b) => a * b).Sum());

    public static Threshold Fit(IEnumerable<(string Key, double Income)> rows) => new(rows.Average(r => r.Income));
}

//# fault: one-hot by a switch expression
[Stage]
public Raw<Applicant> Parse() => new([new("f", 1, true)]);

[Stage]
public Validated<Applicant> Check(Raw<Applicant> parse) => parse.Validate();

[Stage]
public (TrainSet<Applicant> Train, TestSet<Applicant> Test) Split(Validated<Applicant> check) => check.Split(0.8, seed: 42);

[Stage]
public Weights Fit(TrainSet<Applicant> train) => Trainer.Fit({|MLP5013:train.Select(applicant => new[] { applicant.Income, applicant.Gender switch { "f" => 1.0, _ => 0.0 } }).ToArray()|});

[Stage]
public double Tell(Weights fit, TestSet<Applicant> test) => fit.Values[0] * test.Count(applicant => applicant.Gender == "f");

//## Types.cs
[Row]
public sealed partial record Applicant([Required, Protected] string Gender, [Range(0.0, 1e7), Feature] double Income, [Label] bool Repaid);

public sealed record Weights(IReadOnlyList<double> Values);

public static class Trainer
{
    public static Weights Fit(double[][] rows) => new(rows[0]);
}

//# fault: a writer over a span of the vector
[Stage]
public Raw<Applicant> Parse() => new([new("f", 1, true)]);

[Stage]
public Validated<Applicant> Check(Raw<Applicant> parse) => parse.Validate();

[Stage]
public (TrainSet<Applicant> Train, TestSet<Applicant> Test) Split(Validated<Applicant> check) => check.Split(0.8, seed: 42);

[Stage]
public Weights Fit(TrainSet<Applicant> train) => Trainer.Fit({|MLP5013:train.Select(Encoder.Encode).ToArray()|});

[Stage]
public double Tell(Weights fit, TestSet<Applicant> test) => fit.Values[0] * test.Count(applicant => applicant.Gender == "f");

//## Types.cs
[Row]
public sealed partial record Applicant([Required, Protected] string Gender, [Range(0.0, 1e7), Feature] double Income, [Label] bool Repaid);

public sealed record Weights(IReadOnlyList<double> Values);

public static class Trainer
{
    public static Weights Fit(double[][] rows) => new(rows[0]);
}

//## Encoder.cs
public static class Encoder
{
    public static double[] Encode(Applicant applicant)
    {
        var values = new double[2];
        var writer = new VectorWriter(values);
        writer.Add(applicant.Income);
        writer.Add(applicant.Gender switch { "f" => 1, _ => 0 });
        return values;
    }
}

public ref struct VectorWriter(Span<double> target)
{
    private readonly Span<double> _target = target;
    private int _next;

    public void Add(double value) => _target[_next++] = value;
}

//# fault: a fluent filler of the vector
[Stage]
public Raw<Applicant> Parse() => new([new("f", 1, true)]);

[Stage]
public Validated<Applicant> Check(Raw<Applicant> parse) => parse.Validate();

[Stage]
public (TrainSet<Applicant> Train, TestSet<Applicant> Test) Split(Validated<Applicant> check) => check.Split(0.8, seed: 42);

[Stage]
public Weights Fit(TrainSet<Applicant> train) => Trainer.Fit({|MLP5013:train.Select(Encoder.Encode).ToArray()|});

[Stage]
public double Tell(Weights fit, TestSet<Applicant> test) => fit.Values[0] * test.Count(applicant => applicant.Gender == "f");

//## Types.cs
[Row]
public sealed partial record Applicant([Required, Protected] string Gender, [Range(0.0, 1e7), Feature] double Income, [Label] bool Repaid);

public sealed record Weights(IReadOnlyList<double> Values);

public static class Trainer
{
    public static Weights Fit(double[][] rows) => new(rows[0]);
}

//## Encoder.cs
public static class Encoder
{
    public static double[] Encode(Applicant applicant)
    {
        var values = new double[2];
        var filler = new Filler(values);
        filler.With(applicant.Income).With(applicant.Gender == "f" ? 1 : 0);
        return values;
    }
}

public sealed class Filler(double[] values)
{
    private int _next;

    public Filler With(double value)
    {
        values[_next++] = value;
        return this;
    }
}

//# clean: a writer that is given what may be learned
[Stage]
public Raw<Applicant> Parse() => new([new("f", 1, true)]);

[Stage]
public Validated<Applicant> Check(Raw<Applicant> parse) => parse.Validate();

[Stage]
public (TrainSet<Applicant> Train, TestSet<Applicant> Test) Split(Validated<Applicant> check) => check.Split(0.8, seed: 42);

[Stage]
public Weights Fit(TrainSet<Applicant> train) => Trainer.Fit(train.Select(Encoder.Encode).ToArray());

[Stage]
public double Tell(Weights fit, TestSet<Applicant> test) => fit.Values[0] * test.Count(applicant => applicant.Gender == "f");

//## Types.cs
[Row]
public sealed partial record Applicant([Required, Protected] string Gender, [Range(0.0, 1e7), Feature] double Income, [Label] bool Repaid);

public sealed record Weights(IReadOnlyList<double> Values);

public static class Trainer
{
    public static Weights Fit(double[][] rows) => new(rows[0]);
}

//## Encoder.cs
public static class Encoder
{
    public static double[] Encode(Applicant applicant)
    {
        var values = new double[2];
        var writer = new VectorWriter(values.AsSpan());
        writer.Add(applicant.Income);
        writer.Add(Math.Sqrt(applicant.Income));
        return values;
    }
}

public ref struct VectorWriter(Span<double> target)
{
    private readonly Span<double> _target = target;
    private int _next;

    public void Add(double value) => _target[_next++] = value;
}

//# fault: a protected column is named among the features
//## share Columns.cs
[Source("asked.csv")]
public partial FileArtifact AskedFile();

[Stage]
public Validated<Asked> Check(FileArtifact askedFile) =>
    new Raw<Asked>(askedFile.ReadLines().Select(line => new Asked(line.Length, line[0] - '0', line[^1] == 'y'))).Validate();

[Stage]
public (TrainSet<Asked> Train, TestSet<Asked> Test) Split(Validated<Asked> check) => check.Split(0.8, seed: 42);

[Stage]
public double Fit(TrainSet<Asked> train)
{
    var context = new Context();
    var view = context.LoadFromEnumerable(train);
    return context.Concatenate("Features", nameof(Asked.Income), {|MLP5013:nameof(Asked.Origin)|}).Append(context.Sdca("Repaid")).Fit(view);
}

[Gate]
public GateResult Good(double fit, TestSet<Asked> test) => GateResult.AtLeast(fit, test.Count);

[Row]
public sealed partial record Asked([Range(0.0, 1e7), Feature] double Income, [Range(0, 9), Protected] int Origin, [Label] bool Repaid);
