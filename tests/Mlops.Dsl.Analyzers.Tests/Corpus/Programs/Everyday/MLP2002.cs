//# fault: a helper class with using static forges a validated set after a join
//## share Houses.cs
[Stage]
public Validated<House> Enriched(Validated<House> check) => Enrichment.Add(check);

[Stage]
public PriceModel Learn(Validated<House> enriched) => PriceModel.Fit(enriched);

[Stage]
public double Slope(PriceModel learn) => learn.Slope;

//## Enrichment.cs
using static Mlops.Dsl.UnitTestDatasets;

public static class Enrichment
{
    public static Validated<House> Add(Validated<House> rows)
    {
        List<House> changed = [.. from row in rows where row.Rooms > 1 select row with { Rooms = row.Rooms - 1 }];
        return {|MLP2002:Validated<House>(changed)|};
    }
}

//# fault: a fold is put together by hand in a default interface method
//## share Houses.cs
[Stage]
public double Score(TrainSet<House> train)
{
    IResampler resampler = new Holdout();
    var fold = resampler.Make(train);
    var model = PriceModel.Fit(fold.Train);
    return fold.Validation.Average(house => Math.Abs(model.Predict(house) - house.Price));
}

//## Resampler.cs
public interface IResampler
{
    Fold<House> Make(IReadOnlyList<House> rows) => new({|MLP2002:UnitTestDatasets.TrainSet(rows.Skip(10))|}, {|MLP2002:UnitTestDatasets.ValidationSet(rows.Take(10))|});
}

public sealed class Holdout : IResampler;
