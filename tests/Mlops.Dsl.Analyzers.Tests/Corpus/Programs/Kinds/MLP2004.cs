//# fault: rows are filled with the median of all
//## share Unsplit.cs
[Stage]
public Validated<House> Filled(Validated<House> check)
{
    var median = Medians.Of(check.Where(house => house.Rooms > 0).Select(house => house.Rooms));
    return new Raw<House>(check.Select(house => house.Rooms > 0 ? house : house with { Rooms = median })).Validate();
}

[Stage]
public (TrainSet<House> Train, TestSet<House> Test) Split(Validated<House> filled) => filled.Split(0.8, seed: 9);

[Stage]
public double[] Fit(TrainSet<House> train) => Rooms.Fit({|MLP2004:train.Select(house => house.Rooms)|});

[Stage]
public double Error(double[] fit, TestSet<House> test) => test.Average(house => Math.Abs((fit[0] * house.Rooms) - house.Price));

//## Medians.cs
public static class Medians
{
    public static double Of(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return sorted[sorted.Length / 2];
    }
}

public static class Rooms
{
    public static double[] Fit(IEnumerable<double> rooms) => [1 / rooms.Average()];
}

//# fault: a mean that a loop has added up, and numbers that were sorted in place
//## share Unsplit.cs
[Stage]
public Validated<House> Scaled(Validated<House> check)
{
    var sum = 0.0;
    foreach (var house in check)
    {
        sum += house.Area;
    }

    var mean = sum / check.Count;
    var scaled = new List<House>();
    foreach (var house in check)
    {
        scaled.Add(house with { Area = house.Area - mean });
    }

    return new Raw<House>(scaled).Validate();
}

[Stage]
public double Cap(Validated<House> check)
{
    var areas = check.Select(house => house.Area).ToArray();
    Array.Sort(areas);
    return areas[^(areas.Length / 100)];
}

[Stage]
public (TrainSet<House> Train, TestSet<House> Test) Split(Validated<House> scaled) => scaled.Split(0.8, seed: 9);

[Stage]
public PriceModel Fit(TrainSet<House> train, double cap) => Areas.Fit({|MLP2004:[.. train.Select(house => house.Area > cap ? cap : house.Area)]|});

[Stage]
public double Error(PriceModel fit, TestSet<House> test) => test.Average(house => Math.Abs(fit.Predict(house) - house.Price));

//## Areas.cs
public static class Areas
{
    public static PriceModel Fit(IReadOnlyList<double> areas) => new(areas.Average(), 0);
}

//# fault: gaps are filled with the median while lines are read
[Source("stations.txt")]
public partial FileArtifact File();

[Stage]
public Validated<Station> Stations([From(nameof(File))] FileArtifact {|MLP2004:file|})
{
    var lines = file.ReadLines().Select(line => line.Split('|')).ToList();
    var fill = Median(lines.Where(cells => cells[1] != "-").Select(cells => Number(cells[1])));
    return new Raw<Station>(lines.Select(cells => new Station(Number(cells[0]), cells[1] == "-" ? fill : Number(cells[1]), Number(cells[2])))).Validate(0.02);
}

[Stage]
public (TrainSet<Station> Train, TestSet<Station> Test) Split(Validated<Station> stations) => stations.Split(0.8, seed: 13);

[Stage]
public double Fit(TrainSet<Station> train) => train.Average(station => station.Rain / station.Humidity);

[Stage]
public double Error(double fit, TestSet<Station> test) => test.Average(station => Math.Abs((fit * station.Humidity) - station.Rain));

private static double Number(string cell) => double.Parse(cell, CultureInfo.InvariantCulture);

private static double Median(IEnumerable<double> values)
{
    var sorted = values.Order().ToList();
    return sorted[sorted.Count / 2];
}

//## Station.cs
[Row]
public sealed partial record Station([Range(-60.0, 60.0), Feature] double Temperature, [Range(0.0, 100.0), Feature] double Humidity, [Range(0.0, 500.0), Label] double Rain);

//# fault: rates of groups are joined onto the rows
//## share Unsplit.cs
[Stage]
public Validated<House> Rated(Validated<House> {|MLP2004:check|})
{
    var rates = from house in check
                group house by house.Id[..2] into town
                select (Town: town.Key, Rate: town.Count(house => house.Price > 300_000) / (double)town.Count());
    return new Raw<House>(check.Join(rates, house => house.Id[..2], rate => rate.Town, (house, rate) => house with { Area = rate.Rate })).Validate();
}

