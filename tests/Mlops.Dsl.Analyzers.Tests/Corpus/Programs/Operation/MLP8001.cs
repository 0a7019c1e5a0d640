//# fault: the prediction of another model, by copy and paste
//## share Applicants.cs
//## Service.cs
[Prediction]
public readonly partial record struct ChurnScore([PredictedLabel] bool Leaves, [Probability] float Probability);

[Service("income")]
public sealed partial class IncomeService
{
    [Predict(typeof(IncomePipeline), nameof(IncomePipeline.Release))]
    public partial ValueTask<Answer<ChurnScore>> {|MLP8001:Score|}(Application application, CancellationToken cancellationToken);
}

//# fault: the pipeline takes a view since the last change, the service an older row
//## share Applicants.cs
//## Service.cs
[Row]
public sealed partial record IncomeRequest([Range(17, 120)] int Age, [Range(1, 99)] int Hours);

[Service("income")]
public sealed partial class IncomeService
{
    [Predict(typeof(IncomePipeline), nameof(IncomePipeline.Release))]
    public partial ValueTask<Answer<IncomeScore>> Score(IncomeRequest {|MLP8001:request|}, CancellationToken cancellationToken);
}

//# fault: what is published is no model
//## share Houses.cs
//## share Trained.cs
[Publish("prices"), When(nameof(Accurate))]
public PriceModel Release(PriceModel fit) => fit;

//## Service.cs
[RowView(typeof(House))]
public sealed partial record HouseQuery;

[Prediction]
public readonly partial record struct PriceAnswer([Score] double Price);

[Service("prices")]
public sealed partial class PriceService
{
    [Predict(typeof(TestPipeline), {|MLP8001:nameof(TestPipeline.Release)|})]
    public partial ValueTask<Answer<PriceAnswer>> Estimate(HouseQuery query, CancellationToken cancellationToken);
}

//# fault: neither side of the model
//## share Applicants.cs
//## Service.cs
[RowView(typeof(Applicant))]
public sealed partial record Named;

[Prediction]
public readonly partial record struct Points([Score] float Value);

[Service("income")]
public sealed partial class IncomeService
{
    [Predict(typeof(IncomePipeline), nameof(IncomePipeline.Release))]
    public partial ValueTask<Answer<Points>> {|MLP8001:Rate|}(Named {|MLP8001:named|}, CancellationToken cancellationToken);
}

//# clean: a champion and a challenger of one publication
//## share Applicants.cs
//## Service.cs
[Service("income", Owner = "credit-risk")]
public sealed partial class IncomeService
{
    [Predict(typeof(IncomePipeline), nameof(IncomePipeline.Release))]
    public partial ValueTask<Answer<IncomeScore>> Score(Application application, CancellationToken cancellationToken);

    [Predict(typeof(IncomePipeline), nameof(IncomePipeline.Release), Alias = "challenger")]
    public partial ValueTask<Answer<IncomeScore>> ScoreByChallenger(Application application, CancellationToken cancellationToken);
}

//# clean: a publication that waits for something, and types by another name
//## share Applicants.cs
//## Service.cs
using Asked = Application;
using Said = IncomeScore;

[Service("income-later")]
public sealed partial class LaterService
{
    [Predict(typeof(LaterPipeline), nameof(LaterPipeline.ReleaseAsync))]
    public partial ValueTask<Answer<Said>> ScoreAsync(Asked asked, CancellationToken cancellationToken);
}

[Pipeline("income-later")]
public sealed partial class LaterPipeline
{
    [FromPublished(typeof(IncomePipeline), nameof(IncomePipeline.Release))]
    public partial Model<Application, IncomeScore> Champion();

    [Source("newest.csv")]
    public partial FileArtifact Newest();

    [Stage]
    public double Coverage(FileArtifact newest, Model<Application, IncomeScore> champion) => (double)newest.ReadLines().Count() / champion.Onnx.Length;

    [Gate]
    public GateResult Covered(double coverage) => GateResult.AtLeast(coverage, 0.01);

    [Publish("income-later"), When(nameof(Covered))]
    public async Task<Model<Application, IncomeScore>> ReleaseAsync(Model<Application, IncomeScore> champion)
    {
        await Task.Yield();
        return champion;
    }
}
