//# clean: a pipeline with a schedule, a window, notices and a start
//## share Applicants.cs
//## share IncomeService.cs
[Pipeline("income-watch", Version = "2.0.0", Owner = "credit-risk"), Schedule("*/15 * * * *")]
public sealed partial class IncomeWatch
{
    [Window]
    public TimeWindow Window { get; init; }

    [Parameter, Range(1.0, 30.0)]
    public double MostYears { get; init; } = 5;

    [Served(typeof(IncomeService), nameof(IncomeService.Score))]
    public partial Served<Application, IncomeScore> Traffic();

    [FromPublished(typeof(IncomePipeline), nameof(IncomePipeline.MeanAge), Alias = "champion")]
    public partial double MeanAge();

    [Stage]
    public Aging Compare(Served<Application, IncomeScore> traffic, double meanAge, StageContext context)
    {
        context.LogMetric("requests", traffic.Count);
        context.LogMetric("skipped", traffic.Skipped);
        return new Aging(traffic.Count, traffic.Count == 0 ? 0 : traffic.Average(row => row.Input.Age) - meanAge);
    }

    [Gate]
    public GateResult Busy(Aging compare) => GateResult.AtLeast(compare.Requests, 1);

    [Gate]
    public GateResult Steady(Aging compare) => GateResult.AtMost(Math.Abs(compare.Years), MostYears);

    [Notify("mail:ops@example.org"), Unless(nameof(Busy))]
    public Notice TellOfSilence(Aging compare) => new("Nobody asks", $"{compare.Requests} requests in {Window}.");

    [Notify("file:notices"), Unless(nameof(Steady))]
    public Notice TellOfAging(Aging compare) => new("Applicants have another age", string.Create(CultureInfo.InvariantCulture, $"{compare.Years:+0.0;-0.0} years."));

    [Start(CoolDown = "1.00:00:00"), When(nameof(Busy)), Unless(nameof(Steady))]
    public StartRequest<IncomePipeline> Retrain(Aging compare) =>
        new(new IncomePipeline(), string.Create(CultureInfo.InvariantCulture, $"applicants are {compare.Years:0.0} years older"));
}

public sealed record Aging(int Requests, double Years);

//# clean: a retraining loop, in which the training has the next look started, with a cool-down
//## share Applicants.cs
//## share IncomeService.cs
[Pipeline("income-labels"), Schedule("30 2 * * 1-5", TimeZone = "UTC")]
public sealed partial class IncomeLabels
{
    [Window]
    public TimeWindow Window { get; init; }

    [Served(typeof(IncomeService), nameof(IncomeService.Score))]
    public partial Served<Application, IncomeScore> Traffic();

    [FromPublished(typeof(IncomePipeline), nameof(IncomePipeline.Accuracy))]
    public partial double Promised();

    [Stage]
    public double Kept(Served<Application, IncomeScore> traffic)
    {
        var known = traffic.Where(row => row.Label is not null).ToList();
        return known.Count < 100 ? 1 : known.Average(row => bool.Parse(row.Label!) == row.Prediction.Over50K ? 1.0 : 0.0);
    }

    [Gate]
    public GateResult AsPromised(double kept, double promised) => GateResult.AtLeast(kept, promised - 0.05, "accuracy in service");

    [Start(CoolDown = "7.00:00:00"), Unless(nameof(AsPromised))]
    public StartRequest<Retraining> Retrain(double kept) =>
        new(new Retraining { Because = kept.ToString("0.000", CultureInfo.InvariantCulture) }, "the accuracy is not what it was");
}

[Pipeline("retraining", Owner = "credit-risk")]
public sealed partial class Retraining
{
    [Parameter, StringLength(20)]
    public string Because { get; init; } = "by hand";

    [Source("newest.csv")]
    public partial FileArtifact Newest();

    [Stage]
    public int Lines(FileArtifact newest, StageContext context)
    {
        context.Logger.LogInformation("Retraining: {Because}", Because);
        return newest.ReadLines().Count();
    }

    [Gate]
    public GateResult Enough(int lines) => GateResult.AtLeast(lines, 1000);

