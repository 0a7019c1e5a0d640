//# fault: a key that is learned
[Pipeline("test")]
public sealed partial class TestPipeline
{
    [Stage]
    public int Count() => 1;
}

//## Rows.cs
[Row]
public sealed partial record Flat([{|MLP1085:RowKey|}, Feature] long Id, [Feature] double Area, [Label] double Price);

//# fault: a view with a column of its own
[Pipeline("test")]
public sealed partial class TestPipeline
{
    [Stage]
    public int Count() => 1;
}

//## Rows.cs
[RowView(typeof(House))]
public sealed partial record {|MLP1086:Offer|}(double Area);

//# fault: a view of something that is no row
[Pipeline("test")]
public sealed partial class TestPipeline
{
    [Stage]
    public int Count() => 1;
}

//## Rows.cs
[RowView(typeof({|MLP1087:PriceModel|}))]
public sealed partial record Offer;

//# fault: a prediction of nothing
[Pipeline("test")]
public sealed partial class TestPipeline
{
    [Stage]
    public int Count() => 1;
}

//## Rows.cs
[Prediction]
public readonly partial record struct {|MLP1088:Guess|}(double Price);

//# fault: a probability in percent
[Pipeline("test")]
public sealed partial class TestPipeline
{
    [Stage]
    public int Count() => 1;
}

//## Rows.cs
[Prediction]
public readonly partial record struct Chance([PredictedLabel] bool Sold, [Probability] int {|MLP1089:Percent|});

//# clean: a row, a view of it and a prediction
[Pipeline("test")]
public sealed partial class TestPipeline
{
    [Stage]
    public int Count() => 1;
}

//## Rows.cs
[Row]
public sealed partial record Flat([RowKey] long Id, [Feature] double Area, [Label] bool Sold);

[RowView(typeof(Flat))]
public sealed partial record Offer;

[Prediction]
public readonly partial record struct Chance([PredictedLabel] bool Sold, [Probability] float Probability);
