//# fault: it always passes
//## share Houses.cs
//## share Trained.cs
[Gate]
public GateResult {|MLP6002:Fine|}(double error) => GateResult.Pass("looks fine");

[Publish("price"), When(nameof(Fine)), When(nameof(Accurate))]
public PriceModel Release(PriceModel fit) => fit;

//# fault: the record's constructor says true
//## share Houses.cs
//## share Trained.cs
[Gate]
public GateResult {|MLP6002:Fine|}(double error) => new(true, "error " + error.ToString(CultureInfo.InvariantCulture));

[Publish("price"), When(nameof(Fine)), When(nameof(Accurate))]
public PriceModel Release(PriceModel fit) => fit;

//# fault: a helper passes whatever it is given
//## share Houses.cs
//## share Trained.cs
[Gate]
public GateResult {|MLP6002:Fine|}(double error) => Judge(error);

[Publish("price"), When(nameof(Fine)), When(nameof(Accurate))]
public PriceModel Release(PriceModel fit) => fit;

private static GateResult Judge(double value) => GateResult.Pass($"{value.ToString(CultureInfo.InvariantCulture)} is a number");

//# fault: both branches pass
//## share Houses.cs
//## share Trained.cs
[Gate]
public GateResult {|MLP6002:Fine|}(double error)
{
    if (error > 50_000)
    {
        return GateResult.Pass("large, but the market is odd this year");
    }

    return GateResult.Pass("small");
}

[Publish("price"), When(nameof(Fine)), When(nameof(Accurate))]
public PriceModel Release(PriceModel fit) => fit;

//# fault: all arms of a switch pass
//## share Houses.cs
//## share Trained.cs
[Gate]
public GateResult {|MLP6002:Fine|}(double error) => error switch
{
    < 10_000 => GateResult.Pass("good"),
    < 50_000 => GateResult.Pass("fair"),
    _ => GateResult.Pass("poor"),
};

[Publish("price"), When(nameof(Fine)), When(nameof(Accurate))]
public PriceModel Release(PriceModel fit) => fit;

//# fault: at most infinity
//## share Houses.cs
//## share Trained.cs
[Gate]
public GateResult {|MLP6002:Fine|}(double error) => GateResult.AtMost(error, double.PositiveInfinity);

[Publish("price"), When(nameof(Fine)), When(nameof(Accurate))]
public PriceModel Release(PriceModel fit) => fit;

//# fault: the value is compared with itself
//## share Houses.cs
//## share Trained.cs
[Gate]
public GateResult {|MLP6002:Fine|}(double error) => GateResult.AtMost(error, error);

[Publish("price"), When(nameof(Fine)), When(nameof(Accurate))]
public PriceModel Release(PriceModel fit) => fit;

//# fault: the refusal is computed and forgotten
//## share Houses.cs
//## share Trained.cs
[Gate]
public GateResult {|MLP6002:Fine|}(double error)
{
    var result = GateResult.AtMost(error, 30_000);
    return GateResult.Pass(result.Reason);
}

[Publish("price"), When(nameof(Fine)), When(nameof(Accurate))]
public PriceModel Release(PriceModel fit) => fit;

//# fault: a task that passes
//## share Houses.cs
//## share Trained.cs
[Gate]
public Task<GateResult> {|MLP6002:Fine|}(double error) => Task.FromResult(GateResult.Pass("error " + error.ToString(CultureInfo.InvariantCulture)));

[Publish("price"), When(nameof(Fine)), When(nameof(Accurate))]
public PriceModel Release(PriceModel fit) => fit;

//# clean: it throws where it would refuse
//## share Houses.cs
//## share Trained.cs
[Gate]
public GateResult Fine(double error) =>
    error < 30_000 ? GateResult.Pass("good") : throw new InvalidOperationException("The model is of no use.");

[Publish("price"), When(nameof(Fine)), When(nameof(Accurate))]
public PriceModel Release(PriceModel fit) => fit;

