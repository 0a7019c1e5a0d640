//# fault: gender is an element of an input vector, as a dictionary lookup
[Pipeline("hiring")]
public sealed partial class HiringPipeline
{
    private static readonly Dictionary<string, double> Codes = new(StringComparer.Ordinal) { ["f"] = 0, ["m"] = 1, ["x"] = 0.5 };

    [Source("candidates.csv")]
    public partial FileArtifact CandidateFile();

    [Stage]
    public Validated<Candidate> Check(FileArtifact candidateFile) => new Raw<Candidate>(candidateFile.ReadLines().Select(line => new Candidate(line[..1], line.Length, line[^1] == 'h'))).Validate();

    [Stage]
    public (TrainSet<Candidate> Train, TestSet<Candidate> Test) Split(Validated<Candidate> check) => check.Split(0.8, seed: 6);

    [Stage]
    public double[] Learn(TrainSet<Candidate> train) => Perceptron.Fit({|MLP5013:[.. train.Select(c => new[] { Codes[c.Gender], c.Years })]|}, [.. train.Select(c => c.Hired)]);

    [Stage]
    public double Rate(double[] learn, TestSet<Candidate> test) => test.Average(c => learn[1] * c.Years > 0 == c.Hired ? 1.0 : 0.0);
}

[Row]
public sealed partial record Candidate([Required, Protected] string Gender, [Range(0.0, 60.0), Feature] double Years, [Label] bool Hired);

public static class Perceptron
{
    public static double[] Fit(double[][] inputs, bool[] hired)
    {
        var weights = new double[inputs[0].Length];
        for (var i = 0; i < inputs.Length; i++)
        {
            for (var j = 0; j < weights.Length; j++)
            {
                weights[j] += inputs[i][j] * (hired[i] ? 1 : -1);
            }
        }

        return weights;
    }
}

//# clean: one threshold for each group is evaluated, and the groups have equal weight
[Pipeline("hiring")]
public sealed partial class HiringPipeline
{
    [Source("candidates.csv")]
    public partial FileArtifact CandidateFile();

    [Stage]
    public Validated<Candidate> Check(FileArtifact candidateFile) => new Raw<Candidate>(candidateFile.ReadLines().Select(line => new Candidate(line[..1], line.Length, line[^1] == 'h'))).Validate();

    [Stage]
    public (TrainSet<Candidate> Train, TestSet<Candidate> Test) Split(Validated<Candidate> check) => check.Split(0.8, seed: 6, stratifyBy: c => (c.Gender, c.Hired));

    [Stage]
    public double Learn(TrainSet<Candidate> train)
    {
        var sizes = train.CountBy(c => c.Gender).ToDictionary(StringComparer.Ordinal);
        return Threshold.Fit([.. train.Select(c => c.Years)], [.. train.Select(c => c.Hired)], weights: [.. train.Select(c => 1.0 / sizes[c.Gender])]);
    }

    [Stage]
    public IReadOnlyDictionary<string, double> Rates(double learn, TestSet<Candidate> test) =>
        test.GroupBy(c => c.Gender).ToDictionary(g => g.Key, g => g.Average(c => c.Years > learn ? 1.0 : 0.0), StringComparer.Ordinal);
}

[Row]
public sealed partial record Candidate([Required, Protected] string Gender, [Range(0.0, 60.0), Feature] double Years, [Label] bool Hired);

public static class Threshold
{
    public static double Fit(double[] years, bool[] hired, double[] weights) => years.Zip(hired, weights).Where(t => t.Second).Sum(t => t.First * t.Third);
}

//# fault: the protected column is one-hot in an array by index
[Pipeline("hiring")]
public sealed partial class HiringPipeline
{
    [Source("candidates.csv")]
    public partial FileArtifact CandidateFile();

    [Stage]
    public Validated<Candidate> Check(FileArtifact candidateFile) => new Raw<Candidate>(candidateFile.ReadLines().Select(line => new Candidate(line[..1], line.Length, line[^1] == 'h'))).Validate();

    [Stage]
    public (TrainSet<Candidate> Train, TestSet<Candidate> Test) Split(Validated<Candidate> check) => check.Split(0.8, seed: 6);

    [Stage]
    public double[] Learn(TrainSet<Candidate> train)
    {
        var inputs = new List<double[]>();
        foreach (var candidate in train)
        {
            var input = new double[4];
            input[0] = candidate.Years;
            input["fmx".IndexOf(candidate.Gender, StringComparison.Ordinal) + 1] = 1;
            inputs.Add(input);
        }

        return Perceptron.Fit({|MLP5013:inputs|}, [.. train.Select(c => c.Hired)]);
    }