[Stage]
public (TrainSet<House> Train, TestSet<House> Test) Split(Validated<House> rated) => rated.Split(0.8, seed: 9);

[Stage]
public PriceModel Fit(TrainSet<House> train) => new(train.Average(house => house.Price / house.Area), 0);

[Stage]
public double Error(PriceModel fit, TestSet<House> test) => test.Average(house => Math.Abs(fit.Predict(house) - house.Price));

//# fault: copies of rare rows are made before the split
//## share Unsplit.cs
[Stage]
public Validated<House> Balanced(Validated<House> check) => new Raw<House>(Balance.Oversample(check)).Validate();

[Stage]
public (TrainSet<House> Train, TestSet<House> Test) Split(Validated<House> balanced) => {|MLP2004:balanced|}.Split(0.8, seed: 9);

[Stage]
public PriceModel Fit(TrainSet<House> train) => PriceModel.Fit(train);

[Stage]
public double Error(PriceModel fit, TestSet<House> test) => test.Average(house => Math.Abs(fit.Predict(house) - house.Price));

//## Balance.cs
public static class Balance
{
    public static IEnumerable<House> Oversample(IReadOnlyList<House> houses)
    {
        var rare = houses.Where(house => house.Price > 500_000).ToList();
        return houses.Concat(Enumerable.Range(1, 4).SelectMany(_ => rare));
    }
}

//# fault: rare rows are drawn again and again before the split
//## share Unsplit.cs
[Stage]
public (TrainSet<House> Train, TestSet<House> Test) Split(Validated<House> check)
{
    var random = new Random(5);
    var rare = check.Where(house => house.Price > 500_000).ToList();
    var all = check.ToList();
    while (all.Count < 2 * check.Count)
    {
        all.Add(rare[random.Next(rare.Count)]);
    }

    return {|MLP2004:new Raw<House>(all).Validate()|}.Split(0.8, seed: 9);
}

[Stage]
public PriceModel Fit(TrainSet<House> train) => PriceModel.Fit(train);

[Stage]
public double Error(PriceModel fit, TestSet<House> test) => test.Average(house => Math.Abs(fit.Predict(house) - house.Price));

//# fault: each row is repeated by its weight before the split
//## share Unsplit.cs
[Stage]
public (TrainSet<House> Train, TestSet<House> Test) Split(Validated<House> check) =>
    {|MLP2004:new Raw<House>(check.SelectMany(house => Enumerable.Repeat(house, house.Price > 500_000 ? 5 : 1))).Validate()|}.Split(0.8, seed: 9);

[Stage]
public PriceModel Fit(TrainSet<House> train) => PriceModel.Fit(train);

[Stage]
public double Error(PriceModel fit, TestSet<House> test) => test.Average(house => Math.Abs(fit.Predict(house) - house.Price));

//# fault: a list takes all rare rows several times before the split
//## share Unsplit.cs
[Stage]
public (TrainSet<House> Train, TestSet<House> Test) Split(Validated<House> check)
{
    var rare = check.Where(house => house.Price > 500_000).ToList();
    var all = new List<House>(check);
    for (var i = 0; i < 3; i++)
    {
        all.AddRange(rare);
    }

    return {|MLP2004:new Raw<House>(all).Validate()|}.Split(0.8, seed: 9);
}

[Stage]
public PriceModel Fit(TrainSet<House> train) => PriceModel.Fit(train);

[Stage]
public double Error(PriceModel fit, TestSet<House> test) => test.Average(house => Math.Abs(fit.Predict(house) - house.Price));

//# fault: the column is chosen by its correlation over all rows
//## share Unsplit.cs
[Stage]
public string Strongest(Validated<House> {|MLP2004:check|}) => Columns.All.MaxBy(column => Math.Abs(Columns.Correlation(check, column.Get))).Name;

[Stage]
public (TrainSet<House> Train, TestSet<House> Test) Split(Validated<House> check) => check.Split(0.8, seed: 9);

[Stage]
public Chosen Fit(TrainSet<House> train, string strongest) => new(strongest, train.Average(house => house.Price / Columns.All.First(c => c.Name == strongest).Get(house)));

[Stage]
public double Error(Chosen fit, TestSet<House> test) => test.Average(house => Math.Abs((fit.Slope * Columns.All.First(c => c.Name == fit.Column).Get(house)) - house.Price));

//## Columns.cs
public sealed record Chosen(string Column, double Slope);

