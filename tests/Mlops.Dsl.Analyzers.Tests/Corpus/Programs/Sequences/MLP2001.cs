//# clean: a bundle holds raw rows for a report, and the training takes the checked ones
//## share Houses.cs
[Stage]
public PriceModel Learn(Raw<House> parse, Validated<House> check) => Trainer.Fit(new Bundle(parse, check));

[Stage]
public double Slope(PriceModel learn) => learn.Slope;

//## Trainer.cs
public sealed record Bundle(IReadOnlyList<House> All, IReadOnlyList<House> Good);

public static class Trainer
{
    public static PriceModel Fit(Bundle bundle) => new(bundle.Good.Average(house => house.Price / house.Area), 0);
}

//# clean: each of several sources is checked before they are joined
//## share Houses.cs
[Source("more.csv")]
public partial FileArtifact MoreFile();

[Stage]
public Validated<House> More([From(nameof(MoreFile))] FileArtifact moreFile) => new Raw<House>(moreFile.ReadLines().Select(line => new House(line, line.Length, 3, 250_000))).Validate();

[Stage]
public PriceModel Learn([From(nameof(Check))] Validated<House> check, [From(nameof(More))] Validated<House> more) => PriceModel.Fit([.. check, .. more]);

[Stage]
public double Slope(PriceModel learn) => learn.Slope;

//# clean: groups are made of checked rows, and one stage fits each
//## share Houses.cs
[Stage]
public IReadOnlyList<IReadOnlyList<House>> Groups(TrainSet<House> train) => [.. train.GroupBy(house => house.Rooms).OrderBy(group => group.Key).Select(group => group.ToList())];

[Stage, ForEach(nameof(Groups))]
public PriceModel Learn(IReadOnlyList<House> groups) => PriceModel.Fit(groups);

[Stage]
public double Slope(IReadOnlyList<PriceModel> learn) => learn[0].Slope;

//# clean: a validator among the stages
[Source("stop.txt")]
public partial FileArtifact StopFile();

[Stage, Validator]
public IReadOnlyList<string> Stop([From(nameof(StopFile))] FileArtifact stopFile)
{
    var words = stopFile.ReadLines().ToList();
    return words.TrueForAll(word => word.Length is > 0 and < 20) ? words : throw new InvalidDataException("A stop word has 1 to 19 letters.");
}

[Stage]
public IReadOnlyDictionary<string, double> Fit(IReadOnlyList<string> stop) => Weights.Train(stop);

[Stage]
public int Size(IReadOnlyDictionary<string, double> fit) => fit.Count;

//## Weights.cs
public static class Weights
{
    public static IReadOnlyDictionary<string, double> Train(IEnumerable<string> words) => words.Distinct(StringComparer.Ordinal).ToDictionary(word => word, word => 1.0 / word.Length, StringComparer.Ordinal);
}
