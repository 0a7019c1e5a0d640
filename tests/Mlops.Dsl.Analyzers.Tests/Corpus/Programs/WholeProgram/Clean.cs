//# clean: text classification, everything by the book
[Pipeline("mails", Version = "2.1.0")]
public sealed partial class Mails
{
    /// <summary>The folder of mails.</summary>
    [Parameter, Required]
    public string Folder { get; init; } = "mails";

    [Parameter, Range(0.5, 0.95)]
    public double TrainShare { get; init; } = 0.8;

    [Parameter]
    public int Seed { get; init; } = 1;

    [Source("{Folder}/**/*.txt")]
    public partial FileSet Texts();

    [Stage]
    public Raw<Mail> Parse(FileSet texts, CancellationToken cancellation)
    {
        var mails = new List<Mail>();
        foreach (var text in texts)
        {
            cancellation.ThrowIfCancellationRequested();
            mails.Add(new Mail(text.Path, text.ReadAllText(), text.Path.StartsWith("spam", StringComparison.Ordinal)));
        }

        return new Raw<Mail>(mails);
    }

    [Stage]
    public Validated<Mail> Check(Raw<Mail> parse) => parse.Validate(maxInvalidShare: 0.02);

    [Stage]
    public (TrainSet<Mail> Train, ValidationSet<Mail> Validation, TestSet<Mail> Test) Split(Validated<Mail> check) =>
        check.Split(TrainShare, (1 - TrainShare) / 2, Seed, stratifyBy: mail => mail.Spam);

    [Stage]
    public Vocabulary Words(TrainSet<Mail> train) => Vocabulary.Of(train.Select(mail => mail.Text));

    [Stage, Timeout("00:10:00"), Retry(2)]
    public SpamModel Fit(TrainSet<Mail> train, Vocabulary words, StageContext context, CancellationToken cancellation)
    {
        var weights = new double[words.Count];
        for (var epoch = 0; epoch < 10; epoch++)
        {
            cancellation.ThrowIfCancellationRequested();
            var order = Enumerable.Range(0, train.Count).ToArray();
            context.CreateRandom(Seed + epoch).Shuffle(order);
            var loss = 0.0;
            foreach (var i in order)
            {
                loss += words.Update(weights, train[i]);
            }

            context.LogMetric("loss", loss / train.Count, epoch);
            context.ReportProgress((epoch + 1) / 10.0, $"epoch {epoch}");
        }

        return new SpamModel(weights);
    }

    [Stage]
    public double Threshold(SpamModel fit, Vocabulary words, ValidationSet<Mail> validation) =>
        Enumerable.Range(1, 9).Select(i => i / 10.0).MaxBy(t => validation.Count(mail => fit.Score(words, mail) > t == mail.Spam));

    [Stage]
    public SpamMetrics Evaluate(SpamModel fit, Vocabulary words, double threshold, TestSet<Mail> test, StageContext context)
    {
        var hits = test.Count(mail => fit.Score(words, mail) > threshold == mail.Spam);
        context.LogMetric("accuracy", hits / (double)test.Count);
        return new SpamMetrics(hits / (double)test.Count, test.Count);
    }

    [Gate]
    public GateResult GoodEnough(SpamMetrics evaluate) => GateResult.All(
        GateResult.AtLeast(evaluate.Accuracy, 0.9, "accuracy"),
        GateResult.AtLeast(evaluate.Count, 100, "test mails"));

    [Publish("spam-model"), When(nameof(GoodEnough))]
    public SpamModel Release(SpamModel fit) => fit;

    [Publish("spam-report")]
    public SpamMetrics Report(SpamMetrics evaluate) => evaluate;
}

//## Mail.cs
[Row]
public sealed partial record Mail([Required] string Id, [Required, StringLength(10_000, MinimumLength = 3), Feature] string Text, [Label] bool Spam);

public sealed record SpamMetrics(double Accuracy, int Count);

//## Vocabulary.cs
public sealed record Vocabulary(IReadOnlyList<string> Words)
{
    public int Count => Words.Count;

    public static Vocabulary Of(IEnumerable<string> texts) =>
        new([.. texts.SelectMany(text => text.Split(' ')).GroupBy(word => word.ToLowerInvariant()).Where(group => group.Count() > 2).Select(group => group.Key).Order(StringComparer.Ordinal)]);

    public double Update(double[] weights, Mail mail)
    {
        var error = (mail.Spam ? 1 : 0) - (1 / (1 + Math.Exp(-Sum(weights, mail))));
        foreach (var i in Indices(mail))
        {
            weights[i] += 0.1 * error;
        }

        return error * error;
    }

    public double Sum(IReadOnlyList<double> weights, Mail mail) => Indices(mail).Sum(i => weights[i]);

    private IEnumerable<int> Indices(Mail mail)
    {
        var present = mail.Text.Split(' ').ToHashSet(StringComparer.OrdinalIgnoreCase);
        for (var i = 0; i < Words.Count; i++)
        {
            if (present.Contains(Words[i]))
            {
                yield return i;
            }
        }
    }
}

