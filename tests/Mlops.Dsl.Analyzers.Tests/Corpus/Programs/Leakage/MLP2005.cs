//# fault: the price is among the features
//## share Houses.cs
[Stage]
public Linear Fit(TrainSet<House> train) => Linear.Solve([.. train.Select(Features)], [.. train.Select(house => house.Price)]);

[Stage]
public double First(Linear fit) => fit.Weights[0];

private static double[] Features(House house) => {|MLP2005:[house.Area, house.Rooms, house.Price]|};

//## Linear.cs
public sealed record Linear(IReadOnlyList<double> Weights)
{
    public static Linear Solve(double[][] inputs, double[] targets) => new([.. inputs[0].Select(value => value * targets[0])]);
}

//# fault: computed from the price by a helper
//## share Houses.cs
[Stage]
public Linear Fit(TrainSet<House> train) => Linear.Solve([.. train.Select(Features)], [.. train.Select(house => house.Price)]);

[Stage]
public double First(Linear fit) => fit.Weights[0];

private static double[] Features(House house) => {|MLP2005:[house.Area, PerSquareMetre(house)]|};

private static double PerSquareMetre(House house) => house.Price / house.Area;

//## Linear.cs
public sealed record Linear(IReadOnlyList<double> Weights)
{
    public static Linear Solve(double[][] inputs, double[] targets) => new([.. inputs[0].Select(value => value * targets[0])]);
}

//# fault: handed to the prediction
//## share Houses.cs
[Stage]
public Linear Fit(TrainSet<House> train) => new(train.Average(house => house.Price / house.Area));

[Stage]
public double MeanError(Linear fit, TestSet<House> test) => test.Average(house => Math.Abs(fit.Predict({|MLP2005:house.Price / 3|}) - house.Price));

//## Linear.cs
public sealed record Linear(double Weight)
{
    public double Predict(double area) => Weight * area;
}

//# fault: assigned to a member called features
//## share Houses.cs
[Stage]
public Linear Fit(TrainSet<House> train)
{
    var examples = train.Select(house => new Example { Features = {|MLP2005:[house.Area, Math.Log(house.Price)]|}, Target = house.Price }).ToList();
    return new Linear(examples.Average(example => example.Features[0] * example.Target));
}

[Stage]
public double MeanError(Linear fit, TestSet<House> test) => test.Average(house => Math.Abs((fit.Weight * house.Area) - house.Price));

//## Linear.cs
public sealed record Linear(double Weight);

public sealed class Example
{
    public required double[] Features { get; init; }

    public required double Target { get; init; }
}

//# clean: the price is the target and nothing else
//## share Houses.cs
[Stage]
public Linear Fit(TrainSet<House> train) => Linear.Solve([.. train.Select(Features)], [.. train.Select(house => house.Price)]);

[Stage]
public double First(Linear fit) => fit.Weights[0];

private static double[] Features(House house) => [house.Area, house.Rooms, house.Area / house.Rooms];

//## Linear.cs
public sealed record Linear(IReadOnlyList<double> Weights)
{
    public static Linear Solve(double[][] features, double[] labels) => new([.. features[0].Select(value => value * labels[0])]);
}

//# clean: rows are filtered by their label, which is no feature
//## share Houses.cs
[Stage]
public Linear Fit(TrainSet<House> train) => new(train.Where(house => house.Price > 1000).Select(Features).Average(features => features[0]));

[Stage]
public double MeanError(Linear fit, TestSet<House> test) => test.Average(house => Math.Abs((fit.Weight * house.Area) - house.Price));

private static double[] Features(House house) => [house.Area, house.Rooms];

//## Linear.cs
public sealed record Linear(double Weight);

//# fault: an object initializer
//## share Houses.cs
[Stage]
public double Fit(TrainSet<House> train) => train.Select(house => new Example { Features = {|MLP2005:[(float)house.Area, (float)house.Price]|}, Target = (float)house.Price }).Sum(example => example.Target);

[Stage]
public double Twice(double fit) => fit * 2;

//## Example.cs
public sealed class Example
{
    public float[] Features { get; set; } = [];

    public float Target { get; set; }
}

//# fault: a deconstructed row
//## share Houses.cs
[Stage]
public double Fit(TrainSet<House> train)
{
    var sum = 0.0;
    foreach (var (_, area, _, price) in train)
    {
        sum += Learner.Step(features: {|MLP2005:[area, Math.Log(price)]|}, price);
    }

    return sum;
}

[Stage]
public double Twice(double fit) => fit * 2;

//## Learner.cs
public static class Learner
{
    public static double Step(double[] features, double target) => features[0] - target;
}

//# fault: a span is filled with the label
//## share Houses.cs
[Stage]
public double Fit(TrainSet<House> train)
{
    var sum = 0.0;
    Span<double> row = stackalloc double[2];
    foreach (var house in train)
    {
        row[0] = house.Area;
        row[1] = house.Price;
        sum += Learner.Step({|MLP2005:row|}, house.Price);
    }

    return sum;
}

[Stage]
public double Twice(double fit) => fit * 2;

