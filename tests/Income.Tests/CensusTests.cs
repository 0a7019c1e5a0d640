using Mlops.Dsl;
using Mlops.Dsl.Engine;
using Mlops.Dsl.Storage;

namespace Income.Tests;

/// <summary>
/// The example on the real census: the data set Adult of the UCI Machine Learning Repository (https://archive.ics.uci.edu/dataset/2/adult),
/// with the header and the labels of 0 and 1 that ML.NET's copy of it has. <c>MLOPS_CENSUS</c> names the file.
/// </summary>
public sealed class CensusTests : IDisposable
{
    private const string Variable = "MLOPS_CENSUS";

    private readonly string _folder = Directory.CreateTempSubdirectory("income-census-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_model_of_the_real_census_is_as_good_as_those_that_others_made_of_it()
    {
        var file = Environment.GetEnvironmentVariable(Variable);
        Assert.SkipUnless(
            File.Exists(file),
            $"{Variable} names no file: it is to be the census of 32,561 people (UCI Adult), which is no part of this repository."
        );
        File.Copy(file!, Path.Combine(_folder, "adult.csv"));

        var options = new RunOptions { StorePath = Path.Combine(_folder, "store") };
        var result = await new IncomePipeline { Data = _folder }.RunAsync(options, TestContext.Current.CancellationToken);

        Assert.DoesNotContain(result.Report.Stages, static stage => stage.Outcome == StageOutcome.Failed);
        Assert.Equal(32_561, result.Read.Count);
        Assert.Equal(0, result.Check.Report.RowsRejected);
        Assert.Equal(32_561, result.Read.Select(static person => person.Id).Distinct().Count());
        Assert.Equal(7_841, result.Read.Count(static person => person.Over50K));
        Assert.Equal(1_836, result.Read.Count(static person => person.Workclass is null));
        Assert.True(result.Evaluate.Auc.Low > 0.9, result.Evaluate.ToString());
    }
}