public sealed record SpamModel(IReadOnlyList<double> Weights)
{
    public double Score(Vocabulary words, Mail mail) => 1 / (1 + Math.Exp(-words.Sum(Weights, mail)));
}

//# clean: cross-validation, a search, and a final measurement
[Pipeline("prices", Version = "1.0.0")]
public sealed partial class Prices
{
    [Source("houses.csv")]
    public partial FileArtifact Table();

    [Stage]
    public Raw<House> Parse(FileArtifact table) => new(table.ReadLines().Skip(1).Select(HouseReader.Read).OfType<House>());

    [Stage]
    public Validated<House> Check(Raw<House> parse) => parse.Validate();

    [Stage]
    public (TrainSet<House> Train, TestSet<House> Test) Split(Validated<House> check) => check.Split(0.8, seed: 42);

    [Stage]
    public IReadOnlyList<Fold<House>> Folds(TrainSet<House> train) => train.Folds(5, seed: 7);

    [Stage, ForEach(nameof(Folds))]
    public IReadOnlyList<double> FoldErrors(Fold<House> fold) =>
        [.. Candidates.Select(ridge =>
        {
            var model = Ridge.Fit(fold.Train, ridge);
            return fold.Validation.Average(house => Math.Abs(model.Predict(house) - house.Price));
        })];

    [Stage]
    public double Best(IReadOnlyList<IReadOnlyList<double>> foldErrors) =>
        Candidates[Enumerable.Range(0, Candidates.Count).MinBy(i => foldErrors.Average(errors => errors[i]))];

    [Stage]
    public PriceModel Fit(TrainSet<House> train, double best) => Ridge.Fit(train, best);

    [Stage]
    public double MeanError(PriceModel fit, TestSet<House> test) => test.Average(house => Math.Abs(fit.Predict(house) - house.Price));

    [Gate]
    public GateResult Accurate(double meanError) => GateResult.AtMost(meanError, 20_000);

    [Publish("price"), When(nameof(Accurate))]
    public PriceModel Release(PriceModel fit) => fit;

    private static IReadOnlyList<double> Candidates => [0.01, 0.1, 1, 10];
}

//## HouseReader.cs
public static class HouseReader
{
    public static House? Read(string line)
    {
        var cells = line.Split(',');
        return cells is [var id, var area, var rooms, var price, ..]
            && double.TryParse(area, NumberStyles.Float, CultureInfo.InvariantCulture, out var a)
            && double.TryParse(rooms, NumberStyles.Float, CultureInfo.InvariantCulture, out var r)
            && double.TryParse(price, NumberStyles.Float, CultureInfo.InvariantCulture, out var p)
            ? new House(id, a, r, p)
            : null;
    }
}

public static class Ridge
{
    public static PriceModel Fit(IReadOnlyList<House> houses, double ridge)
    {
        var model = PriceModel.Fit(houses);
        return model with { Slope = model.Slope / (1 + ridge) };
    }
}

//# clean: two pipelines that share helpers
[Pipeline("daily", Version = "1.0.0")]
public sealed partial class Daily
{
    [Source("daily/*.csv")]
    public partial FileSet Tables();

    [Stage]
    public IReadOnlyList<int> Counts(FileSet tables) => Counting.Lines(tables);

    [Stage]
    public void Notify(IReadOnlyList<int> counts, StageContext context) => context.LogMetric("lines", counts.Sum());
}

[Pipeline("weekly", Version = "1.0.0")]
public sealed partial class Weekly
{
    [Source("weekly/*.csv")]
    public partial FileSet Tables();

    [Stage]
    public int Total(FileSet tables) => Counting.Lines(tables).Sum();

    [Stage]
    public void Notify(int total, StageContext context) => context.LogMetric("lines", total);
}

//## Counting.cs
public static class Counting
{
    public static IReadOnlyList<int> Lines(FileSet files) => [.. files.Select(file => file.ReadLines().Count())];
}

//# clean: an effect reports to the world
[Pipeline("report", Version = "1.0.0")]
public sealed partial class Reporting
{
    [Secret(Optional = true)]
    public string Token { get; init; } = "";

    [Source("numbers.txt")]
    public partial FileArtifact Numbers();

    [Stage]
    public double Total(FileArtifact numbers) => numbers.ReadLines().Sum(line => double.Parse(line, CultureInfo.InvariantCulture));

    [Stage]
    public async Task Send(double total, [FromServices] HttpClient client, StageContext context, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri("https://example.org/report"));
        request.Headers.Authorization = new("Bearer", Token);
        request.Content = new StringContent(total.ToString(CultureInfo.InvariantCulture));
        using var response = await client.SendAsync(request, cancellation);
        context.Logger.LogInformation("answered {Status} at {Time}", response.StatusCode, context.Clock.GetUtcNow());
        response.EnsureSuccessStatusCode();
    }
}
