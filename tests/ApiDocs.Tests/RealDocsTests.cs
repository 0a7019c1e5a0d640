using ApiDocs.Reading;
using Mlops.Dsl.Engine;
using Mlops.Dsl.Storage;

namespace ApiDocs.Tests;

/// <summary>The whole pipeline, on the documentation of the SDK that runs the tests.</summary>
public sealed class RealDocsTests : IDisposable
{
    private readonly string _store = Directory.CreateTempSubdirectory("api-docs-store-").FullName;

    public void Dispose() => Directory.Delete(_store, recursive: true);

    [Fact]
    public async Task The_model_beats_the_baselines_and_the_second_run_has_nothing_to_do()
    {
        var options = new RunOptions { StorePath = _store };

        var first = await new ApiDocsPipeline().RunAsync(options, TestContext.Current.CancellationToken);
        var second = await new ApiDocsPipeline().RunAsync(options, TestContext.Current.CancellationToken);

        Assert.True(
            first.Succeeded,
            string.Join(Environment.NewLine, first.Report.Stages.Select(static stage => $"{stage.Stage.Name}: {stage.Error?.Message}"))
        );
        Assert.All(first.Report.Stages, static stage => Assert.Equal(StageOutcome.Executed, stage.Outcome));
        Assert.True(first.Evaluate.MacroF1 > first.EvaluateBaselines.NaiveBayes.MacroF1);
        Assert.True(first.Evaluate.MacroF1 > 0.85, $"macro F1 is {first.Evaluate.MacroF1}");
        Assert.True(first.Evaluate.Accuracy > first.EvaluateBaselines.NaiveBayes.Accuracy);
        Assert.Equal("System.IO", first.Release.Score("Writes a sequence of bytes to the current file stream.")[0].Area);

        Assert.All(second.Report.Stages, static stage => Assert.Equal(StageOutcome.Reused, stage.Outcome));
        Assert.Equal(first.Evaluate.MacroF1, second.Evaluate.MacroF1);
        AssertNothingLeaks([.. first.Train], [.. first.Test]);
    }

    private static void AssertNothingLeaks(ApiMember[] train, ApiMember[] test)
    {
        static string Letters(ApiMember member) => string.Concat(member.Summary.Where(char.IsLetter)).ToUpperInvariant();

        Assert.Empty(train.Select(Letters).Intersect(test.Select(Letters)));
        Assert.All(
            test,
            static member => Assert.DoesNotContain(DocumentationId.DeclaringType(member.Id) + ".", member.Summary, StringComparison.Ordinal)
        );
        Assert.All(
            test.Where(static member => member.Area != "System"),
            static member => Assert.DoesNotContain(member.Area + ".", member.Summary, StringComparison.Ordinal)
        );
    }
}
