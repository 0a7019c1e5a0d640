//# clean: credit scoring with options, a builder of features, injected clock and logger, and a champion comparison
[Pipeline("credit", Owner = "risk")]
public sealed partial class CreditPipeline
{
    [Parameter, Range(1, 500)]
    public int Epochs { get; init; } = 60;

    [Parameter, Range(1e-6, 1.0)]
    public double Rate { get; init; } = 0.05;

    [Source("applications/*.csv", Licence = "internal")]
    public partial FileSet Applications();

    [Source("champion.json", Licence = "internal")]
    public partial FileArtifact ChampionFile();

    [Stage]
    public Raw<Application> Load(FileSet applications, StageContext context)
    {
        var rows = new List<Application>();
        foreach (var file in applications)
        {
            rows.AddRange(file.ReadLines().Skip(1).Select(ApplicationParser.Parse));
            context.ReportProgress((double)rows.Count / (rows.Count + 1), $"{file.Path} was read");
        }

        return new(rows);
    }

    [Stage]
    public Validated<Application> Check(Raw<Application> load) => load.Validate(maxInvalidShare: 0.02);

    [Stage]
    public (TrainSet<Application> Train, ValidationSet<Application> Validation, TestSet<Application> Test) Split(Validated<Application> check) =>
        check.Split(0.6, 0.2, seed: 17, stratifyBy: application => application.Defaulted);

    [Stage]
    public Standardizer Scale(TrainSet<Application> train) => Standardizer.Fit(train.Select(FeatureBuilder.Build));

    [Stage]
    public LogisticModel Learn(TrainSet<Application> train, ValidationSet<Application> validation, Standardizer scale, StageContext context)
    {
        var options = new TrainerOptions { Epochs = Epochs, Rate = Rate, Patience = 5 };
        var trainer = new LogisticTrainer(options);
        trainer.EpochCompleted += (_, e) => context.LogMetric("loss", e.Loss, e.Epoch);
        return trainer.Fit(
            [.. train.Select(a => (scale.Apply(FeatureBuilder.Build(a)), a.Defaulted))],
            [.. validation.Select(a => (scale.Apply(FeatureBuilder.Build(a)), a.Defaulted))]);
    }

    [Stage]
    public LogisticModel Champion(FileArtifact championFile) => ModelFiles.Read(championFile);

    [Stage]
    public Quality Evaluate(LogisticModel learn, Standardizer scale, TestSet<Application> test) => Quality.Of(test, a => learn.Probability(scale.Apply(FeatureBuilder.Build(a))));

    [Stage]
    public Quality EvaluateChampion(LogisticModel champion, Standardizer scale, TestSet<Application> test) => Quality.Of(test, a => champion.Probability(scale.Apply(FeatureBuilder.Build(a))));

    [Gate]
    public GateResult Better(Quality evaluate, Quality evaluateChampion) =>
        evaluate.Auc >= evaluateChampion.Auc ? GateResult.AtLeast(evaluate.Auc, 0.65) : GateResult.Refuse("the champion is better");

    [Publish("credit-model", Purpose = "credit decisions"), RequiresReview, When(nameof(Better))]
    public CreditModel Release(LogisticModel learn, Standardizer scale) => new(learn, scale);
}

[Row]
public sealed partial record Application([Required] string Id, [Range(0.0, 1e7), Feature] double Income, [Range(0.0, 1e7), Feature] double Debt, [Range(0, 60), Feature] int YearsEmployed, [Label] bool Defaulted);

public static class ApplicationParser
{
    public static Application Parse(string line)
    {
        Span<Range> cells = stackalloc Range[5];
        var text = line.AsSpan();
        return text.Split(cells, ';') == 5
            ? new(text[cells[0]].ToString(), Number(text[cells[1]]), Number(text[cells[2]]), (int)Number(text[cells[3]]), text[cells[4]] is "1")
            : throw new InvalidDataException("A line with five cells is expected.");
    }

    private static double Number(ReadOnlySpan<char> text) => double.Parse(text, CultureInfo.InvariantCulture);
}

public static class FeatureBuilder
{
    public static double[] Build(Application application) =>
        [Math.Log(1 + application.Income), application.Debt / Math.Max(1, application.Income), application.YearsEmployed];
}

