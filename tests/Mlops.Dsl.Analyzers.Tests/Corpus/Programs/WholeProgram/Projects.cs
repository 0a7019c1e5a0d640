//# clean: cross-validation chooses a penalty, one set reports
[Pipeline("ridge")]
public sealed partial class RidgePipeline
{
    [Source("houses.csv")]
    public partial FileArtifact Table();

    [Stage]
    public Raw<House> Parse(FileArtifact table) => new(table.ReadLines().Select(line => new House(line, line.Length, 3, 250_000)));

    [Stage]
    public Validated<House> Check(Raw<House> parse) => parse.Validate();

    [Stage]
    public (TrainSet<House> Train, TestSet<House> Test) Split(Validated<House> check) => check.Split(0.8, seed: 42);

    [Stage]
    public IReadOnlyList<Fold<House>> Folds(TrainSet<House> train) => train.Folds(5, seed: 1);

    [Stage]
    public double Penalty(IReadOnlyList<Fold<House>> folds)
    {
        double[] candidates = [0, 0.1, 1, 10, 100];
        return candidates.MinBy(penalty => folds.Average(fold => Ridge.MeanError(Ridge.Fit(fold.Train, penalty), fold.Validation)));
    }

    [Stage]
    public PriceModel Fit(TrainSet<House> train, double penalty) => Ridge.Fit(train, penalty);

    [Stage]
    public double Error(PriceModel fit, TestSet<House> test) => Ridge.MeanError(fit, test);

    [Gate]
    public GateResult Accurate(double error) => GateResult.AtMost(error, 20_000);

    [Publish("ridge"), When(nameof(Accurate))]
    public PriceModel Release(PriceModel fit) => fit;
}

public static class Ridge
{
    public static PriceModel Fit(IReadOnlyList<House> houses, double penalty)
    {
        var (x, y) = (houses.Average(h => h.Area), houses.Average(h => h.Price));
        var slope = houses.Sum(h => (h.Area - x) * (h.Price - y)) / (penalty + houses.Sum(h => (h.Area - x) * (h.Area - x)));
        return new PriceModel(slope, y - (slope * x));
    }

    public static double MeanError(PriceModel model, IEnumerable<House> houses) => houses.Average(h => Math.Abs(model.Predict(h) - h.Price));
}

//# clean: churn with personal columns that are hashed, and fairness that is measured
[Pipeline("churn", Owner = "growth")]
public sealed partial class ChurnPipeline
{
    [Secret]
    public string HashKey { get; init; } = "";

    [Source("customers.csv", Licence = "own")]
    public partial FileArtifact Customers();

    [Stage]
    public Raw<Customer> Parse(FileArtifact customers) => new(customers.ReadLines().Skip(1).Select(Customer.Parse));

    [Stage]
    public Validated<Customer> Check(Raw<Customer> parse) => parse.Validate(0.01);

    [Stage]
    public Validated<Hashed> Hide(Validated<Customer> check) =>
        new Raw<Hashed>(check.Select(customer => new Hashed(PersonalData.Hash(customer.Email, HashKey)!, customer.Gender, customer.Spent, customer.Left))).Validate();

    [Stage]
    public (TrainSet<Hashed> Train, TestSet<Hashed> Test) Split(Validated<Hashed> hide) => hide.Split(0.8, seed: 5, stratifyBy: customer => customer.Left);

    [Stage]
    public Threshold Fit(TrainSet<Hashed> train)
    {
        var sorted = train.OrderBy(customer => customer.Spent).ToArray();
        var best = (Limit: 0.0, Right: 0);
        var left = sorted.Count(customer => customer.Left);
        for (var i = 0; i < sorted.Length; i++)
        {
            var right = sorted[..i].Count(customer => customer.Left) + sorted[i..].Count(customer => !customer.Left);
            if (right > best.Right)
            {
                best = (sorted[i].Spent, right);
            }
        }

        return new Threshold(best.Limit, left / (double)sorted.Length);
    }

    [Stage]
    public Quality Evaluate(Threshold fit, TestSet<Hashed> test, StageContext context)
    {
        var accuracy = test.Count(customer => customer.Spent < fit.Limit == customer.Left) / (double)test.Count;
        var rates = test.GroupBy(customer => customer.Gender).ToDictionary(group => group.Key, group => group.Average(customer => customer.Spent < fit.Limit ? 1.0 : 0.0), StringComparer.Ordinal);
        var gap = rates.Count < 2 ? 0 : rates.Values.Max() - rates.Values.Min();
        context.LogMetric("accuracy", accuracy);
        context.LogMetric("gap", gap);
        return new Quality(accuracy, gap);
    }

    [Gate]
    public GateResult Good(Quality evaluate) => GateResult.All(GateResult.AtLeast(evaluate.Accuracy, 0.75), GateResult.AtMost(evaluate.Gap, 0.1));

