//# fault: a test double of a test set measures the model
//## share Houses.cs
[Stage]
public PriceModel Fit(TrainSet<House> train) => PriceModel.Fit(train);

[Stage]
public double Error(PriceModel fit, Validated<House> check)
{
    var test = {|MLP2002:UnitTestDatasets.TestSet(check.Take(10))|};
    return test.Average(house => Math.Abs(fit.Predict(house) - house.Price));
}

//# fault: a helper of another class makes rows pass for validated
[Source("houses.csv")]
public partial FileArtifact Table();

[Stage]
public Raw<House> Parse(FileArtifact table) => new(table.ReadLines().Select(line => new House(line, line.Length, 3, 250_000)));

[Stage]
public Validated<House> Check(Raw<House> parse) => Rows.Trust(parse);

[Stage]
public int Count(Validated<House> check) => check.Count;

//## Rows.cs
public static class Rows
{
    public static Validated<House> Trust(IEnumerable<House> houses) => {|MLP2002:UnitTestDatasets.Validated(houses)|};
}

//# fault: inside a lambda of a fold
//## share Houses.cs
[Stage]
public IReadOnlyList<double> Means(TrainSet<House> train) =>
    [.. Enumerable.Range(0, 3).Select(part => {|MLP2002:UnitTestDatasets.ValidationSet(train.Where((_, i) => i % 3 == part))|}.Average(house => house.Price))];

//# clean: a unit test beside the pipeline
//## share Houses.cs
[Stage]
public PriceModel Fit(TrainSet<House> train) => PriceModel.Fit(train);

//## FitTests.cs
public static class FitTests
{
    public static bool The_slope_is_found() =>
        Math.Abs(new TestPipeline().Fit(UnitTestDatasets.TrainSet(new House("a", 100, 3, 200_000), new House("b", 200, 5, 400_000))).Slope - 2_000) < 1e-6;
}

//# clean: a class of the user's own with that name
//## share Docs.cs
[Stage]
public int Count(FileSet docs) => Fakes.UnitTestDatasets.TrainSet(docs.Count);

//## Fakes.cs
namespace Fakes
{
    public static class UnitTestDatasets
    {
        public static int TrainSet(int count) => count;
    }
}

//# fault: a method group forges a training set
//## share Houses.cs
[Stage]
public int Count(Raw<House> parse)
{
    Func<IEnumerable<House>, TrainSet<House>> forge = UnitTestDatasets.TrainSet;
    return {|MLP2002:forge(parse)|}.Count;
}

//# fault: an alias and a generic helper forge a test set
//## share Houses.cs
[Stage]
public int Count(Raw<House> parse) => Forge<House>(parse).Count;

private static TestSet<T> Forge<T>(IEnumerable<T> rows) => {|MLP2002:Forged.TestSet(rows)|};

//## Aliases.cs
global using Forged = Mlops.Dsl.UnitTestDatasets;
