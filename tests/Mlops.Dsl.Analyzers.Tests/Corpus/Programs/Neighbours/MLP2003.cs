//# fault: a mean of the rows of two sets that a collection expression puts together
//## share Unsplit.cs
[Stage]
public (TrainSet<House> Train, ValidationSet<House> Validation, TestSet<House> Test) Split(Validated<House> check) => check.Split(0.7, 0.15, seed: 42);

[Stage]
public PriceModel Fit(TrainSet<House> train, ValidationSet<House> validation)
{
    List<House> rows = {|MLP2003:[.. train, .. validation]|};
    var mean = rows.Average(house => house.Area);
    return new PriceModel(train.Average(house => house.Price) / mean, 0);
}

[Stage]
public double Error(PriceModel fit, TestSet<House> test) => test.Average(house => Math.Abs(fit.Predict(house) - house.Price));

//# fault: the validation rows are added to a list, of which a scale is the largest
//## share Unsplit.cs
[Stage]
public (TrainSet<House> Train, ValidationSet<House> Validation, TestSet<House> Test) Split(Validated<House> check) => check.Split(0.7, 0.15, seed: 42);

[Stage]
public PriceModel Fit(TrainSet<House> train, ValidationSet<House> validation)
{
    var rows = new List<House>(train);
    {|MLP2003:rows.AddRange(validation)|};
    var largest = 0.0;
    foreach (var house in rows)
    {
        largest = Math.Max(largest, house.Area);
    }

    return new PriceModel(train.Average(house => house.Price) / largest, 0);
}

[Stage]
public double Error(PriceModel fit, TestSet<House> test) => test.Average(house => Math.Abs(fit.Predict(house) - house.Price));

//# fault: a helper deals out the words of all sets that it is given
//## share Unsplit.cs
[Stage]
public (TrainSet<House> Train, ValidationSet<House> Validation, TestSet<House> Test) Split(Validated<House> check) => check.Split(0.7, 0.15, seed: 42);

[Stage]
public Dictionary<string, double> Fit(TrainSet<House> train, ValidationSet<House> validation)
{
    var known = {|MLP2003:Streets.Of(train, validation)|}.CountBy(street => street).ToDictionary();
    return train.GroupBy(house => house.Id[..3]).ToDictionary(g => g.Key, g => g.Average(house => house.Price) / known[g.Key]);
}

[Stage]
public double Error(Dictionary<string, double> fit, TestSet<House> test) => test.Average(house => Math.Abs(fit.GetValueOrDefault(house.Id[..3]) - house.Price));

//## Streets.cs
public static class Streets
{
    public static IEnumerable<string> Of(params IReadOnlyList<House>[] sets) => sets.SelectMany(set => set).Select(house => house.Id[..3]);
}

//# fault: a vocabulary is filled from both sets
//## share Unsplit.cs
[Stage]
public (TrainSet<House> Train, ValidationSet<House> Validation, TestSet<House> Test) Split(Validated<House> check) => check.Split(0.7, 0.15, seed: 42);

[Stage]
public Dictionary<string, double> Fit(TrainSet<House> train, ValidationSet<House> validation)
{
    var streets = new HashSet<string>(train.Select(house => house.Id[..3]), StringComparer.Ordinal);
    {|MLP2003:streets.UnionWith(validation.Select(house => house.Id[..3]))|};
    return streets.ToDictionary(street => street, street => train.Where(house => house.Id.StartsWith(street, StringComparison.Ordinal)).Select(house => house.Price).DefaultIfEmpty().Average());
}

[Stage]
public double Error(Dictionary<string, double> fit, TestSet<House> test) => test.Average(house => Math.Abs(fit.GetValueOrDefault(house.Id[..3]) - house.Price));

//# fault: the union of two sets tells the largest house
//## share Unsplit.cs
[Stage]
public (TrainSet<House> Train, ValidationSet<House> Validation, TestSet<House> Test) Split(Validated<House> check) => check.Split(0.7, 0.15, seed: 42);

[Stage]
public PriceModel Fit(TrainSet<House> train, ValidationSet<House> validation)
{
    var largest = {|MLP2003:train.Union(validation)|}.Max(house => house.Area);
    return new PriceModel(train.Average(house => house.Price) / largest, 0);
}

[Stage]
public double Error(PriceModel fit, TestSet<House> test) => test.Average(house => Math.Abs(fit.Predict(house) - house.Price));