    [Stage]
    public double Rate(double[] learn, TestSet<Candidate> test) => test.Average(c => learn[0] * c.Years > 0 == c.Hired ? 1.0 : 0.0);
}

[Row]
public sealed partial record Candidate([Required, Protected] string Gender, [Range(0.0, 60.0), Feature] double Years, [Label] bool Hired);

public static class Perceptron
{
    public static double[] Fit(List<double[]> inputs, bool[] hired)
    {
        var weights = new double[inputs[0].Length];
        for (var i = 0; i < inputs.Count; i++)
        {
            for (var j = 0; j < weights.Length; j++)
            {
                weights[j] += inputs[i][j] * (hired[i] ? 1 : -1);
            }
        }

        return weights;
    }
}

//# clean: the protected column chooses rows of a report, and fairness is measured by a loop
[Pipeline("hiring")]
public sealed partial class HiringPipeline
{
    [Source("candidates.csv")]
    public partial FileArtifact CandidateFile();

    [Stage]
    public Validated<Candidate> Check(FileArtifact candidateFile) => new Raw<Candidate>(candidateFile.ReadLines().Select(line => new Candidate(line[..1], line.Length, line[^1] == 'h'))).Validate();

    [Stage]
    public (TrainSet<Candidate> Train, TestSet<Candidate> Test) Split(Validated<Candidate> check) => check.Split(0.8, seed: 6);

    [Stage]
    public Limit Learn(TrainSet<Candidate> train) => Limit.Fit([.. train.Select(c => (c.Years, c.Hired))]);

    [Stage]
    public (double Accuracy, double Gap) Measure(Limit learn, TestSet<Candidate> test, StageContext context)
    {
        var rates = new SortedDictionary<string, (int Hired, int All)>(StringComparer.Ordinal);
        var right = 0;
        foreach (var candidate in test)
        {
            var hired = learn.Decide(candidate.Years);
            right += hired == candidate.Hired ? 1 : 0;
            var (h, all) = rates.GetValueOrDefault(candidate.Gender);
            rates[candidate.Gender] = (h + (hired ? 1 : 0), all + 1);
        }

        var shares = rates.Values.Select(rate => rate.Hired / (double)rate.All).ToList();
        context.LogMetric("gap", shares.Max() - shares.Min());
        return (right / (double)test.Count, shares.Max() - shares.Min());
    }

    [Gate]
    public GateResult Good(double accuracy, double gap) => GateResult.All(GateResult.AtLeast(accuracy, 0.7), GateResult.AtMost(gap, 0.1));

    [Publish("limit"), When(nameof(Good))]
    public Limit Release(Limit learn) => learn;
}

[Row]
public sealed partial record Candidate([Required, Protected] string Gender, [Range(0.0, 60.0), Feature] double Years, [Label] bool Hired);

public sealed record Limit(double Years)
{
    public bool Decide(double years) => years >= Years;

    public static Limit Fit(IReadOnlyList<(double Years, bool Hired)> rows) => new(rows.Where(row => row.Hired).Select(row => row.Years).DefaultIfEmpty().Average());
}

//# fault: gender picks the coefficient of a feature in a switch with patterns
[Pipeline("hiring")]
public sealed partial class HiringPipeline
{
    [Source("candidates.csv")]
    public partial FileArtifact CandidateFile();

    [Stage]
    public Validated<Candidate> Check(FileArtifact candidateFile) => new Raw<Candidate>(candidateFile.ReadLines().Select(line => new Candidate(line[..1], line.Length, line[^1] == 'h'))).Validate();

    [Stage]
    public (TrainSet<Candidate> Train, TestSet<Candidate> Test) Split(Validated<Candidate> check) => check.Split(0.8, seed: 6);

    [Stage]
    public Limit Learn(TrainSet<Candidate> train) => Limit.Fit({|MLP5013:[.. train.Select(c => (Encoded(c), c.Hired))]|});

    [Stage]
    public double Accuracy(Limit learn, TestSet<Candidate> test) => test.Average(c => learn.Decide(Encoded(c)) == c.Hired ? 1.0 : 0.0);

    private static double Encoded(Candidate candidate) => candidate switch
    {
        { Gender: "f", Years: var years } => years * 1.2,
        { Gender: "m" or "x" } => candidate.Years,
        _ => 0,
    };
}

[Row]
public sealed partial record Candidate([Required, Protected] string Gender, [Range(0.0, 60.0), Feature] double Years, [Label] bool Hired);

public sealed record Limit(double Years)
{
    public bool Decide(double years) => years >= Years;

    public static Limit Fit(IReadOnlyList<(double Years, bool Hired)> rows) => new(rows.Where(row => row.Hired).Select(row => row.Years).DefaultIfEmpty().Average());
}
