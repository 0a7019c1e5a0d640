//# fault: two files that others have split, one fitted to and one measured on
//## share Given.cs
[Stage]
public PriceModel Learn(Validated<House> older) => PriceModel.Fit(older);

[Stage]
public double Error(PriceModel learn, Validated<House> {|MLP2010:newer|}) => newer.Average(house => Math.Abs(learn.Predict(house) - house.Price));

[Gate]
public GateResult Good(double error) => GateResult.AtMost(error, 20_000);

[Publish("price"), When(nameof(Good))]
public PriceModel Release(PriceModel learn) => learn;

//# fault: three measurements on the newer file, which is held apart once
//## share Given.cs
[Stage]
public PriceModel Learn(Validated<House> older) => PriceModel.Fit(older);

[Stage]
public double Error(PriceModel learn, Validated<House> {|MLP2010:newer|}) => newer.Average(house => Math.Abs(learn.Predict(house) - house.Price));

[Stage]
public Quality Evaluate(PriceModel learn, Validated<House> newer) => Quality.Of(learn, newer);

[Gate]
public GateResult Good(double error, Quality evaluate) => GateResult.All(GateResult.AtMost(error, 20_000), GateResult.AtMost(evaluate.Worst, 90_000));

[Publish("price"), When(nameof(Good))]
public PriceModel Release(PriceModel learn) => learn;

//## Quality.cs
public sealed record Quality(double Worst)
{
    public static Quality Of(PriceModel model, IEnumerable<House> houses) => new(houses.Max(house => Math.Abs(model.Predict(house) - house.Price)));
}

//# fault: the gate measures the newer file itself, which the pipeline calls held out
[Source("2024/houses.csv")]
public partial FileArtifact YearFile();

[Source("2025/houses.csv")]
public partial FileArtifact HeldOutFile();

[Stage]
public Validated<House> Year(FileArtifact yearFile) => House.Parse(yearFile).Validate();

[Stage]
public Validated<House> HeldOut(FileArtifact heldOutFile) => House.Parse(heldOutFile).Validate();

[Stage]
public PriceModel Learn(Validated<House> year) => PriceModel.Fit(year);

[Gate]
public GateResult Good(PriceModel learn, Validated<House> {|MLP2010:heldOut|}) =>
    GateResult.AtMost(heldOut.Average(house => Math.Abs(learn.Predict(house) - house.Price)), 20_000);

[Publish("price"), When(nameof(Good))]
public PriceModel Release(PriceModel learn) => learn;

//## Houses.cs
public sealed partial record House
{
    public static Raw<House> Parse(FileArtifact file) => new(file.ReadLines().Select(line => new House(line, line.Length, 3, 250_000)));
}

//# fault: the files are parsed, cleaned and validated on ways of their own
[Source("train.csv")]
public partial FileArtifact TrainFile();

[Source("test.csv")]
public partial FileArtifact TestFile();

[Stage]
public Raw<House> Past(FileArtifact trainFile) => new(trainFile.ReadLines().Where(line => line.Length > 0).Select(line => new House(line, line.Length, 3, 250_000)));

[Stage]
public Raw<House> Present(FileArtifact testFile) => new(testFile.ReadLines().Where(line => line.Length > 0).Select(line => new House(line, line.Length, 3, 250_000)));

[Stage]
public Validated<House> CheckedPast(Raw<House> past) => past.Validate();

[Stage]
public Validated<House> CheckedPresent(Raw<House> present) => present.Validate();

[Stage]
public PriceModel Learn(Validated<House> checkedPast)
{
    var houses = checkedPast.OrderBy(house => house.Id, StringComparer.Ordinal).ToList();
    return PriceModel.Fit(houses);
}

[Stage]
public double Error(Validated<House> {|MLP2010:checkedPresent|}, PriceModel learn)
{
    var sum = 0.0;
    foreach (var house in checkedPresent)
    {
        sum += Math.Abs((learn.Slope * house.Area) + learn.Offset - house.Price);
    }

    return sum / checkedPresent.Count;
}

[Gate]
public GateResult Good(double error) => GateResult.AtMost(error, 20_000);

[Publish("price"), When(nameof(Good))]
public PriceModel Release(PriceModel learn) => learn;

//# fault: two models of the older file, and a measurement of the better one
//## share Given.cs
[Stage]
public PriceModel Line(Validated<House> older) => PriceModel.Fit(older);

[Stage]
public PriceModel Flat(Validated<House> older) => new(0, older.Average(house => house.Price));

[Stage]
public (double LineError, double FlatError) Compare(PriceModel line, PriceModel flat, Validated<House> {|MLP2010:newer|}) =>
    (newer.Average(house => Math.Abs(line.Predict(house) - house.Price)), newer.Average(house => Math.Abs(flat.Predict(house) - house.Price)));

[Gate]
public GateResult Good(double lineError, double flatError) => GateResult.AtMost(lineError, 0.8 * flatError);

[Publish("price"), When(nameof(Good))]
public PriceModel Release(PriceModel line) => line;

//# fault: the errors on both files are told side by side
//## share Given.cs
[Stage]
public PriceModel Learn(Validated<House> older) => PriceModel.Fit(older);

[Stage]
public (double Fitted, double Error) Errors(PriceModel learn, Validated<House> older, Validated<House> {|MLP2010:newer|}) => (Of(learn, older), Of(learn, newer));

private static double Of(PriceModel model, IEnumerable<House> houses) => houses.Average(house => Math.Abs(model.Predict(house) - house.Price));

