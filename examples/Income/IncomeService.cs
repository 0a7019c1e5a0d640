using Mlops.Dsl;

namespace Income;

/// <summary>Says of an applicant how likely a high income is.</summary>
[Service("income", Owner = "credit-risk")]
public sealed partial class IncomeService
{
    /// <summary>Scores an applicant with the model that is champion.</summary>
    [Predict(typeof(IncomePipeline), nameof(IncomePipeline.Release), Alias = "champion")]
    public partial ValueTask<Answer<IncomeScore>> Score(Application application, CancellationToken cancellationToken);
}
