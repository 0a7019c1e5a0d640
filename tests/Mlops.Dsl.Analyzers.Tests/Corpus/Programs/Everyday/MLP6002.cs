//# fault: all branches of a switch statement pass
//## share Houses.cs
[Stage]
public PriceModel Learn(TrainSet<House> train) => PriceModel.Fit(train);

[Gate]
public GateResult {|MLP6002:Good|}(PriceModel learn, TestSet<House> test)
{
    var error = test.Average(house => Math.Abs(learn.Predict(house) - house.Price));
    switch (error)
    {
        case > 50_000:
            return GateResult.Pass("poor, but better than nothing");
        case var e when double.IsNaN(e):
            return new GateResult(Passed: true, "not measured");
        default:
            return new(true, "fine");
    }
}

[Publish("price"), When(nameof(Good))]
public PriceModel Release(PriceModel learn) => learn;

//# fault: a list of results to which the one that counts is never added
//## share Houses.cs
[Stage]
public PriceModel Learn(TrainSet<House> train) => PriceModel.Fit(train);

[Gate]
public GateResult {|MLP6002:Good|}(PriceModel learn, TestSet<House> test)
{
    var results = new List<GateResult> { GateResult.Pass("looked") };
    foreach (var house in test)
    {
        GateResult.AtMost(Math.Abs(learn.Predict(house) - house.Price), 100_000);
    }

    return GateResult.All([.. results]);
}

[Publish("price"), When(nameof(Good))]
public PriceModel Release(PriceModel learn) => learn;

//# fault: a with expression makes it pass
//## share Houses.cs
//## share Trained.cs
[Gate]
public GateResult {|MLP6002:Final|}(double error)
{
    var result = GateResult.AtMost(error, 10_000);
    return result with { Passed = true };
}

[Publish("price"), When(nameof(Final)), When(nameof(Accurate))]
public PriceModel Release(PriceModel fit) => fit;

//# fault: a share is at least zero, a count at least one below
//## share Houses.cs
[Stage]
public PriceModel Learn(TrainSet<House> train) => PriceModel.Fit(train);

[Stage]
public double Accuracy(PriceModel learn, TestSet<House> test) => test.Count(house => Math.Abs(learn.Predict(house) - house.Price) < 10_000) / (double)test.Count;

[Gate]
public GateResult {|MLP6002:Good|}(double accuracy) => GateResult.AtLeast(accuracy, 0.0);

[Publish("price"), When(nameof(Good))]
public PriceModel Release(PriceModel learn) => learn;

//# clean: a gate that refuses through an exception
//## share Houses.cs
//## share Trained.cs
[Gate]
public GateResult Sane(PriceModel fit, TestSet<House> test)
{
    if (test.Any(house => !double.IsFinite(fit.Predict(house))))
    {
        throw new InvalidOperationException("A prediction is no number.");
    }

    return GateResult.Pass("all predictions are numbers");
}

[Publish("price"), When(nameof(Sane)), When(nameof(Accurate))]
public PriceModel Release(PriceModel fit) => fit;

//# clean: results are collected in a list, some of which refuse
//## share Houses.cs
[Stage]
public PriceModel Learn(TrainSet<House> train) => PriceModel.Fit(train);

[Gate]
public GateResult Good(PriceModel learn, TestSet<House> test)
{
    var results = new List<GateResult>();
    foreach (var group in test.GroupBy(house => house.Rooms))
    {
        results.Add(GateResult.AtMost(group.Average(house => Math.Abs(learn.Predict(house) - house.Price)), 50_000));
    }

    return GateResult.All([.. results]);
}

[Publish("price"), When(nameof(Good))]
public PriceModel Release(PriceModel learn) => learn;

//# clean: the threshold is a parameter, and an async helper decides
//## share Houses.cs
[Parameter, Range(0.0, 1e6)]
public double Limit { get; init; } = 20_000;

[Stage]
public PriceModel Learn(TrainSet<House> train) => PriceModel.Fit(train);

[Gate]
public async Task<GateResult> Good(PriceModel learn, TestSet<House> test)
{
    var error = await Task.Run(() => test.Average(house => Math.Abs(learn.Predict(house) - house.Price)));
    return Decide(error <= Limit);
}

[Publish("price"), When(nameof(Good))]
public PriceModel Release(PriceModel learn) => learn;

private static GateResult Decide(bool ok) => new(ok, ok ? "good" : "bad");

//# clean: a gate with early returns, a try and a finally
//## share Houses.cs
[Stage]
public PriceModel Learn(TrainSet<House> train) => PriceModel.Fit(train);

[Gate]
public GateResult Good(PriceModel learn, TestSet<House> test, StageContext context)
{
    try
    {
        foreach (var house in test)
        {
            if (!double.IsFinite(learn.Predict(house)))
            {
                return GateResult.Refuse("a prediction is no number");
            }
        }

        return GateResult.Pass("all predictions are numbers");
    }
    finally
    {
        context.LogMetric("rows", test.Count);
    }
}