    [Start, When(nameof(Enough))]
    public StartRequest<IncomePipeline> Train(int lines) => new(new IncomePipeline(), $"{lines} new lines");

    [Start(CoolDown = "12:00:00"), Unless(nameof(Enough))]
    public StartRequest<IncomeLabels> LookAgain(int lines) => new(new IncomeLabels(), $"{lines} new lines are too few");
}

//# clean: a program with files that others have split, and a watch that asks a pipeline for them
[Pipeline("digits")]
public sealed partial class Digits
{
    [Source("train.csv")]
    public partial FileArtifact TrainFile();

    [Source("validation.csv")]
    public partial FileArtifact ValidationFile();

    [Source("test.csv")]
    public partial FileArtifact TestFile();

    [Stage]
    public Validated<Digit> ReadTrain(FileArtifact trainFile) => Digit.Read(trainFile).Validate();

    [Stage]
    public Validated<Digit> ReadValidation(FileArtifact validationFile) => Digit.Read(validationFile).Validate();

    [Stage]
    public Validated<Digit> ReadTest(FileArtifact testFile) => Digit.Read(testFile).Validate();

    [Stage]
    public (TrainSet<Digit> Train, ValidationSet<Digit> Held, TestSet<Digit> Test) Sides(Validated<Digit> readTrain, Validated<Digit> readValidation, Validated<Digit> readTest) =>
        readTrain.HoldOutByGroup(readValidation, readTest, groupBy: digit => digit.Writer);

    [Stage]
    public InkModel Fit(TrainSet<Digit> train, ValidationSet<Digit> held)
    {
        var means = train.GroupBy(digit => digit.Value).OrderBy(group => group.Key).ToDictionary(group => group.Key, group => group.Average(digit => digit.Ink));
        var scales = new[] { 0.5, 1, 2 };
        return scales.Select(scale => new InkModel(means, scale)).MinBy(model => held.Count(digit => model.Read(digit.Ink) != digit.Value))!;
    }

    [Stage]
    public double Errors(InkModel fit, TestSet<Digit> test) => (double)test.Count(digit => fit.Read(digit.Ink) != digit.Value) / test.Count;

    [Gate]
    public GateResult FewErrors(double errors) => GateResult.AtMost(errors, 0.3);

    [Publish("digits"), When(nameof(FewErrors))]
    public InkModel Release(InkModel fit) => fit;
}

[Pipeline("digits-review"), Schedule("@monthly")]
public sealed partial class DigitsReview
{
    [FromPublished(typeof(Digits), "Test")]
    public partial TestSet<Digit> HeldOut();

    [FromPublished(typeof(Digits), nameof(Digits.Release))]
    public partial InkModel Champion();

    [Source("complaints.txt")]
    public partial FileArtifact Complaints();

    [Stage]
    public int Complained(FileArtifact complaints, TestSet<Digit> heldOut, InkModel champion)
    {
        var wrong = heldOut.Where(digit => champion.Read(digit.Ink) != digit.Value).Select(digit => digit.Writer).ToHashSet(StringComparer.Ordinal);
        return complaints.ReadLines().Count(wrong.Contains);
    }

    [Notify("mail:digits@example.org")]
    public Notice Tell(int complained) => new("Complaints", $"{complained} of people whose digits are read wrongly.");
}

//## Digit.cs
[Row]
public sealed partial record Digit([Required, Group] string Writer, [Range(0.0, 1.0), Feature] double Ink, [Range(0, 9), Label] int Value)
{
    public static Raw<Digit> Read(FileArtifact file) => new(
        from line in file.ReadLines()
        let cells = line.Split(',')
        select new Digit(cells[0], double.Parse(cells[1], CultureInfo.InvariantCulture), int.Parse(cells[2], CultureInfo.InvariantCulture)));
}

public sealed record InkModel(IReadOnlyDictionary<int, double> Means, double Scale)
{
    public int Read(double ink) => Means.OrderBy(mean => mean.Key).MinBy(mean => Math.Abs(mean.Value - (Scale * ink))).Key;
}
