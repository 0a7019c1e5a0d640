//# clean: sentiment of reviews, by hashed words and a hand-written logistic regression
[Pipeline("sentiment", Version = "1.2.0")]
public sealed partial class SentimentPipeline
{
    [Parameter, Range(1, 100)]
    public int Epochs { get; init; } = 5;

    [Parameter, Range(0.0001, 1.0)]
    public double LearningRate { get; init; } = 0.1;

    [Parameter]
    public int Seed { get; init; } = 7;

    [Source("reviews/*.tsv")]
    public partial FileSet Files();

    [Stage]
    public Raw<Review> Parse(FileSet files) => new(
        from file in files
        from line in file.ReadLines().Skip(1)
        let cells = line.Split('\t')
        where cells.Length == 2
        select new Review(cells[1].Trim(), cells[0] is "1" or "pos"));

    [Stage]
    public Validated<Review> Check(Raw<Review> parse, StageContext context)
    {
        var valid = parse.Validate(maxInvalidShare: 0.02);
        context.LogMetric("rejected", valid.Report.RowsRejected);
        context.Logger.LogInformation("{Share:P1} of the rows are invalid", valid.Report.InvalidShare);
        return valid;
    }

    [Stage]
    public (TrainSet<Review> Train, ValidationSet<Review> Held, TestSet<Review> Test) Split(Validated<Review> check) =>
        check.Split(0.7, 0.15, Seed, stratifyBy: review => review.Positive);

    [Stage, Timeout("00:20:00")]
    public Logistic Fit(TrainSet<Review> train, ValidationSet<Review> held, StageContext context, CancellationToken cancellationToken)
    {
        var weights = new double[1 << 16];
        var order = Enumerable.Range(0, train.Count).ToArray();
        var (best, bestLoss) = (new Logistic([.. weights]), double.PositiveInfinity);
        for (var epoch = 0; epoch < Epochs; epoch++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            context.Random.Shuffle(order);
            foreach (var index in order)
            {
                var review = train[index];
                var words = Words.Hash(review.Text, weights.Length);
                var error = Words.Sigmoid(words.Sum(word => weights[word])) - (review.Positive ? 1 : 0);
                foreach (var word in words)
                {
                    weights[word] -= LearningRate * error;
                }
            }

            var candidate = new Logistic([.. weights]);
            var loss = held.Average(review => Words.Loss(candidate.Score(review.Text), review.Positive));
            context.LogMetric("validation loss", loss, epoch);
            context.ReportProgress((epoch + 1.0) / Epochs, $"epoch {epoch + 1} of {Epochs}");
            if (loss < bestLoss)
            {
                (best, bestLoss) = (candidate, loss);
            }
        }

        return best;
    }

    [Stage]
    public Quality Evaluate(Logistic fit, TestSet<Review> test)
    {
        int right = 0, falsePositives = 0;
        foreach (var review in test)
        {
            var isPositive = fit.Score(review.Text) > 0.5;
            right += isPositive == review.Positive ? 1 : 0;
            falsePositives += isPositive && !review.Positive ? 1 : 0;
        }

        return new Quality((double)right / test.Count, falsePositives);
    }

    [Gate]
    public GateResult Accurate(Quality evaluate) => GateResult.AtLeast(evaluate.Accuracy, 0.8);

    [Publish("sentiment"), When(nameof(Accurate))]
    public Logistic Release(Logistic fit) => fit;
}

[Row]
public sealed partial record Review([Required, StringLength(10_000, MinimumLength = 3), Feature] string Text, [Label] bool Positive);

public sealed record Quality(double Accuracy, int FalsePositives);

public sealed record Logistic(IReadOnlyList<double> Weights)
{
    public double Score(string text) => Words.Sigmoid(Words.Hash(text, Weights.Count).Sum(word => Weights[word]));
}

public static class Words
{
    public static int[] Hash(string text, int buckets) =>
        [.. text.Split([' ', '.', ',', '!', '?'], StringSplitOptions.RemoveEmptyEntries).Select(word => (int)(Fnv(word.ToUpperInvariant()) % (uint)buckets))];

    public static double Sigmoid(double x) => 1 / (1 + Math.Exp(-x));

    public static double Loss(double score, bool isPositive) => -Math.Log(Math.Clamp(isPositive ? score : 1 - score, 1e-9, 1));

    private static uint Fnv(string word) => word.Aggregate(2166136261u, (hash, letter) => unchecked((hash ^ letter) * 16777619u));
}

//# clean: demand of a shop, forecast by seasonal naive and exponential smoothing
[Pipeline("demand")]
public sealed partial class DemandPipeline
{
    [Parameter]
    public string Folder { get; init; } = "sales";

    [Parameter, Range(1, 60)]
    public int Season { get; init; } = 7;

    [Source("{Folder}/*.csv")]
    public partial FileSet Sales();

