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

//# fault: what is required is the least that the clamped value can be
//## share Houses.cs
//## share Trained.cs
[Parameter]
public double Required { get; init; } = 0.8;

[Gate]
public GateResult {|MLP6002:Fine|}(PriceModel fit)
{
    var slope = Math.Clamp(fit.Slope, Required, 10);
    return GateResult.AtLeast(slope, Required);
}

[Publish("price"), When(nameof(Fine)), When(nameof(Accurate))]
public PriceModel Release(PriceModel fit) => fit;

//# fault: the smaller of error and limit
//## share Houses.cs
//## share Trained.cs
[Parameter]
public double Limit { get; init; } = 20_000;

[Gate]
public GateResult {|MLP6002:Fine|}(double error) => GateResult.AtMost(Math.Min(Limit, error), Limit);

[Publish("price"), When(nameof(Fine)), When(nameof(Accurate))]
public PriceModel Release(PriceModel fit) => fit;

//# fault: what was compared is compared again, and the rest passes
//## share Houses.cs
//## share Trained.cs
[Parameter]
public double Limit { get; init; } = 20_000;

[Gate]
public GateResult {|MLP6002:Fine|}(double error)
{
    if (error <= Limit)
    {
        return GateResult.AtMost(error, Limit);
    }

    return GateResult.Pass("a bit more than wanted");
}

[Publish("price"), When(nameof(Fine)), When(nameof(Accurate))]
public PriceModel Release(PriceModel fit) => fit;

//# fault: each arm of a switch passes under its own condition
//## share Houses.cs
//## share Trained.cs
[Parameter]
public double Least { get; init; } = 0.9;

[Gate]
public GateResult {|MLP6002:Fine|}(PriceModel fit) => fit switch
{
    { Slope: var slope } when slope >= Least => GateResult.AtLeast(slope, Least),
    { Offset: 0 } => GateResult.Pass("a line through the origin"),
    _ => GateResult.Pass("flat"),
};

[Publish("price"), When(nameof(Fine)), When(nameof(Accurate))]
public PriceModel Release(PriceModel fit) => fit;

//# clean: clamped to something else than what is required
//## share Houses.cs
//## share Trained.cs
[Parameter]
public double Required { get; init; } = 0.8;

[Gate]
public GateResult Fine(PriceModel fit) => GateResult.AtLeast(Math.Clamp(fit.Slope, 0, 10), Required);

[Publish("price"), When(nameof(Fine)), When(nameof(Accurate))]
public PriceModel Release(PriceModel fit) => fit;

//# clean: one bound is compared under the condition, another one required
//## share Houses.cs
//## share Trained.cs
[Gate]
public GateResult Fine(double error)
{
    if (error <= 30_000)
    {
        return GateResult.AtMost(error, 20_000);
    }

    return GateResult.Refuse("far off");
}

[Publish("price"), When(nameof(Fine)), When(nameof(Accurate))]
public PriceModel Release(PriceModel fit) => fit;

//# clean: the other way round
//## share Houses.cs
//## share Trained.cs
[Parameter]
public double Limit { get; init; } = 20_000;

[Gate]
public GateResult Fine(double error) => error > Limit ? GateResult.AtMost(error, Limit) : GateResult.Pass("near");

[Publish("price"), When(nameof(Fine)), When(nameof(Accurate))]
public PriceModel Release(PriceModel fit) => fit;