//# clean: the bound is a parameter of the run
//## share Houses.cs
//## share Trained.cs
[Parameter, Range(0.0, 1e9)]
public double Allowed { get; init; } = 1e9;

[Gate]
public GateResult Fine(double error) => GateResult.AtMost(error, Allowed);

[Publish("price"), When(nameof(Fine)), When(nameof(Accurate))]
public PriceModel Release(PriceModel fit) => fit;

//# clean: one arm refuses
//## share Houses.cs
//## share Trained.cs
[Gate]
public GateResult Fine(double error) => error switch
{
    < 10_000 => GateResult.Pass("good"),
    _ => GateResult.Refuse("poor"),
};

[Publish("price"), When(nameof(Fine)), When(nameof(Accurate))]
public PriceModel Release(PriceModel fit) => fit;

//# clean: the constructor takes what was measured
//## share Houses.cs
//## share Trained.cs
[Gate]
public GateResult Fine(double error)
{
    var passed = error < 30_000;
    return new GateResult(passed, passed ? "good" : "poor");
}

[Publish("price"), When(nameof(Fine)), When(nameof(Accurate))]
public PriceModel Release(PriceModel fit) => fit;

//# clean: one of several conditions can fail
//## share Houses.cs
//## share Trained.cs
[Gate]
public GateResult Fine(double error) => GateResult.All(GateResult.Pass("we looked"), GateResult.AtMost(error, 30_000));

[Publish("price"), When(nameof(Fine)), When(nameof(Accurate))]
public PriceModel Release(PriceModel fit) => fit;

//# fault: a switch with a discard that passes
//## share Houses.cs
//## share Trained.cs
[Gate]
public GateResult {|MLP6002:Enough|}(double error) => error switch
{
    < 10 => GateResult.Pass("good"),
    > 1000 and < 2000 => GateResult.Pass("not good"),
    _ => GateResult.Pass("whatever"),
};

[Publish("price"), When(nameof(Accurate)), When(nameof(Enough))]
public PriceModel Release(PriceModel fit) => fit;

//# fault: a constant bound that all meet, by a named argument and a const field
//## share Houses.cs
//## share Trained.cs
private const double Least = 0;

[Gate]
public GateResult {|MLP6002:Positive|}(TestSet<House> test) => GateResult.AtLeast(minimum: Least, value: test.Count);

[Publish("price"), When(nameof(Accurate)), When(nameof(Positive))]
public PriceModel Release(PriceModel fit) => fit;

//# fault: a static helper of another class returns a passed result from a local
//## share Houses.cs
//## share Trained.cs
[Gate]
public GateResult {|MLP6002:Enough|}(double error) => Gates.Judge(error);

[Publish("price"), When(nameof(Accurate)), When(nameof(Enough))]
public PriceModel Release(PriceModel fit) => fit;

//## Gates.cs
public static class Gates
{
    public static GateResult Judge(double error)
    {
        var result = GateResult.Pass("fine");
        if (error > 100)
        {
            result = new GateResult(Passed: true, Reason: "not so fine");
        }

        return result;
    }
}

//# fault: a caught exception passes
//## share Houses.cs
//## share Trained.cs
[Gate]
public GateResult {|MLP6002:Enough|}(double error)
{
    try
    {
        return GateResult.Pass($"{error.ToString(CultureInfo.InvariantCulture)}");
    }
    catch (InvalidOperationException)
    {
        return GateResult.Pass("no matter");
    }
}

[Publish("price"), When(nameof(Accurate)), When(nameof(Enough))]
public PriceModel Release(PriceModel fit) => fit;

//# clean: refused in a loop
//## share Houses.cs
//## share Trained.cs
[Gate]
public GateResult EachRoom(PriceModel fit, TestSet<House> test)
{
    foreach (var group in test.GroupBy(house => house.Rooms))
    {
        if (group.Average(house => Math.Abs(fit.Predict(house) - house.Price)) > 100_000)
        {
            return GateResult.Refuse($"{group.Count()} houses are far off");
        }
    }

    return GateResult.Pass("all are near");
}

