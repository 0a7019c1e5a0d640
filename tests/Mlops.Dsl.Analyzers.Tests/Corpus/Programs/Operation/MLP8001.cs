//# fault: a service of another row
//## share Income.cs
//## Service.cs
[Row]
public sealed partial record Visit([Feature] int Pages);

[Service("income")]
public sealed partial class IncomeService
{
    [Predict(typeof(IncomePipeline), nameof(IncomePipeline.Release))]
    public partial ValueTask<Answer<IncomeScore>> Score(Visit {|MLP8001:visit|}, CancellationToken cancellationToken);
}

//# fault: a prediction with the same properties is still another type
//## share Income.cs
//## Service.cs
[Prediction]
public readonly partial record struct Score2([PredictedLabel] bool Over50K, [Probability] float Probability);

[Service("income")]
public sealed partial class IncomeService
{
    [Predict(typeof(IncomePipeline), nameof(IncomePipeline.Release), Alias = "candidate")]
    public partial ValueTask<Answer<Score2>> {|MLP8001:Score|}(Application application, CancellationToken cancellationToken);
}

//# fault: a second view of the row
//## share Income.cs
//## Service.cs
[RowView(typeof(Applicant), Without = ColumnRole.Label)]
public sealed partial record Request;

[Service("income")]
public sealed partial class IncomeService
{
    [Predict(typeof(IncomePipeline), "Release")]
    internal partial ValueTask<Answer<IncomeScore>> ScoreAsync(Request {|MLP8001:request|}, CancellationToken cancellationToken);
}

//# clean: a service of what the model takes and says
//## share Income.cs
//## Service.cs
[Service("income")]
public sealed partial class IncomeService
{
    [Predict(typeof(IncomePipeline), nameof(IncomePipeline.Release))]
    public partial ValueTask<Answer<IncomeScore>> Score(Application application, CancellationToken cancellationToken);
}

//# clean: one service with two methods, by two aliases
//## share Income.cs
//## Service.cs
[Service("income")]
public sealed partial class IncomeService
{
    [Predict(typeof(IncomePipeline), nameof(IncomePipeline.Release))]
    public partial ValueTask<Answer<IncomeScore>> Score(Application application, CancellationToken cancellationToken);

    [Predict(typeof(IncomePipeline), nameof(IncomePipeline.Release), Alias = "candidate")]
    public partial ValueTask<Answer<IncomeScore>> Try(Application application, CancellationToken cancellationToken);
}
