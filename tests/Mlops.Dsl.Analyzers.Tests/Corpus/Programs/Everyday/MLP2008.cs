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