[Publish("price"), When(nameof(Accurate)), When(nameof(EachRoom))]
public PriceModel Release(PriceModel fit) => fit;

//# clean: a passed flag comes from a pattern
//## share Houses.cs
//## share Trained.cs
[Gate]
public GateResult Near(double error) => new(error is >= 0 and < 50_000, "near");

[Publish("price"), When(nameof(Accurate)), When(nameof(Near))]
public PriceModel Release(PriceModel fit) => fit;

//# clean: the bound is computed from another model
//## share Houses.cs
//## share Trained.cs
[Stage]
public double Baseline(TrainSet<House> train, TestSet<House> test)
{
    var mean = train.Average(house => house.Price);
    return test.Average(house => Math.Abs(house.Price - mean));
}

[Gate]
public GateResult Better(double error, double baseline) => GateResult.All(GateResult.AtMost(error, baseline), GateResult.AtLeast(baseline, 0));

[Publish("price"), When(nameof(Accurate)), When(nameof(Better))]
public PriceModel Release(PriceModel fit) => fit;

//# fault: a lambda in a field decides, and always yes
//## share Houses.cs
//## share Trained.cs
[Gate]
public GateResult {|MLP6002:Enough|}(double error)
{
    var isPassed = true;
    if (double.IsNaN(error))
    {
        isPassed = true;
    }

    return new GateResult(isPassed, "whatever");
}

[Publish("price"), When(nameof(Accurate)), When(nameof(Enough))]
public PriceModel Release(PriceModel fit) => fit;

//# fault: the base class's helper passes
//## share Houses.cs
//## share Trained.cs
[Gate]
public GateResult {|MLP6002:Enough|}(double error) => new Lenient().Judge(error);

[Publish("price"), When(nameof(Accurate)), When(nameof(Enough))]
public PriceModel Release(PriceModel fit) => fit;

//## Judges.cs
public class Judge
{
    protected static GateResult Fine(string reason) => GateResult.Pass(reason);
}

public sealed class Lenient : Judge
{
    public GateResult Judge(double error) => Fine($"{(int)error}");
}

//# clean: an override may refuse
//## share Houses.cs
//## share Trained.cs
[Gate]
public GateResult Enough(double error)
{
    Judge judge = error > 3 ? new Strict() : new Judge();
    return judge.Decide(error);
}

[Publish("price"), When(nameof(Accurate)), When(nameof(Enough))]
public PriceModel Release(PriceModel fit) => fit;

//## Judges.cs
public class Judge
{
    public virtual GateResult Decide(double error) => GateResult.Pass("fine");
}

public sealed class Strict : Judge
{
    public override GateResult Decide(double error) => GateResult.AtMost(error, 10);
}

//# clean: an out parameter says no
//## share Houses.cs
//## share Trained.cs
[Gate]
public GateResult Enough(double error)
{
    Decide(error, out var isPassed, out var reason);
    return new(isPassed, reason);
}

private static void Decide(double error, out bool isPassed, out string reason) => (isPassed, reason) = (error < 10, "compared");

[Publish("price"), When(nameof(Accurate)), When(nameof(Enough))]
public PriceModel Release(PriceModel fit) => fit;

//# clean: a captured flag is set by a lambda
//## share Houses.cs
//## share Trained.cs
[Gate]
public GateResult Enough(PriceModel fit, TestSet<House> test)
{
    var isPassed = true;
    test.ToList().ForEach(house =>
    {
        if (fit.Predict(house) < 0)
        {
            isPassed = false;
        }
    });
    return isPassed ? GateResult.Pass("no negative prices") : GateResult.Refuse("negative prices");
}

[Publish("price"), When(nameof(Accurate)), When(nameof(Enough))]
public PriceModel Release(PriceModel fit) => fit;

//# fault: the refusal is thrown where the gate itself catches it, and lets the model pass
//## share Houses.cs
//## share Trained.cs
[Gate]
public GateResult {|MLP6002:Enough|}(double error)
{
    try
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(error, 10);
        return GateResult.Pass("small enough");
    }
    catch (ArgumentException problem)
    {
        return GateResult.Pass("with a remark: " + problem.Message);
    }
}

