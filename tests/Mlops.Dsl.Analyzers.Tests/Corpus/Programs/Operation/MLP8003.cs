//# fault: the stage that trains, not the publication
//## share Applicants.cs
//## Service.cs
[Service("income")]
public sealed partial class IncomeService
{
    [Predict(typeof(IncomePipeline), {|MLP8003:nameof(IncomePipeline.Fit)|})]
    public partial ValueTask<Answer<IncomeScore>> Score(Application application, CancellationToken cancellationToken);
}

//# fault: the entry's name in the store
//## share Applicants.cs
//## Service.cs
[Service("income")]
public sealed partial class IncomeService
{
    [Predict(typeof(IncomePipeline), {|MLP8003:"income"|})]
    public partial ValueTask<Answer<IncomeScore>> Score(Application application, CancellationToken cancellationToken);
}

//# fault: the type of the model in place of its pipeline
//## share Applicants.cs
//## Service.cs
[Service("income")]
public sealed partial class IncomeService
{
    [Predict({|MLP8003:typeof(Model<Application, IncomeScore>)|}, nameof(IncomePipeline.Release))]
    public partial ValueTask<Answer<IncomeScore>> Score(Application application, CancellationToken cancellationToken);
}

//# fault: [Publish] was taken out for a night and is still out
//## share Houses.cs
//## share Trained.cs
[Stage]
public Model<HouseQuery, PriceAnswer> Release(TrainSet<House> train) => Lines.Fit(train);

//## Service.cs
[RowView(typeof(House))]
public sealed partial record HouseQuery;

[Prediction]
public readonly partial record struct PriceAnswer([Score] double Price);

public static class Lines
{
    public static Model<HouseQuery, PriceAnswer> Fit(TrainSet<House> train) => throw new NotSupportedException($"There are no lines of {train.Count} rows.");
}

[Service("prices")]
public sealed partial class PriceService
{
    [Predict(typeof(TestPipeline), {|MLP8003:nameof(TestPipeline.Release)|})]
    public partial ValueTask<Answer<PriceAnswer>> Estimate(HouseQuery query, CancellationToken cancellationToken);
}

//# clean: a constant that has the method's name
//## share Applicants.cs
//## Service.cs
public static class Known
{
    public const string Publication = nameof(IncomePipeline.Release);
}

[Service("income")]
public sealed partial class IncomeService
{
    [Predict(typeof(IncomePipeline), Known.Publication)]
    public partial ValueTask<Answer<IncomeScore>> Score(Application application, CancellationToken cancellationToken);
}