public static class Columns
{
    public static readonly IReadOnlyList<(string Name, Func<House, double> Get)> All = [("area", h => h.Area), ("rooms", h => h.Rooms)];

    public static double Correlation(IReadOnlyList<House> rows, Func<House, double> get)
    {
        var (x, y) = (rows.Average(get), rows.Average(h => h.Price));
        return rows.Sum(h => (get(h) - x) * (h.Price - y)) / rows.Count;
    }
}

//# clean: the column is chosen by the training rows
//## share Houses.cs
[Stage]
public string Strongest(TrainSet<House> train) => Columns.All.MaxBy(column => Math.Abs(Columns.Correlation(train, column.Get))).Name;

[Stage]
public Chosen Fit(TrainSet<House> train, string strongest) => new(strongest, train.Average(house => house.Price / Columns.All.First(c => c.Name == strongest).Get(house)));

[Stage]
public double Error(Chosen fit, TestSet<House> test) => test.Average(house => Math.Abs((fit.Slope * Columns.All.First(c => c.Name == fit.Column).Get(house)) - house.Price));

//## Columns.cs
public sealed record Chosen(string Column, double Slope);

public static class Columns
{
    public static readonly IReadOnlyList<(string Name, Func<House, double> Get)> All = [("area", h => h.Area), ("rooms", h => h.Rooms)];

    public static double Correlation(IReadOnlyList<House> rows, Func<House, double> get)
    {
        var (x, y) = (rows.Average(get), rows.Average(h => h.Price));
        return rows.Sum(h => (get(h) - x) * (h.Price - y)) / rows.Count;
    }
}

//# fault: a setting is chosen by folds of all rows
//## share Unsplit.cs
[Stage]
public double Penalty(Validated<House> {|MLP2004:check|})
{
    var folds = check.Folds(5, seed: 3);
    return new[] { 0.1, 1, 10 }.MinBy(penalty => folds.Average(fold => Ridge.Error(Ridge.Fit(fold.Train, penalty), fold.Validation)));
}

[Stage]
public (TrainSet<House> Train, TestSet<House> Test) Split(Validated<House> check) => check.Split(0.8, seed: 21);

[Stage]
public PriceModel Fit(TrainSet<House> train, double penalty) => Ridge.Fit(train, penalty);

[Stage]
public double Error(PriceModel fit, TestSet<House> test) => Ridge.Error(fit, test);

//## Ridge.cs
public static class Ridge
{
    public static PriceModel Fit(IReadOnlyList<House> houses, double penalty) => new(houses.Average(h => h.Price) / (houses.Average(h => h.Area) + penalty), 0);

    public static double Error(PriceModel model, IReadOnlyList<House> houses) => houses.Average(h => Math.Abs(model.Predict(h) - h.Price));
}

//# clean: a setting is chosen by folds of the training rows
//## share Houses.cs
[Stage]
public double Penalty(TrainSet<House> train)
{
    var folds = train.Folds(5, seed: 3);
    return new[] { 0.1, 1, 10 }.MinBy(penalty => folds.Average(fold => Ridge.Error(Ridge.Fit(fold.Train, penalty), fold.Validation)));
}

[Stage]
public PriceModel Fit(TrainSet<House> train, double penalty) => Ridge.Fit(train, penalty);

[Stage]
public double Error(PriceModel fit, TestSet<House> test) => Ridge.Error(fit, test);

//## Ridge.cs
public static class Ridge
{
    public static PriceModel Fit(IReadOnlyList<House> houses, double penalty) => new(houses.Average(h => h.Price) / (houses.Average(h => h.Area) + penalty), 0);

    public static double Error(PriceModel model, IReadOnlyList<House> houses) => houses.Average(h => Math.Abs(model.Predict(h) - h.Price));
}

//# clean: the median, and copies, of training rows alone
//## share Houses.cs
[Stage]
public PriceModel Fit(TrainSet<House> train)
{
    var median = train.Select(house => house.Rooms).Order().ElementAt(train.Count / 2);
    var rare = train.Where(house => house.Price > 500_000).ToList();
    var all = train.Select(house => house.Rooms > 0 ? house : house with { Rooms = median }).ToList();
    for (var i = 0; i < 3; i++)
    {
        all.AddRange(rare);
    }

    return PriceModel.Fit([.. all.Concat(Enumerable.Range(0, 2).SelectMany(_ => rare))]);
}

[Stage]
public double Error(PriceModel fit, TestSet<House> test) => test.Average(house => Math.Abs(fit.Predict(house) - house.Price));