[Publish("price"), When(nameof(Accurate)), When(nameof(Enough))]
public PriceModel Release(PriceModel fit) => fit;

//# clean: what the gate catches is thrown again
//## share Houses.cs
//## share Trained.cs
[Gate]
public GateResult Enough(double error)
{
    try
    {
        if (error > 10)
        {
            throw new InvalidOperationException("too far off");
        }

        return GateResult.Pass("small enough");
    }
    catch (InvalidOperationException problem)
    {
        throw new ArgumentException("refused", problem);
    }
}

[Publish("price"), When(nameof(Accurate)), When(nameof(Enough))]
public PriceModel Release(PriceModel fit) => fit;

//# clean: another exception is caught than the one that refuses
//## share Houses.cs
//## share Trained.cs
[Gate]
public GateResult Enough(double error)
{
    try
    {
        if (error > 10)
        {
            throw new InvalidOperationException("too far off");
        }

        return GateResult.Pass("small enough");
    }
    catch (FormatException)
    {
        return GateResult.Pass("nothing to compare with");
    }
}

[Publish("price"), When(nameof(Accurate)), When(nameof(Enough))]
public PriceModel Release(PriceModel fit) => fit;

//# fault: the smaller one of two errors, computed by a record, is never above either
//## share Houses.cs
//## share Trained.cs
[Stage]
public Duel Compare(double error, TestSet<House> test) => new(error, test.Average(house => Math.Abs(house.Price - 300_000)));

[Gate]
public GateResult {|MLP6002:Better|}(Duel compare)
{
    var least = compare.Least;
    return GateResult.AtMost(least, compare.Constant);
}

[Publish("price"), When(nameof(Better)), When(nameof(Accurate))]
public PriceModel Release(PriceModel fit) => fit;

public sealed record Duel(double Model, double Constant)
{
    public double Least => Model < Constant ? Model : Constant;
}

//# fault: a helper is given the record that holds the bound
//## share Houses.cs
//## share Trained.cs
[Stage]
public Duel Compare(double error, TestSet<House> test) => new(-error, -test.Average(house => Math.Abs(house.Price - 300_000)));

[Gate]
public GateResult {|MLP6002:Better|}(Duel compare) => GateResult.AtLeast(BestOf(compare), compare.Constant);

[Publish("price"), When(nameof(Better)), When(nameof(Accurate))]
public PriceModel Release(PriceModel fit) => fit;

private static double BestOf(Duel duel) => Math.Max(duel.Model, duel.Constant);

public sealed record Duel(double Model, double Constant);

//# clean: the better one of two models is compared with a third
//## share Houses.cs
//## share Trained.cs
[Stage]
public Duel Compare(double error, TestSet<House> test) =>
    new(-error, -test.Average(house => Math.Abs(house.Price - 200_000)), -test.Average(house => Math.Abs(house.Price - 300_000)));

[Gate]
public GateResult Better(Duel compare) => GateResult.AtLeast(compare.Best, compare.Constant);

[Publish("price"), When(nameof(Better)), When(nameof(Accurate))]
public PriceModel Release(PriceModel fit) => fit;

public sealed record Duel(double Model, double Simple, double Constant)
{
    public double Best => Math.Max(Model, Simple);
}

//# clean: the better one of last month is compared with this month's
//## share Houses.cs
//## share Trained.cs
[Stage]
public (Duel Then, Duel Now) Compare(double error, TestSet<House> test) => (new(-30_000, -25_000), new(-error, -test.Average(house => house.Price)));

[Gate]
public GateResult Better(Duel then, Duel now) => GateResult.AtLeast(now.Best, then.Constant);

[Publish("price"), When(nameof(Better)), When(nameof(Accurate))]
public PriceModel Release(PriceModel fit) => fit;

public sealed record Duel(double Model, double Constant)
{
    public double Best => Math.Max(Model, Constant);
}