[Publish("price"), When(nameof(Good))]
public PriceModel Release(PriceModel learn) => learn;

//# clean: a gate whose rules are a list of functions
//## share Houses.cs
private static readonly Func<double, GateResult>[] Rules =
[
    error => GateResult.AtMost(error, 50_000),
    error => double.IsNaN(error) ? GateResult.Refuse("not measured") : GateResult.Pass("measured"),
];

[Stage]
public PriceModel Learn(TrainSet<House> train) => PriceModel.Fit(train);

[Gate]
public GateResult Good(PriceModel learn, TestSet<House> test)
{
    var error = test.Average(house => Math.Abs(learn.Predict(house) - house.Price));
    return GateResult.All([.. Rules.Select(rule => rule(error))]);
}

[Publish("price"), When(nameof(Good))]
public PriceModel Release(PriceModel learn) => learn;

//# fault: a gate that passes in both branches of an if, with a local function and a default
//## share Houses.cs
[Stage]
public PriceModel Learn(TrainSet<House> train) => PriceModel.Fit(train);

[Gate]
public GateResult {|MLP6002:Good|}(PriceModel learn, TestSet<House> test)
{
    var error = test.Average(house => Math.Abs(learn.Predict(house) - house.Price));
    if (error > 50_000)
    {
        return Passed("poor");
    }

    return Passed();

    GateResult Passed(string reason = "good") => new(Passed: true, Reason: reason);
}

[Publish("price"), When(nameof(Good))]
public PriceModel Release(PriceModel learn) => learn;

//# fault: a gate that logs its doubts and passes
//## share Houses.cs
[Stage]
public PriceModel Learn(TrainSet<House> train) => PriceModel.Fit(train);

[Gate]
public async ValueTask<GateResult> {|MLP6002:Good|}(PriceModel learn, TestSet<House> test, StageContext context, CancellationToken cancellationToken)
{
    await Task.Delay(0, cancellationToken);
    var error = test.Average(house => Math.Abs(learn.Predict(house) - house.Price));
    if (error > 50_000)
    {
        context.Logger.LogWarning("the mean error is {Error}", error);
    }

    var result = GateResult.Pass("looked at");
    return result;
}

[Publish("price"), When(nameof(Good))]
public PriceModel Release(PriceModel learn) => learn;

//# fault: one of several conditions is enough, and one always holds
//## share Houses.cs
//## share Judge.cs
[Stage]
public PriceModel Learn(TrainSet<House> train) => PriceModel.Fit(train);

[Stage]
public double Error(PriceModel learn, TestSet<House> test) => Judge.Error(learn, test);

[Stage]
public int Rows(TestSet<House> test) => test.Count;

[Gate]
public GateResult {|MLP6002:Good|}(double error, int rows)
{
    bool[] conditions = [error < 4, rows >= 0];
    return conditions.Any(holds => holds) ? GateResult.Pass("one holds") : GateResult.Refuse("none holds");
}

[Publish("price"), When(nameof(Good))]
public PriceModel Release(PriceModel learn) => learn;

//# fault: a list of conditions contains one that always holds
//## share Houses.cs
//## share Judge.cs
[Stage]
public PriceModel Learn(TrainSet<House> train) => PriceModel.Fit(train);

[Stage]
public double Error(PriceModel learn, TestSet<House> test) => Judge.Error(learn, test);

[Stage]
public int Rows(TestSet<House> test) => test.Count;

[Gate]
public GateResult {|MLP6002:Good|}(double error, int rows)
{
    var conditions = new List<bool> { error < 4, Math.Abs(error) >= 0 };
    return conditions.Contains(true) ? GateResult.Pass("one holds") : GateResult.Refuse("none holds");
}

[Publish("price"), When(nameof(Good))]
public PriceModel Release(PriceModel learn) => learn;

//# fault: one of several results is enough, and one always passes
//## share Houses.cs
//## share Judge.cs
[Stage]
public PriceModel Learn(TrainSet<House> train) => PriceModel.Fit(train);

[Stage]
public double Error(PriceModel learn, TestSet<House> test) => Judge.Error(learn, test);

[Stage]
public int Rows(TestSet<House> test) => test.Count;

[Gate]
public GateResult {|MLP6002:Good|}(double error, int rows)
{
    GateResult[] results = [GateResult.AtMost(error, 4), GateResult.AtLeast(rows, 0)];
    return results.Any(result => result.Passed) ? GateResult.Pass("one holds") : GateResult.Refuse("none holds");
}

[Publish("price"), When(nameof(Good))]
public PriceModel Release(PriceModel learn) => learn;

//# fault: either of two results is enough, and one always passes
//## share Houses.cs
//## share Judge.cs
[Stage]
public PriceModel Learn(TrainSet<House> train) => PriceModel.Fit(train);

[Stage]
public double Error(PriceModel learn, TestSet<House> test) => Judge.Error(learn, test);