    [Publish("churn", Purpose = "offers"), When(nameof(Good))]
    public Threshold Release(Threshold fit) => fit;
}

[Row]
public sealed partial record Customer([Required, EmailAddress, Pii] string Email, [Required, Protected] string Gender, [Range(0.0, 1e7), Feature] double Spent, [Label] bool Left)
{
    public static Customer Parse(string line) => line.Split(';') switch
    {
        [var email, var gender, var spent, var left] => new(email, gender, double.Parse(spent, CultureInfo.InvariantCulture), left == "1"),
        _ => throw new InvalidDataException($"A line has {line.Count(letter => letter == ';') + 1} cells; 4 are expected."),
    };
}

[Row]
public sealed partial record Hashed([Required] string Key, [Required, Protected] string Gender, [Range(0.0, 1e7), Feature] double Spent, [Label] bool Left);

public sealed record Threshold(double Limit, double Share);

public sealed record Quality(double Accuracy, double Gap);

//# clean: anomalies of sensors, with a scaler, a vocabulary of machines and a random projection
[Pipeline("sensors")]
public sealed partial class SensorsPipeline
{
    [Parameter]
    public int Seed { get; init; } = 13;

    [Parameter, Range(1, 50)]
    public int Components { get; init; } = 4;

    [Source("sensors/*.csv")]
    public partial FileSet Files();

    [Stage]
    public Raw<Reading> Parse(FileSet files)
    {
        var rows = new List<Reading>();
        foreach (var file in files)
        {
            foreach (var line in file.ReadLines().Skip(1))
            {
                var cells = line.Split(',', StringSplitOptions.TrimEntries);
                rows.Add(new Reading(Path.GetFileNameWithoutExtension(file.Path), DateTime.Parse(cells[0], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal), [.. cells[1..^1].Select(cell => double.Parse(cell, CultureInfo.InvariantCulture))], cells[^1] == "1"));
            }
        }

        return new(rows);
    }

    [Stage]
    public Validated<Reading> Check(Raw<Reading> parse) => parse.Validate();

    [Stage]
    public (TrainSet<Reading> Train, TestSet<Reading> Test) Split(Validated<Reading> check) => check.SplitByTime(0.7, reading => reading.Time);

    [Stage]
    public Scaler Scale(TrainSet<Reading> train)
    {
        var width = train.Max(reading => reading.Values.Length);
        var (mean, deviation) = (new double[width], new double[width]);
        for (var column = 0; column < width; column++)
        {
            var values = train.Where(reading => column < reading.Values.Length).Select(reading => reading.Values[column]).ToList();
            mean[column] = values.Average();
            deviation[column] = Math.Sqrt(values.Average(value => (value - mean[column]) * (value - mean[column])));
        }

        return new Scaler(mean, deviation);
    }

    [Stage]
    public Projection Fit(TrainSet<Reading> train, Scaler scale)
    {
        var random = new Random(Seed);
        var matrix = Enumerable.Range(0, Components).Select(_ => Enumerable.Range(0, scale.Mean.Count).Select(_ => (random.NextDouble() * 2) - 1).ToArray()).ToArray();
        var distances = train.Select(reading => Projection.Length(matrix, scale.Transform(reading.Values))).Order().ToArray();
        return new Projection(matrix, distances[(int)(0.99 * (distances.Length - 1))]);
    }

    [Stage]
    public double Recall(Projection fit, Scaler scale, TestSet<Reading> test)
    {
        var broken = test.Where(reading => reading.Broken).ToList();
        return broken.Count == 0 ? 1 : broken.Count(reading => Projection.Length(fit.Matrix, scale.Transform(reading.Values)) > fit.Limit) / (double)broken.Count;
    }

    [Gate]
    public GateResult Sees(double recall) => GateResult.AtLeast(recall, 0.5);

    [Publish("sensors"), When(nameof(Sees))]
    public Detector Release(Scaler scale, Projection fit) => new(scale, fit);
}

[Row]
public sealed partial record Reading([Required] string Machine, [Time] DateTime Time, [MinLength(1), Feature] double[] Values, [Label] bool Broken);

public sealed record Scaler(IReadOnlyList<double> Mean, IReadOnlyList<double> Deviation)
{
    public double[] Transform(double[] values) => [.. values.Select((value, index) => (value - Mean[index]) / Math.Max(1e-9, Deviation[index]))];
}

public sealed record Detector(Scaler Scaler, Projection Projection);

public sealed record Projection(double[][] Matrix, double Limit)
{
    public static double Length(double[][] matrix, double[] values) => Math.Sqrt(matrix.Sum(row => Math.Pow(row.Zip(values, (a, b) => a * b).Sum(), 2)));
}