[Gate]
public GateResult Good(double error, double fitted) => GateResult.All(GateResult.AtMost(error, 20_000), GateResult.AtMost(error - fitted, 5_000));

[Publish("price"), When(nameof(Good))]
public PriceModel Release(PriceModel learn) => learn;

//# clean: a stage holds the files apart
//## share Given.cs
[Stage]
public (TrainSet<House> Train, TestSet<House> Test) Sides(Validated<House> older, Validated<House> newer) => older.HoldOut(newer);

[Stage]
public PriceModel Learn(TrainSet<House> train) => PriceModel.Fit(train);

[Stage]
public double Error(PriceModel learn, TestSet<House> test) => test.Average(house => Math.Abs(learn.Predict(house) - house.Price));

[Gate]
public GateResult Good(double error) => GateResult.AtMost(error, 20_000);

[Publish("price"), When(nameof(Good))]
public PriceModel Release(PriceModel learn) => learn;

//# clean: a gate refuses files that have keys in common
//## share Given.cs
[Stage]
public PriceModel Learn(Validated<House> older) => PriceModel.Fit(older);

[Stage]
public double Error(PriceModel learn, Validated<House> newer) => newer.Average(house => Math.Abs(learn.Predict(house) - house.Price));

[Gate]
public GateResult Apart(Validated<House> older, Validated<House> newer) =>
    older.Select(house => house.Id).Intersect(newer.Select(house => house.Id), StringComparer.Ordinal).Any()
        ? GateResult.Refuse("Houses are in both files.")
        : GateResult.Pass("No house is in both files.");

[Gate]
public GateResult Good(double error) => GateResult.AtMost(error, 20_000);

[Publish("price"), When(nameof(Good)), When(nameof(Apart))]
public PriceModel Release(PriceModel learn) => learn;

//# clean: what was fitted to is left out of what is measured on
//## share Given.cs
[Stage]
public PriceModel Learn(Validated<House> older) => PriceModel.Fit(older);

[Stage]
public double Error(PriceModel learn, Validated<House> older, Validated<House> newer)
{
    var known = older.Select(house => house.Id).ToHashSet(StringComparer.Ordinal);
    return newer.Where(house => !known.Contains(house.Id)).Average(house => Math.Abs(learn.Predict(house) - house.Price));
}

[Gate]
public GateResult Good(double error) => GateResult.AtMost(error, 20_000);

[Publish("price"), When(nameof(Good))]
public PriceModel Release(PriceModel learn) => learn;

//# clean: what is to be measured on leaves out the other file where it is read
[Source("train.csv")]
public partial FileArtifact TrainFile();

[Source("test.csv")]
public partial FileArtifact TestFile();

[Stage]
public Validated<House> Older(FileArtifact trainFile) => Read(trainFile).Validate();

[Stage]
public Validated<House> Newer(FileArtifact testFile, Validated<House> older) => new Raw<House>(Read(testFile).ExceptBy(older.Select(house => house.Id), house => house.Id)).Validate();

private static Raw<House> Read(FileArtifact file) => new(file.ReadLines().Select(line => new House(line, line.Length, 3, 250_000)));

[Stage]
public PriceModel Learn(Validated<House> older) => PriceModel.Fit(older);

[Stage]
public double Error(PriceModel learn, Validated<House> newer) => newer.Average(house => Math.Abs(learn.Predict(house) - house.Price));

[Gate]
public GateResult Good(double error) => GateResult.AtMost(error, 20_000);

[Publish("price"), When(nameof(Good))]
public PriceModel Release(PriceModel learn) => learn;

//# clean: a batch of new houses is scored
//## share Given.cs
[Stage]
public PriceModel Learn(Validated<House> older) => PriceModel.Fit(older);

[Stage]
public IReadOnlyList<double> Scores(PriceModel learn, Validated<House> newer) => [.. newer.Select(learn.Predict)];

[Gate]
public GateResult Enough(Validated<House> older) => GateResult.AtLeast(older.Count, 1_000);

[Publish("scores"), When(nameof(Enough))]
public IReadOnlyList<double> Release(IReadOnlyList<double> scores) => scores;

//# clean: each file is cut at a day of its own
[Source("a.csv")]
public partial FileArtifact A();

[Source("b.csv")]
public partial FileArtifact B();

[Stage]
public Validated<House> Older(FileArtifact a) => new Raw<House>(a.ReadLines().Where(line => string.CompareOrdinal(line, "2024") < 0).Select(Parse)).Validate();

[Stage]
public Validated<House> Newer(FileArtifact b) => new Raw<House>(b.ReadLines().Where(line => string.CompareOrdinal(line, "2024") >= 0).Select(Parse)).Validate();

private static House Parse(string line) => new(line, line.Length, 3, 250_000);

[Stage]
public PriceModel Learn(Validated<House> older) => PriceModel.Fit(older);

[Stage]
public double Error(PriceModel learn, Validated<House> newer) => newer.Average(house => Math.Abs(learn.Predict(house) - house.Price));

[Gate]
public GateResult Good(double error) => GateResult.AtMost(error, 20_000);

[Publish("price"), When(nameof(Good))]
public PriceModel Release(PriceModel learn) => learn;

//# clean: how the houses of both files differ, without a model
//## share Given.cs
[Stage]
public double Drift(Validated<House> older, Validated<House> newer) => newer.Average(house => house.Price) - older.Average(house => house.Price);

[Gate]
public GateResult Steady(double drift) => GateResult.AtMost(Math.Abs(drift), 10_000);

[Publish("drift"), When(nameof(Steady))]
public double Release(double drift) => drift;
