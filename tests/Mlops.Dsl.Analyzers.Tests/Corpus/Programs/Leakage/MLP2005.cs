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