//# fault: what is published is made of all rows, once another one has passed
//## share Houses.cs
//## share Trained.cs
[Stage, When(nameof(Accurate))]
public PriceModel Whole(TrainSet<House> train, TestSet<House> {|MLP2003:test|})
{
    var rows = train.Concat(test).ToList();
    return new PriceModel(rows.Average(house => house.Price) / rows.Average(house => house.Area), 0);
}

[Publish("price"), When(nameof(Accurate))]
public PriceModel Release(PriceModel whole) => whole;

//# clean: the validation set stops a training that is written out
//## share Unsplit.cs
[Stage]
public (TrainSet<House> Train, ValidationSet<House> Validation, TestSet<House> Test) Split(Validated<House> check) => check.Split(0.7, 0.15, seed: 42);

[Stage]
public PriceModel Fit(TrainSet<House> train, ValidationSet<House> validation)
{
    var (slope, best, least) = (0.0, 0.0, double.MaxValue);
    for (var epoch = 0; epoch < 100; epoch++)
    {
        slope += 0.01 * train.Average(house => (house.Price - (slope * house.Area)) * house.Area);
        var errors = validation.Select(house => Math.Abs((slope * house.Area) - house.Price)).ToList();
        if (errors.Average() < least)
        {
            (best, least) = (slope, errors.Average());
        }
    }

    return new PriceModel(best, 0);
}

[Stage]
public double Error(PriceModel fit, TestSet<House> test) => test.Average(house => Math.Abs(fit.Predict(house) - house.Price));

//# clean: the losses of both sets are kept beside the weights
//## share Unsplit.cs
[Stage]
public (TrainSet<House> Train, ValidationSet<House> Validation, TestSet<House> Test) Split(Validated<House> check) => check.Split(0.7, 0.15, seed: 42);

[Stage]
public Course Fit(TrainSet<House> train, ValidationSet<House> validation)
{
    var slope = train.Average(house => house.Price) / train.Average(house => house.Area);
    List<double> losses = [Loss(slope, train), Loss(slope, validation)];
    return new Course(slope, losses);
}

[Stage]
public double Error(Course fit, TestSet<House> test) => test.Average(house => Math.Abs((fit.Slope * house.Area) - house.Price));

private static double Loss(double slope, IReadOnlyList<House> rows) => rows.Average(house => Math.Abs((slope * house.Area) - house.Price));

//## Course.cs
public sealed record Course(double Slope, IReadOnlyList<double> Losses);

//# clean: which labels there are, both sets tell
//## share Unsplit.cs
[Stage]
public (TrainSet<House> Train, ValidationSet<House> Validation, TestSet<House> Test) Split(Validated<House> check) => check.Split(0.7, 0.15, seed: 42);

[Stage]
public Dictionary<double, double> Fit(TrainSet<House> train, ValidationSet<House> validation)
{
    var prices = train.Concat(validation).Select(house => house.Price).Distinct();
    return prices.Order().ToDictionary(price => price, price => train.Count(house => house.Price == price) / (double)train.Count);
}

[Stage]
public double Share(Dictionary<double, double> fit, TestSet<House> test) => test.Average(house => fit.GetValueOrDefault(house.Price));

//# clean: a training makes sure that no row is in two sets
//## share Unsplit.cs
[Stage]
public (TrainSet<House> Train, ValidationSet<House> Validation, TestSet<House> Test) Split(Validated<House> check) => check.Split(0.7, 0.15, seed: 42);

[Stage]
public PriceModel Fit(TrainSet<House> train, ValidationSet<House> validation, StageContext context)
{
    if (train.Intersect(validation).Any())
    {
        throw new InvalidOperationException("Rows are in two sets.");
    }

    foreach (var set in new IReadOnlyList<House>[] { train, validation })
    {
        context.LogMetric("rows", set.Count);
    }

    return PriceModel.Fit(train);
}

[Stage]
public double Error(PriceModel fit, TestSet<House> test) => test.Average(house => Math.Abs(fit.Predict(house) - house.Price));

//# clean: an account of both sets is published beside the model
//## share Houses.cs
//## share Trained.cs
[Stage]
public Account Describe(TrainSet<House> train, TestSet<House> test) => new(train.Count + test.Count, train.Concat(test).Average(house => house.Area));

[Publish("price"), When(nameof(Accurate))]
public PriceModel Release(PriceModel fit) => fit;

[Publish("sizes-report"), When(nameof(Accurate))]
public Account ReleaseReport(Account describe) => describe;

//## Account.cs
public sealed record Account(int Rows, double Area);
