//# fault: a mean by town of rows that nobody validated
//## share Prices.cs
[Stage]
public Dictionary<string, double> ByTown(Raw<Sale> {|MLP2001:sales|}) => sales.GroupBy(sale => sale.Town).ToDictionary(g => g.Key, g => g.Average(sale => sale.Price));

//# fault: a median of raw rows
//## share Prices.cs
[Stage]
public double Middle(Raw<Sale> {|MLP2001:sales|})
{
    var prices = sales.Select(sale => sale.Price).Order().ToList();
    return prices[prices.Count / 2];
}

//# fault: a loop adds raw prices up
//## share Prices.cs
[Stage]
public double Mean(Raw<Sale> {|MLP2001:sales|})
{
    var sum = 0.0;
    foreach (var sale in sales)
    {
        sum += sale.Price;
    }

    return sum / sales.Count;
}

//# fault: a helper averages raw rows, and a tuple holds that
//## share Prices.cs
[Stage]
public (double Mean, double Spread) Spread(Raw<Sale> {|MLP2001:sales|}) => (Means.Of(sales), Means.Of(sales) / 2);

//## Means.cs
public static class Means
{
    public static double Of(IEnumerable<Sale> sales) => sales.Select(sale => sale.Price).Average();
}

//# fault: lines beside the training set are read as further rows
//## share Houses.cs
[Source("more.csv")]
public partial FileArtifact MoreFile();

[Stage]
public List<string> More(FileArtifact moreFile) => [.. moreFile.ReadLines()];

[Stage]
public PriceModel Fit(TrainSet<House> train, List<string> {|MLP2001:more|})
{
    var (price, area) = (train.Sum(house => house.Price), train.Sum(house => house.Area));
    foreach (var line in more)
    {
        price += double.Parse(line, CultureInfo.InvariantCulture);
    }

    return new PriceModel(price / area, 0);
}

//# clean: how many rows are wrong, and which share of them
//## share Prices.cs
[Stage]
public double Wrong(Raw<Sale> sales) => sales.Average(sale => sale.Price <= 0 ? 1.0 : 0.0);

[Stage]
public double WithoutTown(Raw<Sale> sales) => sales.Count(sale => sale.Town.Length == 0) / (double)sales.Count;

//# clean: a gate looks at the mean of raw rows before anything else does
//## share Prices.cs
[Stage]
public double Mean(Raw<Sale> sales) => sales.Average(sale => sale.Price);

[Gate]
public GateResult Plausible(double mean) => GateResult.AtLeast(mean, 1_000);

//# clean: a report on the quality of what was read
//## share Prices.cs
[Stage]
public ReadQuality Quality(Raw<Sale> sales) => new(sales.Count, sales.Average(sale => sale.Price));

//## ReadQuality.cs
public sealed record ReadQuality(int Rows, double Mean);

//# clean: words to leave out, from a file of their own
//## share Mails.cs
[Source("stop-words.txt")]
public partial FileArtifact StopFile();

[Stage]
public HashSet<string> StopWords(FileArtifact stopFile) => [.. stopFile.ReadLines().Select(line => line.Trim()).Where(word => word.Length > 0)];

[Stage]
public Dictionary<string, int> Learn(TrainSet<Mail> train, HashSet<string> stopWords)
{
    var counts = new Dictionary<string, int>();
    foreach (var word in train.SelectMany(mail => mail.Subject.Split(' ')).Where(word => !stopWords.Contains(word)))
    {
        counts[word] = counts.GetValueOrDefault(word) + 1;
    }

    return counts;
}

//# clean: a vocabulary in the order of its file
//## share Mails.cs
[Source("words.txt")]
public partial FileArtifact WordFile();

[Stage]
public string[] Vocabulary(FileArtifact wordFile) => [.. wordFile.ReadLines().Distinct()];

[Stage]
public double[] Learn(TrainSet<Mail> train, string[] vocabulary) =>
    [.. vocabulary.Select(word => train.Average(mail => Array.Exists(mail.Subject.Split(' '), w => string.Equals(w, word, StringComparison.Ordinal)) ? 1.0 : 0.0))];