public sealed record Standardizer(IReadOnlyList<double> Means, IReadOnlyList<double> Deviations)
{
    public static Standardizer Fit(IEnumerable<double[]> vectors)
    {
        var all = vectors.ToList();
        var means = Enumerable.Range(0, all[0].Length).Select(i => all.Average(v => v[i])).ToArray();
        return new(means, [.. means.Select((mean, i) => Math.Max(1e-9, Math.Sqrt(all.Average(v => (v[i] - mean) * (v[i] - mean)))))]);
    }

    public double[] Apply(double[] vector) => [.. vector.Select((x, i) => (x - Means[i]) / Deviations[i])];
}

public sealed record TrainerOptions
{
    public int Epochs { get; init; }

    public double Rate { get; init; }

    public int Patience { get; init; }
}

public sealed record EpochEventArgs(int Epoch, double Loss);

public sealed class LogisticTrainer(TrainerOptions options)
{
    public event EventHandler<EpochEventArgs>? EpochCompleted;

    public LogisticModel Fit(IReadOnlyList<(double[] Inputs, bool Target)> rows, IReadOnlyList<(double[] Inputs, bool Target)> watched)
    {
        var (best, bestLoss, waited) = (new LogisticModel(new double[rows[0].Inputs.Length], 0), double.PositiveInfinity, 0);
        var model = best;
        for (var epoch = 0; epoch < options.Epochs && waited < options.Patience; epoch++)
        {
            model = rows.Aggregate(model, (current, row) => current.Step(row.Inputs, row.Target, options.Rate));
            var loss = watched.Average(row => row.Target ? -Math.Log(model.Probability(row.Inputs)) : -Math.Log(1 - model.Probability(row.Inputs)));
            EpochCompleted?.Invoke(this, new(epoch, loss));
            (best, bestLoss, waited) = loss < bestLoss ? (model, loss, 0) : (best, bestLoss, waited + 1);
        }

        return best;
    }
}

public sealed record LogisticModel(IReadOnlyList<double> Weights, double Bias)
{
    public double Probability(double[] inputs) => Math.Clamp(1 / (1 + Math.Exp(-Bias - Weights.Zip(inputs, (w, x) => w * x).Sum())), 1e-9, 1 - 1e-9);

    public LogisticModel Step(double[] inputs, bool target, double rate)
    {
        var error = (target ? 1 : 0) - Probability(inputs);
        return new([.. Weights.Select((w, i) => w + (rate * error * inputs[i]))], Bias + (rate * error));
    }
}

public static class ModelFiles
{
    [Validator]
    public static LogisticModel Read(FileArtifact file) =>
        System.Text.Json.JsonSerializer.Deserialize<LogisticModel>(file.ReadAllText()) is { Weights.Count: 3 } model ? model : throw new InvalidDataException($"{file.Path} holds no model with three weights.");
}

public sealed record Quality(double Auc, double Brier)
{
    public static Quality Of(IReadOnlyCollection<Application> rows, Func<Application, double> score)
    {
        var scored = rows.Select(row => (Score: score(row), row.Defaulted)).OrderBy(pair => pair.Score).ToList();
        var positives = scored.Count(pair => pair.Defaulted);
        var ranks = scored.Select((pair, rank) => pair.Defaulted ? rank + 1.0 : 0).Sum();
        var auc = (ranks - (positives * (positives + 1) / 2.0)) / Math.Max(1, positives * (scored.Count - positives));
        return new(auc, scored.Average(pair => Math.Pow(pair.Score - (pair.Defaulted ? 1 : 0), 2)));
    }
}

public sealed record CreditModel(LogisticModel Model, Standardizer Scale);

//# clean: medical readmissions with groups, pseudonyms, fairness and a calibrated threshold
[Pipeline("readmission")]
public sealed partial class ReadmissionPipeline
{
    [Secret]
    public string Pepper { get; init; } = "";

    [Source("stays.csv")]
    public partial FileArtifact Stays();

