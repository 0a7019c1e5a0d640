//# clean: a builder with sixty calls in a chain
//## share Houses.cs
[Stage]
public PriceModel Model(TrainSet<House> train, TestSet<House> test) => new Builder().With(train, 0).With(train, 1).With(train, 2).With(train, 3).With(train, 4).With(train, 5).With(train, 6).With(train, 7).With(train, 8).With(train, 9).With(train, 10).With(train, 11).With(train, 12).With(train, 13).With(train, 14).With(train, 15).With(train, 16).With(train, 17).With(train, 18).With(train, 19).With(train, 20).With(train, 21).With(train, 22).With(train, 23).With(train, 24).With(train, 25).With(train, 26).With(train, 27).With(train, 28).With(train, 29).With(train, 30).With(train, 31).With(train, 32).With(train, 33).With(train, 34).With(train, 35).With(train, 36).With(train, 37).With(train, 38).With(train, 39).With(train, 40).With(train, 41).With(train, 42).With(train, 43).With(train, 44).With(train, 45).With(train, 46).With(train, 47).With(train, 48).With(train, 49).With(train, 50).With(train, 51).With(train, 52).With(train, 53).With(train, 54).With(train, 55).With(train, 56).With(train, 57).With(train, 58).With(train, 59).Build();

[Stage]
public double Slope(PriceModel model) => model.Slope;

//## Builder.cs
public sealed class Builder
{
    private readonly List<House> _rows = [];

    private double _shift;

    public Builder With(IReadOnlyList<House> rows, double shift)
    {
        _rows.AddRange(rows);
        _shift += shift;
        return this;
    }

    public PriceModel Build() => PriceModel.Fit(_rows) with { Offset = _shift };
}

//# clean: eighty steps of a query
//## share Houses.cs
[Stage]
public PriceModel Model(TrainSet<House> train, TestSet<House> test)
{
    IEnumerable<House> rows = train;
    return PriceModel.Fit([.. rows.Where(house => house.Area > 0).Select(house => house with { Rooms = 0 }).Where(house => house.Area > 1).Select(house => house with { Rooms = 1 }).Where(house => house.Area > 2).Select(house => house with { Rooms = 2 }).Where(house => house.Area > 3).Select(house => house with { Rooms = 3 }).Where(house => house.Area > 4).Select(house => house with { Rooms = 4 }).Where(house => house.Area > 5).Select(house => house with { Rooms = 5 }).Where(house => house.Area > 6).Select(house => house with { Rooms = 6 }).Where(house => house.Area > 7).Select(house => house with { Rooms = 7 }).Where(house => house.Area > 8).Select(house => house with { Rooms = 8 }).Where(house => house.Area > 9).Select(house => house with { Rooms = 9 }).Where(house => house.Area > 10).Select(house => house with { Rooms = 10 }).Where(house => house.Area > 11).Select(house => house with { Rooms = 11 }).Where(house => house.Area > 12).Select(house => house with { Rooms = 12 }).Where(house => house.Area > 13).Select(house => house with { Rooms = 13 }).Where(house => house.Area > 14).Select(house => house with { Rooms = 14 }).Where(house => house.Area > 15).Select(house => house with { Rooms = 15 }).Where(house => house.Area > 16).Select(house => house with { Rooms = 16 }).Where(house => house.Area > 17).Select(house => house with { Rooms = 17 }).Where(house => house.Area > 18).Select(house => house with { Rooms = 18 }).Where(house => house.Area > 19).Select(house => house with { Rooms = 19 }).Where(house => house.Area > 20).Select(house => house with { Rooms = 20 }).Where(house => house.Area > 21).Select(house => house with { Rooms = 21 }).Where(house => house.Area > 22).Select(house => house with { Rooms = 22 }).Where(house => house.Area > 23).Select(house => house with { Rooms = 23 }).Where(house => house.Area > 24).Select(house => house with { Rooms = 24 }).Where(house => house.Area > 25).Select(house => house with { Rooms = 25 }).Where(house => house.Area > 26).Select(house => house with { Rooms = 26 }).Where(house => house.Area > 27).Select(house => house with { Rooms = 27 }).Where(house => house.Area > 28).Select(house => house with { Rooms = 28 }).Where(house => house.Area > 29).Select(house => house with { Rooms = 29 }).Where(house => house.Area > 30).Select(house => house with { Rooms = 30 }).Where(house => house.Area > 31).Select(house => house with { Rooms = 31 }).Where(house => house.Area > 32).Select(house => house with { Rooms = 32 }).Where(house => house.Area > 33).Select(house => house with { Rooms = 33 }).Where(house => house.Area > 34).Select(house => house with { Rooms = 34 }).Where(house => house.Area > 35).Select(house => house with { Rooms = 35 }).Where(house => house.Area > 36).Select(house => house with { Rooms = 36 }).Where(house => house.Area > 37).Select(house => house with { Rooms = 37 }).Where(house => house.Area > 38).Select(house => house with { Rooms = 38 }).Where(house => house.Area > 39).Select(house => house with { Rooms = 39 })]);
}

