//# fault: Aggregate keeps the better model on the test set
//## share Houses.cs
[Stage]
public IReadOnlyList<PriceModel> Candidates(TrainSet<House> train) => [PriceModel.Fit(train), PriceModel.Fit([.. train.Where(house => house.Area < 200)])];

[Stage]
public PriceModel Best(IReadOnlyList<PriceModel> candidates, TestSet<House> test) =>
    candidates.Aggregate((best, next) => Judge.Error(next, test) < Judge.Error(best, test) ? next : best);

[Stage]
public double FinalError(PriceModel best, TestSet<House> test) => Judge.Error(best, test);

[Gate]
public GateResult Good(double {|MLP2008:finalError|}) => GateResult.AtMost(finalError, 20_000);

[Publish("price"), When(nameof(Good))]
public PriceModel Release(PriceModel best) => best;

//## Judge.cs
public static class Judge
{
    public static double Error(PriceModel model, IEnumerable<House> houses) => houses.Average(house => Math.Abs(model.Predict(house) - house.Price));
}

//# fault: a sorted list of scores, and the first one's model is released
//## share Houses.cs
[Stage]
public IReadOnlyList<PriceModel> Candidates(TrainSet<House> train) => [PriceModel.Fit(train), PriceModel.Fit([.. train.Where(house => house.Area < 200)])];

[Stage]
public (PriceModel Winner, double WinnerError) Rank(IReadOnlyList<PriceModel> candidates, TestSet<House> test)
{
    var scored = from model in candidates
                 let error = test.Average(house => Math.Abs(model.Predict(house) - house.Price))
                 orderby error
                 select (model, error);
    return scored.First();
}

[Gate]
public GateResult Good(double {|MLP2008:winnerError|}) => GateResult.AtMost(winnerError, 20_000);

[Publish("price"), When(nameof(Good))]
public PriceModel Release(PriceModel winner) => winner;

//# clean: the number of neighbours is chosen by folds of the training rows
//## share Houses.cs
[Stage]
public int Degree(TrainSet<House> train)
{
    var folds = train.Folds(4, seed: 8);
    return Enumerable.Range(1, 5).OrderBy(degree => folds.Average(fold => Judge.Error(Judge.Fit(fold.Train, degree), fold.Validation))).First();
}

[Stage]
public PriceModel Learn(TrainSet<House> train, int degree) => Judge.Fit(train, degree);

[Stage]
public double FinalError(PriceModel learn, TestSet<House> test) => Judge.Error(learn, test);

[Gate]
public GateResult Good(double finalError) => GateResult.AtMost(finalError, 20_000);

[Publish("price"), When(nameof(Good))]
public PriceModel Release(PriceModel learn) => learn;

//## Judge.cs
public static class Judge
{
    public static PriceModel Fit(IReadOnlyList<House> houses, int degree) => PriceModel.Fit([.. houses.Select(house => house with { Area = Math.Pow(house.Area, degree) })]);

    public static double Error(PriceModel model, IEnumerable<House> houses) => houses.Average(house => Math.Abs(model.Predict(house) - house.Price));
}

//# clean: the validation set chooses the threshold in a loop with a record of the best, the test set reports by group
[Source("houses.csv")]
public partial FileArtifact Table();

[Stage]
public Validated<House> Check(FileArtifact table) => new Raw<House>(table.ReadLines().Select(line => new House(line, line.Length, 3, 250_000))).Validate();

[Stage]
public (TrainSet<House> Train, ValidationSet<House> Validation, TestSet<House> Test) Split(Validated<House> check) => check.Split(0.6, 0.2, seed: 42);

[Stage]
public (PriceModel Best, double ValidationError) Choose(TrainSet<House> train, ValidationSet<House> validation)
{
    var best = (Model: new PriceModel(0, 0), Error: double.PositiveInfinity);
    foreach (var limit in new[] { 100.0, 200.0, 500.0 })
    {
        var model = PriceModel.Fit([.. train.Where(house => house.Area < limit)]);
        var error = Judge.Error(model, validation);
        best = error < best.Error ? (model, error) : best;
    }

    return best;
}