    [Stage]
    public Raw<Day> Parse(FileSet sales) => new(sales.SelectMany(static file => file.ReadLines().Skip(1)).Select(static line =>
    {
        var cells = line.Split(',');
        return new Day(DateOnly.ParseExact(cells[0], "yyyy-MM-dd", CultureInfo.InvariantCulture), cells[1], int.Parse(cells[2], CultureInfo.InvariantCulture));
    }));

    [Stage]
    public Validated<Day> Check(Raw<Day> parse) => parse.Validate();

    [Stage]
    public (TrainSet<Day> Past, TestSet<Day> Future) Split(Validated<Day> check) => check.SplitByTime(0.8, day => day.Date);

    [Stage]
    public IReadOnlyDictionary<string, Smoothing> Fit(TrainSet<Day> past)
    {
        var models = new SortedDictionary<string, Smoothing>(StringComparer.Ordinal);
        foreach (var product in past.GroupBy(day => day.Product))
        {
            var series = product.OrderBy(day => day.Date).Select(day => (double)day.Sold).ToArray();
            models[product.Key] = Enumerable.Range(1, 9).Select(step => Smoothing.Fit(series, step / 10.0)).MinBy(model => model.Error)!;
        }

        return models;
    }

    [Stage]
    public double Error(IReadOnlyDictionary<string, Smoothing> fit, TestSet<Day> future)
    {
        var errors = from day in future
                     where fit.ContainsKey(day.Product)
                     select Math.Abs(fit[day.Product].Level - day.Sold);
        return errors.DefaultIfEmpty(double.PositiveInfinity).Average();
    }

    [Stage]
    public double Naive(TrainSet<Day> past, TestSet<Day> future)
    {
        var last = past.GroupBy(day => day.Product).ToDictionary(group => group.Key, group => group.OrderBy(day => day.Date).TakeLast(Season).Average(day => day.Sold));
        return future.Average(day => Math.Abs(last.GetValueOrDefault(day.Product) - day.Sold));
    }

    [Gate]
    public GateResult BetterThanNaive(double error, double naive) => error < naive
        ? GateResult.Pass($"error {error:F2} is below that of the naive forecast, {naive:F2}")
        : GateResult.Refuse($"error {error:F2} is not below that of the naive forecast, {naive:F2}");

    [Publish("demand"), When(nameof(BetterThanNaive))]
    public IReadOnlyDictionary<string, Smoothing> Release(IReadOnlyDictionary<string, Smoothing> fit) => fit;
}

[Row]
public sealed partial record Day([Time] DateOnly Date, [Required, Feature] string Product, [Range(0, 1_000_000), Label] int Sold);

public sealed record Smoothing(double Alpha, double Level, double Error)
{
    public static Smoothing Fit(ReadOnlySpan<double> series, double alpha)
    {
        var level = series.Length == 0 ? 0 : series[0];
        var error = 0.0;
        foreach (var value in series)
        {
            error += Math.Abs(value - level);
            level = (alpha * value) + ((1 - alpha) * level);
        }

        return new(alpha, level, error / Math.Max(1, series.Length));
    }
}

//# clean: a recommender by alternating least squares, in parallel and reproducible
[Pipeline("recommender")]
public sealed partial class RecommenderPipeline
{
    [Parameter, Range(2, 200)]
    public int Rank { get; init; } = 8;

    [Source("ratings.csv")]
    public partial FileArtifact Ratings();

    [Stage]
    public Raw<Rating> Parse(FileArtifact ratings) => new(Read(ratings));

    [Stage]
    public Validated<Rating> Check(Raw<Rating> parse) => parse.Validate(0.05);

    [Stage]
    public (TrainSet<Rating> Known, TestSet<Rating> Hidden) Split(Validated<Rating> check) => check.SplitByGroup(0.9, seed: 3, groupBy: rating => rating.User);

    [Stage, Resources(Cpu = 2)]
    public Factors Fit(TrainSet<Rating> known, StageContext context, CancellationToken cancellationToken)
    {
        var users = known.Select(rating => rating.User).Distinct().Order().ToArray();
        var items = known.Select(rating => rating.Item).Distinct().Order().ToArray();
        var userFactors = Start(users.Length, context.CreateRandom(1));
        var itemFactors = Start(items.Length, context.CreateRandom(2));
        var byUser = known.ToLookup(rating => rating.User);
        var options = new ParallelOptions { CancellationToken = cancellationToken, MaxDegreeOfParallelism = Environment.ProcessorCount };
        var watch = System.Diagnostics.Stopwatch.StartNew();
        for (var round = 0; round < 10; round++)
        {
            Parallel.For(0, users.Length, options, index =>
            {
                var step = userFactors[index];
                foreach (var rating in byUser[users[index]])
                {
                    var item = itemFactors[Array.BinarySearch(items, rating.Item)];
                    var error = rating.Stars - Dot(step, item);
                    for (var k = 0; k < Rank; k++)
                    {
                        step[k] += 0.01 * error * item[k];
                    }
                }
            });
            context.LogMetric("seconds", watch.Elapsed.TotalSeconds, round);
        }

        return new Factors(users, items, userFactors, itemFactors);
    }

