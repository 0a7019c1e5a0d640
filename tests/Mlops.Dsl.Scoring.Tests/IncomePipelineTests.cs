namespace Mlops.Dsl.Scoring.Tests;

public sealed class IncomePipelineTests
{
    [Fact]
    public void A_stage_returns_a_model_that_learned_from_the_features_alone()
    {
        var pipeline = new IncomePipeline();
        using var context = new DetachedStageContext();
        var model = pipeline.Fit(pipeline.Rows(), context, CancellationToken.None);
        Assert.Equal(
            ["Age", "HoursPerWeek", "Workclass"],
            model.Signature.Inputs.Select(static input => input.Column).Order(StringComparer.Ordinal)
        );
        using var scorer = model.CreateScorer();
        var application = Application.From(pipeline.Rows()[0]);
        Assert.InRange(scorer.Score(application).Probability, 0, 1);
        Assert.StartsWith("model(1,", new ModelCodec<Application, IncomeScore>().Schema, StringComparison.Ordinal);
    }
}