[Stage]
public IReadOnlyDictionary<double, double> ByRooms(PriceModel best, TestSet<House> test) =>
    test.GroupBy(house => house.Rooms).ToDictionary(group => group.Key, group => Judge.Error(best, group));

[Gate]
public GateResult Good(IReadOnlyDictionary<double, double> byRooms, double validationError) =>
    GateResult.All(GateResult.AtMost(byRooms.Values.Max(), 50_000), GateResult.AtMost(validationError, 20_000));

[Publish("price"), When(nameof(Good))]
public PriceModel Release(PriceModel best) => best;

//## Judge.cs
public static class Judge
{
    public static double Error(PriceModel model, IEnumerable<House> houses) => houses.Average(house => Math.Abs(model.Predict(house) - house.Price));
}

//# fault: a search class keeps the best model in fields, by the test set
//## share Houses.cs
[Stage]
public PriceModel Choose(TrainSet<House> train, TestSet<House> test)
{
    var search = new Search();
    foreach (var limit in new[] { 100.0, 200.0, 500.0 })
    {
        search.Try(PriceModel.Fit([.. train.Where(house => house.Area < limit)]), test);
    }

    return search.Best;
}

[Gate]
public GateResult Good(PriceModel {|MLP2008:choose|}, TestSet<House> test) => GateResult.AtMost(test.Average(house => Math.Abs(choose.Predict(house) - house.Price)), 20_000);

[Publish("price"), When(nameof(Good))]
public PriceModel Release(PriceModel choose) => choose;

//## Search.cs
public sealed class Search
{
    private double _bestError = double.PositiveInfinity;

    public PriceModel Best { get; private set; } = new(0, 0);

    public void Try(PriceModel model, IReadOnlyList<House> rows)
    {
        var error = rows.Average(house => Math.Abs(model.Predict(house) - house.Price));
        if (error < _bestError)
        {
            (Best, _bestError) = (model, error);
        }
    }
}

//# fault: the best error of several settings decides
//## share Houses.cs
//## share Judge.cs
[Stage]
public double Best(TrainSet<House> train, TestSet<House> test) => Enumerable.Range(1, 9).Min(k => Judge.Error(PriceModel.Fit(train.Take(k * 100).ToList()), test));

[Gate]
public GateResult Good(double {|MLP2008:best|}) => GateResult.AtMost(best, 4.0);

[Stage]
public PriceModel Learn(TrainSet<House> train) => PriceModel.Fit(train);

[Publish("price"), When(nameof(Good))]
public PriceModel Release(PriceModel learn) => learn;

//# fault: the best error of several models decides
//## share Houses.cs
//## share Judge.cs
[Stage]
public PriceModel[] Candidates(TrainSet<House> train) => [PriceModel.Fit(train), new(0, train.Average(house => house.Price))];

[Stage]
public double Best(PriceModel[] candidates, TestSet<House> test) => candidates.Min(model => Judge.Error(model, test));

[Gate]
public GateResult Good(double {|MLP2008:best|}) => GateResult.AtMost(best, 4.0);

[Publish("price"), When(nameof(Good))]
public PriceModel Release(PriceModel[] candidates) => candidates[0];

//# fault: the best of the errors that several settings had
//## share Houses.cs
//## share Judge.cs
[Stage]
public double Best(TrainSet<House> train, TestSet<House> test) => Enumerable.Range(1, 9).Select(k => Judge.Error(PriceModel.Fit(train.Take(k * 100).ToList()), test)).Min();

[Gate]
public GateResult Good(double {|MLP2008:best|}) => GateResult.AtMost(best, 4.0);

[Stage]
public PriceModel Learn(TrainSet<House> train) => PriceModel.Fit(train);

[Publish("price"), When(nameof(Good))]
public PriceModel Release(PriceModel learn) => learn;

//# fault: a setting is chosen on the test set, and reported once
//## share Houses.cs
//## share Judge.cs
[Stage]
public int Depth(TrainSet<House> train, TestSet<House> test) => Enumerable.Range(1, 9).MinBy(k => Judge.Error(PriceModel.Fit(train.Take(k * 100).ToList()), test));

