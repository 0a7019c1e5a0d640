namespace Mlops.Dsl.ServeChild;

/// <summary>Makes a model of one number.</summary>
[Pipeline("income", Version = "1.0.0", Owner = "tests")]
public sealed partial class IncomePipeline
{
    /// <summary>What is added to the logit.</summary>
    [Parameter]
    public double Bias { get; init; }

    /// <summary>Takes its time, so that a kill at a random moment can meet it.</summary>
    [Stage]
    public async Task<double> Learn(CancellationToken cancellationToken)
    {
        await Task.Delay(TimeSpan.FromMilliseconds(300), cancellationToken);
        return Bias;
    }

    /// <summary>The model.</summary>
    [Stage]
    public Model<Application, IncomeScore> Fit(double learn) => TinyModel.Create((float)learn);

    /// <summary>The released model.</summary>
    [Publish("income", Purpose = "Tests")]
    public Model<Application, IncomeScore> Release(Model<Application, IncomeScore> fit) => fit;
}
