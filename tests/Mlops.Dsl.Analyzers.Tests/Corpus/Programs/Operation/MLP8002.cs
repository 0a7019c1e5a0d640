//# fault: the service takes the row that the model is trained on
//## share Applicants.cs
//## Service.cs
[Service("income")]
public sealed partial class IncomeService
{
    [Predict(typeof(IncomePipeline), nameof(IncomePipeline.Release))]
    public partial ValueTask<Answer<IncomeScore>> Score(Applicant {|MLP8002:applicant|}, CancellationToken cancellationToken);
}

//# fault: a view that leaves out the key, and not the label
//## share Applicants.cs
//## Service.cs
[RowView(typeof(Applicant), Without = ColumnRole.Key)]
public sealed partial record Anonymous;

[Service("income")]
public sealed partial class IncomeService
{
    [Predict(typeof(IncomePipeline), nameof(IncomePipeline.Release))]
    public partial ValueTask<Answer<IncomeScore>> Score(Anonymous {|MLP8002:anonymous|}, CancellationToken cancellationToken);
}

//# fault: the model itself is of rows with a label
//## share Houses.cs
[Stage]
public Model<House, PriceAnswer> Learn(TrainSet<House> train) => Lines.Fit(train);

[Stage]
public double Error(Model<House, PriceAnswer> learn, TestSet<House> test)
{
    using var scorer = learn.CreateScorer();
    return test.Average(house => Math.Abs(scorer.Score(house).Price - house.Price));
}

[Gate]
public GateResult Accurate(double error) => GateResult.AtMost(error, 20_000);

[Publish("prices"), When(nameof(Accurate))]
public Model<House, PriceAnswer> Release(Model<House, PriceAnswer> learn) => learn;

//## Service.cs
[Prediction]
public readonly partial record struct PriceAnswer([Score] double Price);

public static class Lines
{
    public static Model<House, PriceAnswer> Fit(TrainSet<House> train) => throw new NotSupportedException($"There are no lines of {train.Count} rows.");
}

[Service("prices")]
public sealed partial class PriceService
{
    [Predict(typeof(TestPipeline), nameof(TestPipeline.Release))]
    public partial ValueTask<Answer<PriceAnswer>> Estimate(House {|MLP8002:house|}, CancellationToken cancellationToken);
}

//# clean: a view of a row with a label, which a second view keeps for the pipeline
//## share Applicants.cs
//## Service.cs
[RowView(typeof(Applicant), Without = ColumnRole.None)]
public sealed partial record Whole;

[Service("income")]
public sealed partial class IncomeService
{
    [Predict(typeof(IncomePipeline), nameof(IncomePipeline.Release))]
    public partial ValueTask<Answer<IncomeScore>> Score(Application application, CancellationToken cancellationToken);

    public static Application Without(Whole whole) => new(whole.Id, whole.Age, whole.Hours);
}
