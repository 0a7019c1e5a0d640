//# clean: business rules are evaluated on raw rows, before they are validated
//## share Houses.cs
[Stage]
public IReadOnlyDictionary<string, int> Violations(Raw<House> parse)
{
    IRule[] rules = [new MinimumArea(10), new PriceSet()];
    return rules.ToDictionary(rule => rule.Name, rule => parse.Count(house => !rule.Evaluate(house)), StringComparer.Ordinal);
}

[Gate]
public GateResult Clean(IReadOnlyDictionary<string, int> violations) => GateResult.AtMost(violations.Values.Sum(), 10);

//## Rules.cs
public interface IRule
{
    string Name { get; }

    bool Evaluate(House house);
}

public sealed class MinimumArea(double least) : IRule
{
    public string Name => "area";

    public bool Evaluate(House house) => house.Area >= least;
}

public sealed class PriceSet : IRule
{
    public string Name => "price";

    public bool Evaluate(House house) => house.Price > 0;
}

//# clean: a stage evaluates rules on raw rows
//## share Houses.cs
[Stage]
public IReadOnlyList<string> EvaluateRules(Raw<House> parse) => [.. parse.Where(house => house.Area < 10).Select(house => house.Id).Order(StringComparer.Ordinal)];

//# clean: formulas of a configuration file are evaluated
[Source("formulas.txt")]
public partial FileArtifact Formulas();

[Stage]
public IReadOnlyList<double> Values(FileArtifact formulas) => [.. formulas.ReadLines().Select(Formula.Evaluate)];

//## Formula.cs
public static class Formula
{
    public static double Evaluate(string text)
    {
        var sum = 0.0;
        foreach (var term in text.Split('+', StringSplitOptions.TrimEntries))
        {
            sum += double.Parse(term, CultureInfo.InvariantCulture);
        }

        return sum;
    }
}

//# clean: raw lines are fitted into the columns of a text report
[Source("notes.txt")]
public partial FileArtifact Notes();

[Stage]
public string Report(FileArtifact notes) => string.Join('\n', notes.ReadLines().Select(line => Fit(line, 40)));

private static string Fit(string text, int width) => text.Length <= width ? text.PadRight(width) : text[..(width - 1)] + "…";

//# clean: an image loader resizes to fit, before the pixels are validated
[Source("scans/*.pgm")]
public partial FileSet Scans();

[Stage]
public Validated<Scan> Check(FileSet scans) => new Raw<Scan>(scans.Select(file => new Scan(Images.ResizeToFit(file.ReadAllBytes(), 64), file.Path.Contains("sick", StringComparison.Ordinal)))).Validate();

[Stage]
public (TrainSet<Scan> Train, TestSet<Scan> Test) Split(Validated<Scan> check) => check.Split(0.8, seed: 1);

[Stage]
public double Learn(TrainSet<Scan> train) => train.Where(scan => scan.Sick).Average(scan => scan.Pixels.Average(pixel => (double)pixel));

[Stage]
public double Accuracy(double learn, TestSet<Scan> test) => test.Average(scan => scan.Pixels.Average(pixel => (double)pixel) > learn == scan.Sick ? 1.0 : 0.0);

//## Scan.cs
[Row]
public sealed partial record Scan([MinLength(1), Feature] byte[] Pixels, [Label] bool Sick);

public static class Images
{
    public static byte[] ResizeToFit(byte[] pixels, int size) => [.. Enumerable.Range(0, size).Select(i => pixels[i * pixels.Length / size])];
}

//# fault: a pretrained scorer is evaluated on raw rows
//## share Houses.cs
[Stage]
public PriceModel Fit(TrainSet<House> train) => PriceModel.Fit(train);

[Stage]
public double Quality(PriceModel fit, Raw<House> parse) => Evaluator.Evaluate(fit, {|MLP2001:parse|});

//## Evaluator.cs
public static class Evaluator
{
    public static double Evaluate(PriceModel model, IEnumerable<House> houses) => houses.Average(house => Math.Abs(model.Predict(house) - house.Price));
}

//# fault: an evaluator object keeps the model and is given raw rows
//## share Houses.cs
[Stage]
public PriceModel Fit(TrainSet<House> train) => PriceModel.Fit(train);

[Stage]
public double Quality(PriceModel fit, Raw<House> parse)
{
    var evaluator = new Evaluator(fit) { Tolerance = 1000 };
    return evaluator.Evaluate({|MLP2001:parse|});
}

//## Evaluator.cs
public sealed class Evaluator(PriceModel model)
{
    public double Tolerance { get; init; }

    public double Evaluate(IReadOnlyCollection<House> houses) => houses.Count(house => Math.Abs(model.Predict(house) - house.Price) < Tolerance) / (double)houses.Count;
}

//# clean: a tuner tunes a radio
[Source("signals.csv")]
public partial FileArtifact Signals();

[Stage]
public IReadOnlyList<double> Tuned(FileArtifact signals) => [.. signals.ReadLines().Select(line => Radio.TuneFrequency(double.Parse(line, CultureInfo.InvariantCulture)))];

//## Radio.cs
public static class Radio
{
    public static double TuneFrequency(double hertz) => Math.Round(hertz / 100_000) * 100_000;
}

//# clean: lines are trimmed to fit
[Source("calibration.csv")]
public partial FileArtifact Calibration();

[Stage]
public IReadOnlyList<string> Words(FileArtifact calibration) => [.. calibration.ReadLines().Select(Shape.TrimToFit)];

//## Shape.cs
public static class Shape
{
    public static string TrimToFit(string text) => text.Trim();
}

//# clean: courses that people learn, and a school's training plans
[Source("courses.csv")]
public partial FileArtifact Courses();

[Stage]
public IReadOnlyList<Course> Parse(FileArtifact courses) => [.. courses.ReadLines().Select(line => new Course(line, line.Length))];

[Stage]
public IReadOnlyDictionary<string, int> LearnersPerCourse(IReadOnlyList<Course> parse) => parse.ToDictionary(course => course.Title, course => course.Seats, StringComparer.Ordinal);

[Stage]
public int TrainingSeats(IReadOnlyList<Course> parse) => Plans.TrainingDays(parse) + Plans.LearnedHours(parse);

//## Course.cs
public sealed record Course(string Title, int Seats);

public static class Plans
{
    public static int TrainingDays(IReadOnlyList<Course> courses) => courses.Count * 3;

    public static int LearnedHours(IReadOnlyList<Course> courses) => courses.Sum(course => course.Seats) * 2;
}

//# clean: parcels are fitted into boxes, raw
[Source("parcels.csv")]
public partial FileArtifact ParcelFile();

[Stage]
public Raw<Parcel> Parcels(FileArtifact parcelFile) => new(parcelFile.ReadLines().Select(line => new Parcel(line.Length, 3)));

[Stage]
public int Boxes(Raw<Parcel> parcels) => Packing.FitIntoBoxes(parcels).Count;

//## Parcel.cs
[Row]
public sealed partial record Parcel([Range(1.0, 300.0)] double Length, [Range(1.0, 300.0)] double Width);

public static class Packing
{
    public static List<List<Parcel>> FitIntoBoxes(IEnumerable<Parcel> parcels)
    {
        var boxes = new List<List<Parcel>>();
        foreach (var parcel in parcels.OrderByDescending(parcel => parcel.Length))
        {
            if (boxes.Find(box => box.Sum(other => other.Length) + parcel.Length < 100) is { } box)
            {
                box.Add(parcel);
            }
            else
            {
                boxes.Add([parcel]);
            }
        }

        return boxes;
    }
}
