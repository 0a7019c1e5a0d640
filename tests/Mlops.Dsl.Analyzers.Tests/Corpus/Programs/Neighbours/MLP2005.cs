//# fault: a list of selectors has the label's, and the vectors are taken as another collection
//## share Houses.cs
[Stage]
public double[] Learn(TrainSet<House> train)
{
    Func<House, double>[] columns = [house => house.Area, house => house.Rooms, house => house.Price / 1000];
    var x = train.Select(house => columns.Select(column => column(house)).ToArray()).ToList();
    return Least.Fit({|MLP2005:x|}, train.Select(house => house.Price).ToList());
}

//## Least.cs
public static class Least
{
    public static double[] Fit(IReadOnlyList<double[]> x, IReadOnlyList<double> y) => [.. x[0].Select((_, i) => x.Zip(y, (row, value) => value / row[i]).Average())];
}

//# fault: columns are taken by their places
//## share Houses.cs
[Stage]
public double[] Learn(TrainSet<House> train)
{
    List<Func<House, double>> columns = [house => house.Area, house => house.Price];
    var x = train.Select(house => new[] { columns[0](house), columns[1](house) }).ToArray();
    var y = train.Select(house => house.Price).ToArray();
    return Least.Fit({|MLP2005:x|}, y);
}

//## Least.cs
public static class Least
{
    public static double[] Fit(IReadOnlyList<double[]> x, IReadOnlyList<double> y) => [.. x[0].Select((_, i) => x.Zip(y, (row, value) => value / row[i]).Average())];
}

//# clean: the selectors are those of features
//## share Houses.cs
[Stage]
public double[] Learn(TrainSet<House> train)
{
    Func<House, double>[] columns = [house => house.Area, house => house.Rooms];
    var x = train.Select(house => columns.Select(column => column(house)).ToArray()).ToList();
    return Least.Fit(x, train.Select(house => house.Price).ToList());
}

//## Least.cs
public static class Least
{
    public static double[] Fit(IReadOnlyList<double[]> x, IReadOnlyList<double> y) => [.. x[0].Select((_, i) => x.Zip(y, (row, value) => value / row[i]).Average())];
}

//# clean: the price of the house that was sold before is known
//## share Houses.cs
[Stage]
public double[] Learn(TrainSet<House> train)
{
    var x = train.Select((house, i) => new[] { house.Area, i == 0 ? 0 : train[i - 1].Price }).ToList();
    return Least.Fit(x, train.Select(house => house.Price).ToList());
}

//## Least.cs
public static class Least
{
    public static double[] Fit(IReadOnlyList<double[]> x, IReadOnlyList<double> y) => [.. x[0].Select((_, i) => x.Zip(y, (row, value) => value / row[i]).Average())];
}

//# fault: a static table of selectors has the label's, and a vector goes through it
//## share Houses.cs
[Stage]
public double Learn(TrainSet<House> train) => train.Select(Columns.Vector).Average(vector => vector[0]);

//## Columns.cs
public static class Columns
{
    private static readonly Func<House, double>[] All = [house => house.Area, house => house.Rooms, {|MLP2005:house => house.Price / 1000|}];

    public static double[] Vector(House house) => Array.ConvertAll(All, column => column(house));
}