//## Learner.cs
public static class Learner
{
    public static double Step(ReadOnlySpan<double> features, double target) => features[0] - target;
}

//# fault: a switch over the label
//## share Houses.cs
[Stage]
public double Fit(TrainSet<House> train) => train.Sum(house => Encode(house.Price, house.Area).Features[0]);

[Stage]
public double Twice(double fit) => fit * 2;

private static Encoded Encode(double price, double area) => new({|MLP2005:[area, price switch { > 100_000 => price / 2, _ => price }]|});

//## Encoded.cs
public sealed record Encoded(double[] Features);

//# clean: the label is one tuple element, the features another
//## share Houses.cs
[Stage]
public double Fit(TrainSet<House> train)
{
    var examples = train.Select(house => (Features: new[] { house.Area, house.Rooms }, Target: house.Price)).ToList();
    return examples.Sum(example => Learner.Step(example.Features, example.Target));
}

[Stage]
public double Twice(double fit) => fit * 2;

//## Learner.cs
public static class Learner
{
    public static double Step(double[] features, double target) => features[0] - target;
}

//# clean: the mean price of the training rows is a target encoding
//## share Houses.cs
[Stage]
public double Fit(TrainSet<House> train)
{
    var means = train.GroupBy(house => house.Rooms).ToDictionary(group => group.Key, group => group.Average(house => house.Price));
    return train.Sum(house => Learner.Step([house.Area, means[house.Rooms]], house.Price));
}

[Stage]
public double Twice(double fit) => fit * 2;

//## Learner.cs
public static class Learner
{
    public static double Step(double[] features, double target) => features[0] - target;
}

//# clean: the error of a prediction takes the label beside it
//## share Houses.cs
//## share Trained.cs
[Stage]
public double Worst(PriceModel fit, TestSet<House> test)
{
    var worst = 0.0;
    foreach (var house in test)
    {
        var error = Math.Abs(fit.Predict(house) - house.Price);
        worst = Math.Max(worst, error);
    }

    return worst;
}

[Stage]
public string Say(double worst) => worst > 1 ? "bad" : "good";

//# clean: a class holds features and label side by side
//## share Houses.cs
[Stage]
public double Fit(TrainSet<House> train)
{
    var examples = train.Select(Example.Of).ToArray();
    return examples.Sum(example => example.Features[0] * example.Label);
}

[Stage]
public double Twice(double fit) => fit * 2;

//## Example.cs
public sealed record Example(IReadOnlyList<double> Features, double Label)
{
    public static Example Of(House house) => new([house.Area, house.Rooms], house.Price);
}

//# fault: a local function makes the features
//## share Houses.cs
[Stage]
public double Fit(TrainSet<House> train)
{
    return train.Sum(house => Learner.Step(ToFeatures(house), house.Price));

    static double[] ToFeatures(House house) => {|MLP2005:[house.Area, house.Price > 100_000 ? 1.0 : 0.0]|};
}

[Stage]
public double Twice(double fit) => fit * 2;

//## Learner.cs
public static class Learner
{
    public static double Step(double[] features, double target) => features[0] - target;
}

//# fault: an extension block's property of features
//## share Houses.cs
[Stage]
public double Fit(TrainSet<House> train) => train.Sum(house => Learner.Step({|MLP2005:house.Values|}, house.Price));

[Stage]
public double Twice(double fit) => fit * 2;

//## Learner.cs
public static class Learner
{
    extension(House house)
    {
        public double[] Values => [house.Area, house.Price];
    }

    public static double Step(double[] inputs, double target) => inputs[0] - target;
}

//# fault: a predictor in an interface is told the label
//## share Houses.cs
[Stage]
public IReadOnlyList<double> Scores(TestSet<House> test, [FromServices] IPredictor predictor) => [.. from house in test select predictor.Predict(house.Area, {|MLP2005:house.Price|})];

[Stage]
public double First(IReadOnlyList<double> scores) => scores[0];

//## IPredictor.cs
public interface IPredictor
{
    double Predict(double area, double rooms);
}

//# clean: rows are split by their label before the features are made
//## share Houses.cs
[Stage]
public double Fit(TrainSet<House> train)
{
    var (dear, cheap) = (train.Where(house => house.Price > 100_000), train.Where(house => house.Price <= 100_000));
    var features = dear.Select(house => new[] { house.Area, house.Rooms }).Concat(cheap.Select(house => new[] { house.Area, house.Rooms })).ToArray();
    return features.Sum(row => Learner.Step(row, row[0] > 50 ? 1 : 0));
}

[Stage]
public double Twice(double fit) => fit * 2;

//## Learner.cs
public static class Learner
{
    public static double Step(double[] features, double target) => features[0] - target;
}

//# clean: weights by the label are no features
//## share Houses.cs
[Stage]
public double Fit(TrainSet<House> train) => train.Sum(house => Learner.Step([house.Area, house.Rooms], house.Price, house.Price > 100_000 ? 2.0 : 1.0));

[Stage]
public double Twice(double fit) => fit * 2;

//## Learner.cs
public static class Learner
{
    public static double Step(double[] features, double target, double weight) => weight * (features[0] - target);
}