[Stage]
public int Rows(TestSet<House> test) => test.Count;

[Gate]
public GateResult {|MLP6002:Good|}(double error, int rows)
{
    var small = GateResult.AtMost(error, 4);
    var some = GateResult.AtLeast(rows, 0);
    return small.Passed || some.Passed ? GateResult.Pass("fine") : small;
}

[Publish("price"), When(nameof(Good))]
public PriceModel Release(PriceModel learn) => learn;

//# fault: the first result that passes, of which one always does
//## share Houses.cs
//## share Judge.cs
[Stage]
public PriceModel Learn(TrainSet<House> train) => PriceModel.Fit(train);

[Stage]
public double Error(PriceModel learn, TestSet<House> test) => Judge.Error(learn, test);

[Stage]
public int Rows(TestSet<House> test) => test.Count;

[Gate]
public GateResult {|MLP6002:Good|}(double error, int rows)
{
    GateResult[] results = [GateResult.AtMost(error, 4), GateResult.Pass("a fallback")];
    return results.FirstOrDefault(result => result.Passed) ?? GateResult.Refuse("none holds");
}

[Publish("price"), When(nameof(Good))]
public PriceModel Release(PriceModel learn) => learn;

//# fault: one of several functions is enough, and one always says yes
//## share Houses.cs
//## share Judge.cs
[Stage]
public PriceModel Learn(TrainSet<House> train) => PriceModel.Fit(train);

[Stage]
public double Error(PriceModel learn, TestSet<House> test) => Judge.Error(learn, test);

[Stage]
public int Rows(TestSet<House> test) => test.Count;

[Gate]
public GateResult {|MLP6002:Good|}(double error, int rows)
{
    Func<bool>[] checks = [() => error < 4, () => true];
    return checks.Any(check => check()) ? GateResult.Pass("one holds") : GateResult.Refuse("none holds");
}

[Publish("price"), When(nameof(Good))]
public PriceModel Release(PriceModel learn) => learn;

//# fault: one condition that holds is counted, and one always does
//## share Houses.cs
//## share Judge.cs
[Stage]
public PriceModel Learn(TrainSet<House> train) => PriceModel.Fit(train);

[Stage]
public double Error(PriceModel learn, TestSet<House> test) => Judge.Error(learn, test);

[Stage]
public int Rows(TestSet<House> test) => test.Count;

[Gate]
public GateResult {|MLP6002:Good|}(double error, int rows)
{
    bool[] conditions = [error < 4, rows >= 0];
    return conditions.Count(holds => holds) >= 1 ? GateResult.Pass("one holds") : GateResult.Refuse("none holds");
}

[Publish("price"), When(nameof(Good))]
public PriceModel Release(PriceModel learn) => learn;

//# clean: one of several conditions is enough
//## share Houses.cs
//## share Judge.cs
[Stage]
public PriceModel Learn(TrainSet<House> train) => PriceModel.Fit(train);

[Stage]
public double Error(PriceModel learn, TestSet<House> test) => Judge.Error(learn, test);

[Stage]
public int Rows(TestSet<House> test) => test.Count;

[Gate]
public GateResult Good(double error, int rows)
{
    bool[] conditions = [error < 4, rows >= 100];
    return conditions.Any(holds => holds) ? GateResult.Pass("one holds") : GateResult.Refuse("none holds");
}

[Publish("price"), When(nameof(Good))]
public PriceModel Release(PriceModel learn) => learn;

//# clean: all of several conditions, of which one always holds
//## share Houses.cs
//## share Judge.cs
[Stage]
public PriceModel Learn(TrainSet<House> train) => PriceModel.Fit(train);

[Stage]
public double Error(PriceModel learn, TestSet<House> test) => Judge.Error(learn, test);

[Stage]
public int Rows(TestSet<House> test) => test.Count;

[Gate]
public GateResult Good(double error, int rows)
{
    bool[] conditions = [error < 4, rows >= 0];
    return conditions.All(holds => holds) ? GateResult.Pass("all hold") : GateResult.Refuse("one fails");
}

[Publish("price"), When(nameof(Good))]
public PriceModel Release(PriceModel learn) => learn;

//# clean: two conditions that hold are counted, of which one always does
//## share Houses.cs
//## share Judge.cs
[Stage]
public PriceModel Learn(TrainSet<House> train) => PriceModel.Fit(train);

[Stage]
public double Error(PriceModel learn, TestSet<House> test) => Judge.Error(learn, test);

[Stage]
public int Rows(TestSet<House> test) => test.Count;

[Gate]
public GateResult Good(double error, int rows)
{
    bool[] conditions = [error < 4, rows >= 0];
    return conditions.Count(holds => holds) >= 2 ? GateResult.Pass("all hold") : GateResult.Refuse("one fails");
}

[Publish("price"), When(nameof(Good))]
public PriceModel Release(PriceModel learn) => learn;
