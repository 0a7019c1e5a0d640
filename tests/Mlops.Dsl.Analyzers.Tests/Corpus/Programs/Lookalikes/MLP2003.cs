//# fault: a fold that was put together by hand, the wrong way round
[Source("houses.csv")]
public partial FileArtifact Table();

[Stage]
public Validated<House> Check(FileArtifact table) => new Raw<House>(table.ReadLines().Select(line => new House(line, line.Length, 3, 250_000))).Validate();

[Stage]
public (TrainSet<House> Train, ValidationSet<House> Validation, TestSet<House> Test) Split(Validated<House> check) => check.Split(0.6, 0.2, seed: 42);

[Stage]
public PriceModel Learn(TrainSet<House> train, ValidationSet<House> validation)
{
    var fold = new Fold<House>(train, validation);
    return PriceModel.Fit({|MLP2003:[.. fold.Train, .. fold.Validation]|});
}

[Stage]
public double MeanError(PriceModel learn, TestSet<House> test) => test.Average(house => Math.Abs(learn.Predict(house) - house.Price));

//# fault: keys of pairs are the test set's names, the values its rows
//## share Houses.cs
[Stage]
public PriceModel Learn(TrainSet<House> train, TestSet<House> test)
{
    var sets = new Dictionary<string, IReadOnlyList<House>>(StringComparer.Ordinal) { ["train"] = train, ["test"] = test };
    return PriceModel.Fit({|MLP2003:sets["test"]|});
}

[Stage]
public double Slope(PriceModel learn) => learn.Slope;

//# clean: a model registry by name, where one is trained and another is measured on the test rows
//## share Houses.cs
[Stage]
public IReadOnlyDictionary<string, PriceModel> Models(TrainSet<House> train) => new SortedDictionary<string, PriceModel>(StringComparer.Ordinal)
{
    ["line"] = PriceModel.Fit(train),
    ["flat"] = new(0, train.Average(house => house.Price)),
};

[Stage]
public IReadOnlyDictionary<string, double> Errors(IReadOnlyDictionary<string, PriceModel> models, TestSet<House> test) =>
    models.ToDictionary(pair => pair.Key, pair => test.Average(house => Math.Abs(pair.Value.Predict(house) - house.Price)), StringComparer.Ordinal);

[Gate]
public GateResult Good(IReadOnlyDictionary<string, double> errors) => GateResult.AtMost(errors["line"], errors["flat"]);

[Publish("price"), When(nameof(Good))]
public PriceModel Release(IReadOnlyDictionary<string, PriceModel> models) => models["line"];
