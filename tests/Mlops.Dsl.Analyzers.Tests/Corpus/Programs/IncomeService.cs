/// <summary>Says of an applicant how likely a high income is.</summary>
[Service("income")]
public sealed partial class IncomeService
{
    /// <summary>Scores an applicant.</summary>
    [Predict(typeof(IncomePipeline), nameof(IncomePipeline.Release))]
    public partial ValueTask<Answer<IncomeScore>> Score(Application application, CancellationToken cancellationToken);
}