    [Stage]
    public double Error(Factors fit, TestSet<Rating> hidden) => Math.Sqrt(hidden.Average(rating => Math.Pow(fit.Predict(rating.User, rating.Item) - rating.Stars, 2)));

    [Gate]
    public GateResult Close(double error) => GateResult.AtMost(error, 1.2);

    [Publish("recommender"), When(nameof(Close))]
    public Factors Release(Factors fit) => fit;

    private static IEnumerable<Rating> Read(FileArtifact file)
    {
        using var reader = new StreamReader(file.OpenRead());
        while (reader.ReadLine() is { } line)
        {
            if (line.Split(',') is [var user, var item, var stars, ..] && int.TryParse(user, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number))
            {
                yield return new Rating(number, int.Parse(item, CultureInfo.InvariantCulture), double.Parse(stars, CultureInfo.InvariantCulture));
            }
        }
    }

    private double[][] Start(int count, Random random) => [.. Enumerable.Range(0, count).Select(_ => Enumerable.Range(0, Rank).Select(_ => random.NextDouble() - 0.5).ToArray())];

    private static double Dot(double[] a, double[] b)
    {
        var sum = 0.0;
        for (var i = 0; i < a.Length; i++)
        {
            sum += a[i] * b[i];
        }

        return sum;
    }
}

[Row]
public sealed partial record Rating([Range(0, int.MaxValue), Group, Feature] int User, [Range(0, int.MaxValue), Feature] int Item, [Range(0.0, 5.0), Label] double Stars);

public sealed record Factors(int[] Users, int[] Items, double[][] UserFactors, double[][] ItemFactors)
{
    public double Predict(int user, int item)
    {
        var (u, i) = (Array.BinarySearch(Users, user), Array.BinarySearch(Items, item));
        return u < 0 || i < 0 ? 2.5 : UserFactors[u].Zip(ItemFactors[i], (a, b) => a * b).Sum();
    }
}

//# clean: digits from image files, nearest neighbours, with a report on the console
[Pipeline("digits")]
public sealed partial class DigitsPipeline
{
    [Source("digits/**/*.pgm")]
    public partial FileSet Images();

    [Stage]
    public Raw<Digit> Read(FileSet images) => new(images.Select(static image =>
    {
        using var stream = image.OpenRead();
        var pixels = new byte[64];
        stream.ReadExactly(pixels);
        return new Digit(Array.ConvertAll(pixels, static pixel => pixel / 255f), Path.GetFileName(Path.GetDirectoryName(image.Path)) ?? "");
    }));

    [Stage]
    public Validated<Digit> Check(Raw<Digit> read) => read.Validate();

    [Stage]
    public (TrainSet<Digit> Train, TestSet<Digit> Test) Split(Validated<Digit> check) => check.Split(0.75, seed: 11, stratifyBy: digit => digit.Name);

    [Stage]
    public Neighbours Fit(TrainSet<Digit> train) => new([.. train.GroupBy(digit => digit.Name).OrderBy(group => group.Key, StringComparer.Ordinal).Select(Mean)]);

    [Stage]
    public Confusion Evaluate(Neighbours fit, TestSet<Digit> test)
    {
        var counts = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var digit in test)
        {
            var key = $"{digit.Name} → {fit.Nearest(digit.Pixels)}";
            counts[key] = counts.GetValueOrDefault(key) + 1;
        }

        return new Confusion(counts, test.Count(digit => fit.Nearest(digit.Pixels) == digit.Name) / (double)test.Count);
    }

    [Stage]
    public void Show(Confusion evaluate)
    {
        Console.WriteLine($"accuracy {evaluate.Accuracy:P1}");
        foreach (var (name, count) in evaluate.Counts.OrderByDescending(pair => pair.Value).Take(5))
        {
            Console.WriteLine($"{name,8} {count,6}");
        }
    }

    [Gate]
    public GateResult Readable(Confusion evaluate) => GateResult.AtLeast(evaluate.Accuracy, 0.9);

    [Publish("digits"), When(nameof(Readable))]
    public Neighbours Release(Neighbours fit) => fit;

    private static Centre Mean(IGrouping<string, Digit> digits)
    {
        var sum = new float[64];
        foreach (var digit in digits)
        {
            for (var i = 0; i < sum.Length; i++)
            {
                sum[i] += digit.Pixels[i];
            }
        }

        return new Centre(digits.Key, Array.ConvertAll(sum, value => value / digits.Count()));
    }
}

[Row]
public sealed partial record Digit([MinLength(64), MaxLength(64), Feature] float[] Pixels, [Required, Label] string Name);

public sealed record Centre(string Name, float[] Pixels);

public sealed record Confusion(IReadOnlyDictionary<string, int> Counts, double Accuracy);

public sealed record Neighbours(IReadOnlyList<Centre> Centres)
{
    public string Nearest(float[] pixels) => Centres.MinBy(centre => centre.Pixels.Zip(pixels, (a, b) => (a - b) * (a - b)).Sum())!.Name;
}