    [Stage]
    public Raw<Stay> Parse(FileArtifact stays) => new(from line in stays.ReadLines().Skip(1)
                                                      let cells = line.Split(',')
                                                      where cells.Length == 6
                                                      select new Stay(cells[0], cells[1], int.Parse(cells[2], CultureInfo.InvariantCulture), double.Parse(cells[3], CultureInfo.InvariantCulture), cells[4], cells[5] == "1"));

    [Stage]
    public Validated<Stay> Check(Raw<Stay> parse, StageContext context)
    {
        var valid = parse.Validate(0.05);
        foreach (var broken in valid.Report.BrokenConstraints)
        {
            context.Logger.LogWarning("{Column}: {Rows} rows break {Constraint}", broken.Column, broken.RowCount, broken.Constraint);
        }

        return valid;
    }

    [Stage]
    public Validated<PseudonymousStay> Pseudonymize(Validated<Stay> check) => new Raw<PseudonymousStay>(check.Select(stay => new PseudonymousStay
    {
        Patient = PersonalData.Hash(stay.Patient, Pepper)!,
        Sex = stay.Sex,
        Days = stay.Days,
        Creatinine = stay.Creatinine,
        Readmitted = stay.Readmitted,
    })).Validate();

    [Stage]
    public (TrainSet<PseudonymousStay> Train, ValidationSet<PseudonymousStay> Validation, TestSet<PseudonymousStay> Test) Split(Validated<PseudonymousStay> pseudonymize) =>
        pseudonymize.SplitByGroup(0.6, 0.2, seed: 31, groupBy: stay => stay.Patient);

    [Stage]
    public RiskScore Learn(TrainSet<PseudonymousStay> train)
    {
        var (sick, well) = (train.Where(stay => stay.Readmitted).ToList(), train.Where(stay => !stay.Readmitted).ToList());
        return new RiskScore(Difference(sick, well, stay => stay.Days), Difference(sick, well, stay => stay.Creatinine));
    }

    [Stage]
    public double Threshold(RiskScore learn, ValidationSet<PseudonymousStay> validation) =>
        validation.Select(learn.Of).Distinct().Order().MaxBy(limit => validation.Count(stay => learn.Of(stay) >= limit == stay.Readmitted));

    [Stage]
    public Outcome Evaluate(RiskScore learn, double threshold, TestSet<PseudonymousStay> test)
    {
        var bySex = test.ToLookup(stay => stay.Sex, StringComparer.Ordinal);
        var recalls = bySex.OrderBy(group => group.Key, StringComparer.Ordinal).Select(group => Recall(group, learn, threshold)).ToArray();
        return new Outcome(Recall(test, learn, threshold), recalls.Max() - recalls.Min());
    }

    [Gate]
    public GateResult Safe(Outcome evaluate) => evaluate switch
    {
        { Recall: < 0.6 } => GateResult.Refuse("too many readmissions are missed"),
        { Gap: > 0.1 } => GateResult.Refuse("one sex is missed more often"),
        _ => GateResult.Pass("safe"),
    };

    [Publish("readmission-risk"), When(nameof(Safe))]
    public Released Release(RiskScore learn, double threshold) => new(learn, threshold);

    private static double Difference(List<PseudonymousStay> sick, List<PseudonymousStay> well, Func<PseudonymousStay, double> column) => sick.Average(column) - well.Average(column);

    private static double Recall(IEnumerable<PseudonymousStay> stays, RiskScore score, double threshold)
    {
        var (found, all) = (0, 0);
        foreach (var stay in stays)
        {
            if (stay is { Readmitted: true })
            {
                all++;
                found += score.Of(stay) >= threshold ? 1 : 0;
            }
        }

        return all == 0 ? 1 : found / (double)all;
    }
}

[Row]
public sealed partial record Stay([Required, Pii] string Patient, [Required, Protected] string Sex, [Range(0, 365), Feature] int Days, [Range(0.0, 30.0), Feature] double Creatinine, [Pii] string? Note, [Label] bool Readmitted);

[Row]
public sealed partial class PseudonymousStay
{
    [Required, Group]
    public string Patient { get; init; } = "";

    [Required, Protected]
    public string Sex { get; init; } = "";

    [Range(0, 365), Feature]
    public int Days { get; init; }

