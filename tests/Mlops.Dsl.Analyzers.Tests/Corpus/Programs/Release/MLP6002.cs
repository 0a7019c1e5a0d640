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

//# fault: a distance is at least zero
//## share Houses.cs
//## share Trained.cs
[Gate]
public GateResult {|MLP6002:Fine|}(PriceModel fit) => GateResult.AtLeast(Math.Abs(fit.Offset - 3), 0);

[Publish("price"), When(nameof(Fine)), When(nameof(Accurate))]
public PriceModel Release(PriceModel fit) => fit;

//# fault: a square, by a helper that takes the bound
//## share Houses.cs
//## share Trained.cs
[Gate]
public GateResult {|MLP6002:Fine|}(PriceModel fit) => Check((fit.Slope - 1) * (fit.Slope - 1), 0);

private static GateResult Check(double value, double least) => GateResult.AtLeast(value, least);

[Publish("price"), When(nameof(Fine)), When(nameof(Accurate))]
public PriceModel Release(PriceModel fit) => fit;

//# fault: a clamped value is at most what it is clamped to
//## share Houses.cs
//## share Trained.cs
[Gate]
public GateResult {|MLP6002:Fine|}(double error) => GateResult.AtMost(Math.Clamp(error / 1000, 0, 10), 10);

[Publish("price"), When(nameof(Fine)), When(nameof(Accurate))]
public PriceModel Release(PriceModel fit) => fit;

//# fault: a share is at most one
//## share Houses.cs
//## share Trained.cs
[Gate]
public GateResult {|MLP6002:Fine|}(PriceModel fit, TestSet<House> test) =>
    GateResult.AtMost(test.Count(house => Math.Abs(fit.Predict(house) - house.Price) < 5000) / (double)test.Count, 1);

[Publish("price"), When(nameof(Fine)), When(nameof(Accurate))]
public PriceModel Release(PriceModel fit) => fit;

//# fault: a root of a sum of squares is never negative
//## share Houses.cs
//## share Trained.cs
[Gate]
public GateResult {|MLP6002:Fine|}(PriceModel fit, TestSet<House> test)
{
    var sum = 0.0;
    foreach (var house in test)
    {
        var error = fit.Predict(house) - house.Price;
        sum += error * error;
    }

    var deviation = Math.Sqrt(sum / test.Count);
    if (deviation < 0)
    {
        return GateResult.Refuse("off");
    }

    return GateResult.Pass("near");
}

[Publish("price"), When(nameof(Fine)), When(nameof(Accurate))]
public PriceModel Release(PriceModel fit) => fit;

//# fault: a condition in a helper always holds
//## share Houses.cs
//## share Trained.cs
[Gate]
public GateResult {|MLP6002:Fine|}(PriceModel fit, TestSet<House> test) => IsNear(fit, test) ? GateResult.Pass("near") : GateResult.Refuse("off");

private static bool IsNear(PriceModel fit, IEnumerable<House> test)
{
    var errors = test.Select(house => Math.Abs(fit.Predict(house) - house.Price)).ToList();
    return errors.Max() >= 0;
}

[Publish("price"), When(nameof(Fine)), When(nameof(Accurate))]
public PriceModel Release(PriceModel fit) => fit;

//# fault: one of two comparisons holds
//## share Houses.cs
//## share Trained.cs
[Gate]
public GateResult {|MLP6002:Fine|}(PriceModel fit) => new(fit.Slope < 3 || fit.Slope >= 3, "judged");

[Publish("price"), When(nameof(Fine)), When(nameof(Accurate))]
public PriceModel Release(PriceModel fit) => fit;

//# fault: a flag is true in each arm of a switch
//## share Houses.cs
//## share Trained.cs
[Gate]
public GateResult {|MLP6002:Fine|}(PriceModel fit)
{
    var isFine = fit.Slope switch { < 1 => true, < 100 => true, _ => true };
    return new(isFine, "judged");
}

[Publish("price"), When(nameof(Fine)), When(nameof(Accurate))]
public PriceModel Release(PriceModel fit) => fit;

//# fault: what refuses is never reached
//## share Houses.cs
//## share Trained.cs
[Gate]
public GateResult {|MLP6002:Fine|}(PriceModel fit)
{
    var distance = Math.Abs(fit.Offset);
    if (distance >= 0)
    {
        return GateResult.Pass("it is a number");
    }

    return GateResult.Refuse("it is none");
}

[Publish("price"), When(nameof(Fine)), When(nameof(Accurate))]
public PriceModel Release(PriceModel fit) => fit;

//# fault: a metric of another stage is never negative
//## share Houses.cs
//## share Trained.cs
[Gate]
public GateResult {|MLP6002:Fine|}(double error) => GateResult.AtLeast(error, 0);