//# clean: totals so far, and the difference to the first reading
[Source("days.csv")]
public partial FileArtifact File();

[Stage]
public Validated<Day> Days([From(nameof(File))] FileArtifact file) => new Raw<Day>(file.ReadLines().Select((line, i) => new Day(DateTime.UnixEpoch.AddDays(i), line.Length, 0, line.Length))).Validate();

[Stage]
public Validated<Day> Summed(Validated<Day> days)
{
    var (total, first) = (0.0, days[0].Load);
    var summed = new List<Day>();
    foreach (var day in days)
    {
        summed.Add(day with { Total = total, Load = day.Load - first });
        total += day.Load;
    }

    return new Raw<Day>(summed).Validate();
}

[Stage]
public (TrainSet<Day> Train, TestSet<Day> Test) Split(Validated<Day> summed) => summed.SplitByTime(0.8, day => day.At);

[Stage]
public double Fit(TrainSet<Day> train) => train.Average(day => day.Next / (day.Total + day.Load + 1));

[Stage]
public double Error(double fit, TestSet<Day> test) => test.Average(day => Math.Abs((fit * (day.Total + day.Load + 1)) - day.Next));

//## Day.cs
[Row]
public sealed partial record Day([Time] DateTime At, [Range(0.0, 300.0), Feature] double Load, [Range(0.0, 1e9), Feature] double Total, [Range(0.0, 300.0), Label] double Next);

//# clean: the newest row of each house, and a factor from another file
[Source("houses.csv")]
public partial FileArtifact Table();

[Source("index.txt")]
public partial FileArtifact Index();

[Stage]
public Validated<House> Check([From(nameof(Table))] FileArtifact table, [From(nameof(Index))] FileArtifact index)
{
    var factor = double.Parse(index.ReadLines().First(), CultureInfo.InvariantCulture);
    return new Raw<House>(table.ReadLines().Select(line => new House(line, line.Length, 3, 250_000 * factor))).Validate();
}

[Stage]
public Validated<House> Newest(Validated<House> check) => new Raw<House>(check.GroupBy(house => house.Id).Select(same => same.Last())).Validate();

[Stage]
public (TrainSet<House> Train, TestSet<House> Test) Split(Validated<House> newest) => newest.Split(0.8, seed: 9);

[Stage]
public PriceModel Fit(TrainSet<House> train) => PriceModel.Fit(train);

[Stage]
public double Error(PriceModel fit, TestSet<House> test) => test.Average(house => Math.Abs(fit.Predict(house) - house.Price));

//# clean: rows are shuffled and copied once
//## share Unsplit.cs
[Stage]
public (TrainSet<House> Train, TestSet<House> Test) Split(Validated<House> check)
{
    var random = new Random(5);
    var order = Enumerable.Range(0, check.Count).OrderBy(_ => random.Next()).ToArray();
    var all = new List<House>();
    for (var i = 0; i < order.Length; i++)
    {
        all.Add(check[order[i]]);
    }

    return new Raw<House>(all.Concat(order.Select(i => check[i]).Where(house => house.Area < 0))).Validate().Split(0.8, seed: 9);
}

[Stage]
public PriceModel Fit(TrainSet<House> train) => PriceModel.Fit(train);

[Stage]
public double Error(PriceModel fit, TestSet<House> test) => test.Average(house => Math.Abs(fit.Predict(house) - house.Price));

//# clean: the student learns of rows that have no label and are in no set
//## share Houses.cs
[Source("unlabelled.csv")]
public partial FileArtifact More();

[Stage]
public Validated<Offer> Offers([From(nameof(More))] FileArtifact more) => new Raw<Offer>(more.ReadLines().Select(line => new Offer(line, line.Length))).Validate();

[Stage]
public PriceModel Teacher(TrainSet<House> train) => PriceModel.Fit(train);

[Stage]
public PriceModel Student(TrainSet<House> train, Validated<Offer> offers, PriceModel teacher)
{
    var all = train.ToList();
    foreach (var offer in offers)
    {
        var house = new House(offer.Id, offer.Area, 3, 0);
        all.Add(house with { Price = teacher.Predict(house) });
    }

    return PriceModel.Fit(all);
}

[Stage]
public double Error(PriceModel student, TestSet<House> test) => test.Average(house => Math.Abs(student.Predict(house) - house.Price));

//## Offer.cs
[Row]
public sealed partial record Offer([Required] string Id, [Range(10.0, 2000.0), Feature] double Area);