[Stage]
public PriceModel Learn(TrainSet<House> train, int depth) => PriceModel.Fit(train.Take(depth * 100).ToList());

[Stage]
public double Error(PriceModel learn, TestSet<House> test) => Judge.Error(learn, test);

[Gate]
public GateResult Good(double {|MLP2008:error|}) => GateResult.AtMost(error, 4.0);

[Publish("price"), When(nameof(Good))]
public PriceModel Release(PriceModel learn) => learn;

//# clean: buckets of predictions in their order
//## share Houses.cs
[Stage]
public PriceModel Learn(TrainSet<House> train) => PriceModel.Fit(train);

[Stage]
public IReadOnlyList<Bucket> Calibrate(PriceModel learn, TestSet<House> test) => test
    .GroupBy(house => (int)(learn.Predict(house) / 10), house => house.Price - learn.Predict(house))
    .OrderBy(bucket => bucket.Key)
    .Select(bucket => new Bucket(bucket.Key, bucket.Average()))
    .ToList();

[Stage]
public double Error(PriceModel learn, IReadOnlyList<Bucket> calibrate, TestSet<House> test) => test.Average(house => Math.Abs(learn.Predict(house) - house.Price)) + calibrate.Average(bucket => Math.Abs(bucket.Bias));

[Gate]
public GateResult Good(double error) => GateResult.AtMost(error, 4.0);

[Publish("price"), When(nameof(Good))]
public PriceModel Release(PriceModel learn) => learn;

//## Types.cs
public sealed record Bucket(int Tens, double Bias);

//# clean: buckets of predictions in their order, of pairs
//## share Houses.cs
[Stage]
public PriceModel Learn(TrainSet<House> train) => PriceModel.Fit(train);

[Stage]
public IReadOnlyList<Bucket> Calibrate(PriceModel learn, TestSet<House> test) => test
    .Select(house => (Tens: (int)(learn.Predict(house) / 10), Bias: house.Price - learn.Predict(house)))
    .GroupBy(pair => pair.Tens)
    .OrderBy(bucket => bucket.Key)
    .Select(bucket => new Bucket(bucket.Key, bucket.Average(pair => pair.Bias)))
    .ToList();

[Stage]
public double Error(PriceModel learn, IReadOnlyList<Bucket> calibrate, TestSet<House> test) => test.Average(house => Math.Abs(learn.Predict(house) - house.Price)) + calibrate.Average(bucket => Math.Abs(bucket.Bias));

[Gate]
public GateResult Good(double error) => GateResult.AtMost(error, 4.0);

[Publish("price"), When(nameof(Good))]
public PriceModel Release(PriceModel learn) => learn;

//## Types.cs
public sealed record Bucket(int Tens, double Bias);

//# clean: the worst group of the test set decides
//## share Houses.cs
//## share Judge.cs
[Stage]
public PriceModel Learn(TrainSet<House> train) => PriceModel.Fit(train);

[Stage]
public double Worst(PriceModel learn, TestSet<House> test) => test.GroupBy(house => house.Rooms).Max(group => Judge.Error(learn, group));

[Gate]
public GateResult Good(double worst) => GateResult.AtMost(worst, 4.0);

[Publish("price"), When(nameof(Good))]
public PriceModel Release(PriceModel learn) => learn;

//# clean: the worst hour of the test set decides
//## share Houses.cs
//## share Judge.cs
[Stage]
public PriceModel Learn(TrainSet<House> train) => PriceModel.Fit(train);

[Stage]
public double Worst(PriceModel learn, TestSet<House> test) => Enumerable.Range(0, 24).Max(rooms => Judge.Error(learn, test.Where(house => house.Rooms == rooms)));

[Gate]
public GateResult Good(double worst) => GateResult.AtMost(worst, 4.0);

[Publish("price"), When(nameof(Good))]
public PriceModel Release(PriceModel learn) => learn;