[Publish("price"), When(nameof(Fine)), When(nameof(Accurate))]
public PriceModel Release(PriceModel fit) => fit;

//# clean: a distance is at most a bound
//## share Houses.cs
//## share Trained.cs
[Gate]
public GateResult Fine(PriceModel fit) => GateResult.AtMost(Math.Abs(fit.Offset - 3), 100);

[Publish("price"), When(nameof(Fine)), When(nameof(Accurate))]
public PriceModel Release(PriceModel fit) => fit;

//# clean: a difference may be negative, and a power with an odd exponent
//## share Houses.cs
//## share Trained.cs
[Gate]
public GateResult Fine(PriceModel fit, double error) =>
    GateResult.All(GateResult.AtLeast(3 - Math.Abs(fit.Offset), 0), GateResult.AtLeast(Math.Pow(50_000 - error, 3), 0));

[Publish("price"), When(nameof(Fine)), When(nameof(Accurate))]
public PriceModel Release(PriceModel fit) => fit;

//# clean: a clamped value below its end
//## share Houses.cs
//## share Trained.cs
[Gate]
public GateResult Fine(double error) => GateResult.AtMost(Math.Clamp(error / 1000, 0, 10), 9.9);

[Publish("price"), When(nameof(Fine)), When(nameof(Accurate))]
public PriceModel Release(PriceModel fit) => fit;

//# clean: the share of near predictions
//## share Houses.cs
//## share Trained.cs
[Gate]
public GateResult Fine(PriceModel fit, TestSet<House> test) =>
    GateResult.AtLeast(test.Count(house => Math.Abs(fit.Predict(house) - house.Price) < 5000) / (double)test.Count, 0.8);

[Publish("price"), When(nameof(Fine)), When(nameof(Accurate))]
public PriceModel Release(PriceModel fit) => fit;

//# clean: a sum that may go below where it began
//## share Houses.cs
//## share Trained.cs
[Gate]
public GateResult Fine(PriceModel fit, TestSet<House> test)
{
    var (bias, score) = (0.0, 100.0);
    foreach (var house in test)
    {
        bias += fit.Predict(house) - house.Price;
        score += 1;
        score -= Math.Abs(fit.Predict(house) - house.Price);
    }

    return GateResult.All(GateResult.AtLeast(bias, 0), GateResult.AtLeast(score, 0));
}

[Publish("price"), When(nameof(Fine)), When(nameof(Accurate))]
public PriceModel Release(PriceModel fit) => fit;

//# clean: a gap between two comparisons
//## share Houses.cs
//## share Trained.cs
[Gate]
public GateResult Fine(PriceModel fit) => new(fit.Slope < 2 || fit.Slope > 100, "judged");

[Publish("price"), When(nameof(Fine)), When(nameof(Accurate))]
public PriceModel Release(PriceModel fit) => fit;

//# clean: predictions must not be negative
//## share Houses.cs
//## share Trained.cs
[Gate]
public GateResult Fine(PriceModel fit, TestSet<House> test)
{
    var lowest = test.Min(house => fit.Predict(house));
    return lowest >= 0 ? GateResult.Pass("no negative prices") : GateResult.Refuse("negative prices");
}

[Publish("price"), When(nameof(Fine)), When(nameof(Accurate))]
public PriceModel Release(PriceModel fit) => fit;

//# clean: a list that a helper adds to
//## share Houses.cs
//## share Trained.cs
[Gate]
public GateResult Fine(double error)
{
    var results = new List<GateResult> { GateResult.Pass("looked") };
    Fill(results, error);
    return GateResult.All([.. results]);
}

private static void Fill(List<GateResult> results, double error) => results.Add(GateResult.AtMost(error, 30_000));

[Publish("price"), When(nameof(Fine)), When(nameof(Accurate))]
public PriceModel Release(PriceModel fit) => fit;

//# clean: an array that is changed
//## share Houses.cs
//## share Trained.cs
[Gate]
public GateResult Fine(PriceModel fit)
{
    var differences = new[] { 0.0, 0.0 };
    differences[1] = fit.Offset - 3;
    return GateResult.AtLeast(differences.Min(), 0);
}

[Publish("price"), When(nameof(Fine)), When(nameof(Accurate))]
public PriceModel Release(PriceModel fit) => fit;

//# clean: a measured bound guards, and another one decides
//## share Houses.cs
//## share Trained.cs
[Gate]
public GateResult Fine(double error)
{
    if (error >= 0)
    {
        return GateResult.AtMost(error, 30_000);
    }

    return GateResult.Refuse("not measured");
}

[Publish("price"), When(nameof(Fine)), When(nameof(Accurate))]
public PriceModel Release(PriceModel fit) => fit;
