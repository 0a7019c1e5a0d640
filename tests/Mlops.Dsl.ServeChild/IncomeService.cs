namespace Mlops.Dsl.ServeChild;

/// <summary>Tells who earns more than 50,000 a year.</summary>
[Service("income", Owner = "tests")]
public sealed partial class IncomeService
{
    /// <summary>Scores an application.</summary>
    [Predict(typeof(IncomePipeline), nameof(IncomePipeline.Release), Alias = "champion")]
    public partial ValueTask<Answer<IncomeScore>> Score(Application application, CancellationToken cancellationToken);
}
