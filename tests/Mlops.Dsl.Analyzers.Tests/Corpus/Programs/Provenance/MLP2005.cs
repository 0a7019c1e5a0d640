//# clean: predictions are counted in groups of the label
//## share Houses.cs
//## share Trained.cs
[Stage]
public Dictionary<double, Dictionary<double, int>> Confusion(PriceModel fit, TestSet<House> test) =>
    test.GroupBy(house => Math.Round(house.Price)).ToDictionary(group => group.Key, group => group.CountBy(house => Math.Round(fit.Predict(house))).ToDictionary());

[Stage]
public double Worst(PriceModel fit, TestSet<House> test)
{
    var lookup = test.ToLookup(house => house.Price > 100_000);
    return lookup[true].Concat(lookup[false]).Max(house => Scorer.Score(fit, house.Area, house.Rooms));
}

[Stage]
public List<string> Means(PriceModel fit, TestSet<House> test)
{
    var groups = from house in test group house by house.Price > 100_000 into g orderby g.Key select (g.Key, Mean: g.Average(h => Scorer.Score(fit, h.Area)));
    return [.. groups.Select(group => FormattableString.Invariant($"{group.Key}: {group.Mean}"))];
}

[Gate]
public GateResult Known(Dictionary<double, Dictionary<double, int>> confusion, double worst, List<string> means) => GateResult.AtLeast(confusion.Count + means.Count, worst);

//## Scorer.cs
public static class Scorer
{
    public static double Score(PriceModel model, params double[] features) => model.Slope * features[0];
}

//# fault: the key of a group is the label
//## share Houses.cs
//## share Trained.cs
[Stage]
public double Worst(PriceModel fit, TestSet<House> test) => test.GroupBy(house => house.Price).Max(group => group.Average(house => Scorer.Score(fit, {|MLP2005:[house.Area, group.Key]|})));

[Gate]
public GateResult Known(double worst) => GateResult.AtLeast(worst, 1);

//## Scorer.cs
public static class Scorer
{
    public static double Score(PriceModel model, double[] features) => model.Slope * features[0];
}

//# fault: what lies in a group has the label
//## share Houses.cs
//## share Trained.cs
[Stage]
public double Worst(PriceModel fit, TestSet<House> test)
{
    var byRooms = test.GroupBy(house => house.Rooms, house => (house.Area, house.Price)).ToDictionary(group => group.Key, group => group.ToList());
    return byRooms.Max(group => group.Value.Average(house => Scorer.Score(fit, {|MLP2005:[house.Area, house.Price]|})));
}

[Gate]
public GateResult Known(double worst) => GateResult.AtLeast(worst, 1);

//## Scorer.cs
public static class Scorer
{
    public static double Score(PriceModel model, double[] features) => model.Slope * features[0];
}

//# fault: the label's column is named among the features
//## share Houses.cs
//## share Columns.cs
[Stage]
public double Slope(TrainSet<House> train)
{
    var context = new Context();
    var view = context.LoadFromEnumerable(train.Select(house => new Sample { Area = (float)house.Area, Label = (float)house.Price }));
    return context.Concatenate("Features", "Area", {|MLP2005:nameof(Sample.Label)|}).Append(context.Sdca()).Fit(view);
}

//# fault: the label has another name in a sample, and the list stands elsewhere
//## share Houses.cs
//## share Columns.cs
private static readonly string[] Inputs = [nameof(Paid.Area), {|MLP2005:nameof(Paid.Amount)|}];

[Stage]
public double Slope(TrainSet<House> train)
{
    var context = new Context();
    var view = context.LoadFromEnumerable(train.Select(Paid.Of));
    return Estimator(context).Fit(view);
}

private static Estimator Estimator(Context context) => context.CopyColumns("Label", "Amount").Append(context.Concatenate("Features", Inputs)).Append(context.Sdca());

//# fault: what is made of the label's column
//## share Houses.cs
//## share Columns.cs
[Stage]
public double Slope(TrainSet<House> train)
{
    var context = new Context();
    var view = context.LoadFromEnumerable(train.Select(Paid.Of));
    return context.Normalize("Scaled", "Amount").Append(context.Concatenate("Features", "Area", {|MLP2005:"Scaled"|})).Append(context.Sdca(labelColumnName: "Amount")).Fit(view);
}

//# fault: the trainer is told that its label is the features
//## share Houses.cs
//## share Columns.cs
[Stage]
public double Slope(TrainSet<House> train)
{
    var context = new Context();
    return context.Sdca("Amount", {|MLP2005:nameof(Paid.Amount)|}).Fit(context.LoadFromEnumerable(train.Select(Paid.Of)));
}

//# clean: the label's column is the label and nothing else
//## share Houses.cs
//## share Columns.cs
private static readonly string[] Inputs = [nameof(Paid.Area), "Rooms"];

[Stage]
public double Slope(TrainSet<House> train)
{
    var context = new Context();
    var view = context.LoadFromEnumerable(train.Select(Paid.Of));
    return context.CopyColumns("Label", "Amount").Append(context.Concatenate("Features", Inputs)).Append(context.Normalize("Features", "Features")).Append(context.Sdca()).Fit(view);
}

//# clean: a column of that name that is not the label
//## share Houses.cs
//## share Columns.cs
[Stage]
public double Slope(TrainSet<House> train)
{
    var context = new Context();
    var view = context.LoadFromEnumerable(train.Select(house => new Tagged { Label = house.Id, Amount = (float)house.Price }));
    return context.Normalize("Words", nameof(Tagged.Label)).Append(context.Concatenate("Features", "Words")).Append(context.Sdca(labelColumnName: nameof(Tagged.Amount))).Fit(view);
}
