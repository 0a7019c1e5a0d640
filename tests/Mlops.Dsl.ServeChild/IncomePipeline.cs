namespace Mlops.Dsl.ServeChild;

/// <summary>Makes a model of one number.</summary>
[Pipeline("income", Version = "1.0.0", Owner = "tests")]
public sealed partial class IncomePipeline
{
    /// <summary>What is added to the logit.</summary>
    [Parameter]
    public double Bias { get; init; }

    /// <summary>The model.</summary>
    [Stage]
    public Model<Application, IncomeScore> Fit() => TinyModel.Create((float)Bias);

    /// <summary>The released model.</summary>
    [Publish("income", Purpose = "Tests")]
    public Model<Application, IncomeScore> Release(Model<Application, IncomeScore> fit) => fit;
}