[Stage]
public double Slope(PriceModel model) => model.Slope;

//# clean: thirty calls in each other
//## share Houses.cs
[Stage]
public PriceModel Model(TrainSet<House> train, TestSet<House> test) => PriceModel.Fit(Keep(Keep(Keep(Keep(Keep(Keep(Keep(Keep(Keep(Keep(Keep(Keep(Keep(Keep(Keep(Keep(Keep(Keep(Keep(Keep(Keep(Keep(Keep(Keep(Keep(Keep(Keep(Keep(Keep(Keep(train, 0), 1), 2), 3), 4), 5), 6), 7), 8), 9), 10), 11), 12), 13), 14), 15), 16), 17), 18), 19), 20), 21), 22), 23), 24), 25), 26), 27), 28), 29));

private static IReadOnlyList<House> Keep(IReadOnlyList<House> rows, double least) => [.. rows.Where(house => house.Area > least)];

[Stage]
public double Slope(PriceModel model) => model.Slope;

//# clean: sixty conditions in a row
//## share Houses.cs
[Stage]
public double Model(TrainSet<House> train) => train.Count > 0 ? 0.0 : train.Count > 1 ? 1.0 : train.Count > 2 ? 2.0 : train.Count > 3 ? 3.0 : train.Count > 4 ? 4.0 : train.Count > 5 ? 5.0 : train.Count > 6 ? 6.0 : train.Count > 7 ? 7.0 : train.Count > 8 ? 8.0 : train.Count > 9 ? 9.0 : train.Count > 10 ? 10.0 : train.Count > 11 ? 11.0 : train.Count > 12 ? 12.0 : train.Count > 13 ? 13.0 : train.Count > 14 ? 14.0 : train.Count > 15 ? 15.0 : train.Count > 16 ? 16.0 : train.Count > 17 ? 17.0 : train.Count > 18 ? 18.0 : train.Count > 19 ? 19.0 : train.Count > 20 ? 20.0 : train.Count > 21 ? 21.0 : train.Count > 22 ? 22.0 : train.Count > 23 ? 23.0 : train.Count > 24 ? 24.0 : train.Count > 25 ? 25.0 : train.Count > 26 ? 26.0 : train.Count > 27 ? 27.0 : train.Count > 28 ? 28.0 : train.Count > 29 ? 29.0 : train.Count > 30 ? 30.0 : train.Count > 31 ? 31.0 : train.Count > 32 ? 32.0 : train.Count > 33 ? 33.0 : train.Count > 34 ? 34.0 : train.Count > 35 ? 35.0 : train.Count > 36 ? 36.0 : train.Count > 37 ? 37.0 : train.Count > 38 ? 38.0 : train.Count > 39 ? 39.0 : train.Count > 40 ? 40.0 : train.Count > 41 ? 41.0 : train.Count > 42 ? 42.0 : train.Count > 43 ? 43.0 : train.Count > 44 ? 44.0 : train.Count > 45 ? 45.0 : train.Count > 46 ? 46.0 : train.Count > 47 ? 47.0 : train.Count > 48 ? 48.0 : train.Count > 49 ? 49.0 : train.Count > 50 ? 50.0 : train.Count > 51 ? 51.0 : train.Count > 52 ? 52.0 : train.Count > 53 ? 53.0 : train.Count > 54 ? 54.0 : train.Count > 55 ? 55.0 : train.Count > 56 ? 56.0 : train.Count > 57 ? 57.0 : train.Count > 58 ? 58.0 : train.Count > 59 ? 59.0 : 0;

[Stage]
public double Slope(double model) => model;