    [Range(0.0, 30.0), Feature]
    public double Creatinine { get; init; }

    [Label]
    public bool Readmitted { get; init; }
}

public sealed record RiskScore(double Days, double Creatinine)
{
    public double Of(PseudonymousStay stay) => (Days * stay.Days) + (Creatinine * stay.Creatinine);
}

public sealed record Outcome(double Recall, double Gap);

public sealed record Released(RiskScore Score, double Threshold);

//# clean: ad clicks with hashing, async loading, channels and a drift gate
[Pipeline("clicks")]
public sealed partial class ClicksPipeline
{
    [Source("impressions/*.jsonl")]
    public partial FileSet Files();

    [Stage]
    public async Task<Raw<Impression>> Load(FileSet files, CancellationToken cancellationToken)
    {
        var channel = System.Threading.Channels.Channel.CreateBounded<Impression>(1000);
        var reading = ReadAllAsync(files, channel.Writer, cancellationToken);
        var rows = await channel.Reader.ReadAllAsync(cancellationToken).ToListAsync(cancellationToken);
        await reading;
        return new(rows.OrderBy(row => row.At).ThenBy(row => row.Banner, StringComparer.Ordinal));
    }

    [Stage]
    public Validated<Impression> Check(Raw<Impression> load) => load.Validate(0.01);

    [Stage]
    public (TrainSet<Impression> Train, TestSet<Impression> Test) Split(Validated<Impression> check) => check.SplitByTime(0.8, impression => impression.At);

    [Stage]
    public ClickModel Learn(TrainSet<Impression> train)
    {
        var counts = new (int Shown, int Clicked)[ClickModel.Buckets];
        foreach (var (_, banner, site, clicked) in train)
        {
            ref var slot = ref counts[ClickModel.Bucket(banner, site)];
            slot = (slot.Shown + 1, slot.Clicked + (clicked ? 1 : 0));
        }

        return new ClickModel([.. counts.Select(count => (count.Clicked + 1.0) / (count.Shown + 20.0))]);
    }

    [Stage]
    public double LogLoss(ClickModel learn, TestSet<Impression> test) =>
        test.Average(i => i.Clicked ? -Math.Log(learn.Rate(i.Banner, i.Site)) : -Math.Log(1 - learn.Rate(i.Banner, i.Site)));

    [Stage]
    public double Drift(TrainSet<Impression> train, TestSet<Impression> test) => Math.Abs(Share(train) - Share(test));

    [Gate]
    public GateResult Stable(double drift) => GateResult.AtMost(drift, 0.2);

    [Gate]
    public GateResult Good(double logLoss, GateResult stable) => stable.Passed ? GateResult.AtMost(logLoss, 0.4) : stable;

    [Publish("click-rates"), When(nameof(Good))]
    public ClickModel Release(ClickModel learn) => learn;

    private static double Share(IReadOnlyCollection<Impression> rows) => rows.Count(row => row.Site.EndsWith(".example", StringComparison.Ordinal)) / (double)Math.Max(1, rows.Count);

    private static async Task ReadAllAsync(FileSet files, System.Threading.Channels.ChannelWriter<Impression> writer, CancellationToken cancellationToken)
    {
        try
        {
            foreach (var line in files.SelectMany(file => file.ReadLines()))
            {
                if (System.Text.Json.JsonSerializer.Deserialize<Impression>(line) is { } row)
                {
                    await writer.WriteAsync(row, cancellationToken);
                }
            }
        }
        finally
        {
            writer.Complete();
        }
    }
}

[Row]
public sealed partial record Impression([Time] DateTimeOffset At, [Required, Feature] string Banner, [Required, Feature] string Site, [Label] bool Clicked);

public sealed record ClickModel(IReadOnlyList<double> Rates)
{
    public const int Buckets = 1 << 12;

    public double Rate(string banner, string site) => Rates[Bucket(banner, site)];

    public static int Bucket(string banner, string site)
    {
        var hash = 2166136261u;
        foreach (var letter in string.Concat(banner, "|", site))
        {
            hash = (hash ^ letter) * 16777619u;
        }

        return (int)(hash % Buckets);
    }
}
