using ApiDocs.Evaluation;
using ApiDocs.Learning;
using Mlops.Dsl;

namespace ApiDocs.Tests;

/// <summary>Stages are methods: a test calls them.</summary>
public sealed class ApiDocsPipelineTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("api-docs-").FullName;
    private readonly DetachedStageContext _context = new();

    public void Dispose()
    {
        _context.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public void Parse_reads_each_distinct_summary_once_and_records_how_many_there_were()
    {
        var members = Parse(new ApiDocsPipeline());

        Assert.Equal(80, members.Count);
        Assert.Equal([("members", 121.0, 0L), ("members without area", 1.0, 0L), ("distinct summaries", 80.0, 0L)], _context.Metrics);
    }

    [Fact]
    public void Parse_names_the_broken_file()
    {
        File.WriteAllText(Path.Combine(_folder, "Broken.xml"), "<doc>\n<members>");
        var pipeline = new ApiDocsPipeline();
        var docs = new FileSet([FileArtifact.FromPath(Path.Combine(_folder, "Broken.xml"))]);

        var error = Assert.Throws<InvalidDataException>(() => pipeline.Parse(docs, _context, TestContext.Current.CancellationToken));

        Assert.StartsWith("Broken.xml(2,", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_split_keeps_every_area_on_both_sides_and_no_summary_on_two()
    {
        var pipeline = new ApiDocsPipeline { TrainShare = 0.75 };
        var (train, test) = pipeline.Split(pipeline.Check(Parse(pipeline)));

        Assert.Equal((60, 20), (train.Count, test.Count));
        Assert.Equal(["System.IO", "System.Net"], test.Select(static member => member.Area).Distinct().Order());
        Assert.Empty(train.Select(static member => member.Summary).Intersect(test.Select(static member => member.Summary)));
    }

    [Fact]
    public void The_model_learns_and_the_gate_lets_it_pass()
    {
        var pipeline = new ApiDocsPipeline { HashBits = 12 };
        var (train, test) = pipeline.Split(pipeline.Check(Parse(pipeline)));

        var model = pipeline.Fit(train, _context, TestContext.Current.CancellationToken);
        var metrics = pipeline.Evaluate(model, test, _context);
        var baselines = pipeline.EvaluateBaselines(pipeline.FitNaiveBayes(train), pipeline.FitMajority(train), test);

        Assert.Equal(1.0, metrics.Accuracy);
        Assert.Equal(0.5, baselines.Majority.Accuracy);
        Assert.Equal(
            (false, true),
            (
                pipeline.GoodEnough(metrics, baselines).Passed,
                new ApiDocsPipeline { RequiredTestRows = 1, RequiredMargin = 0 }
                    .GoodEnough(metrics, baselines)
                    .Passed
            )
        );
        Assert.Equal(pipeline.Epochs, _context.Metrics.Count(static metric => metric.Name == "loss"));
        Assert.Contains("System.Net", pipeline.Report(metrics, baselines), StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_seed_trains_the_same_model()
    {
        var pipeline = new ApiDocsPipeline { HashBits = 12 };
        var (train, _) = pipeline.Split(pipeline.Check(Parse(pipeline)));

        AreaModel Fit() => pipeline.Fit(train, _context, TestContext.Current.CancellationToken);

        Assert.Equal(Fit().Classifier.Weights, Fit().Classifier.Weights);
    }

    [Theory]
    [InlineData(0.69, 0.5, 0.5, 1000, "macro F1 is 0.69, at least 0.7 is required")]
    [InlineData(0.8, 0.8, 0.5, 1000, "macro F1 beside the best baseline's and the margin is 0.8, at least 0.81 is required")]
    [InlineData(0.8, 0.7912345, 0.5, 1000, "macro F1 beside the best baseline's and the margin is 0.8, at least 0.8012 is required")]
    [InlineData(0.8, 0.5, 0.9, 1000, "accuracy beside the best baseline's is 0.8, at least 0.9 is required")]
    [InlineData(0.99, 0.5, 0.5, 499, "the number of test members is 499, at least 500 is required")]
    public void The_gate_refuses_a_model_that_is_bad_or_hardly_better_than_a_baseline_or_hardly_tested(
        double model,
        double naiveBayes,
        double majority,
        int rows,
        string reason
    )
    {
        var gate = new ApiDocsPipeline().GoodEnough(
            Metrics(model, rows),
            new Baselines(Metrics(naiveBayes, rows), Metrics(majority, rows))
        );

        Assert.False(gate.Passed);
        Assert.Contains(reason, gate.Reason, StringComparison.Ordinal);
    }

    private static ClassificationMetrics Metrics(double score, int rows) => new(rows, score, score, [], []);

    private Raw<ApiMember> Parse(ApiDocsPipeline pipeline)
    {
        // Letters tell the summaries apart: digits do not count.
        var members =
            from number in Enumerable.Range(0, 40)
            let name = $"{(char)('a' + (number / 10))}{(char)('a' + (number % 10))}"
            from member in new[]
            {
                ($"M:System.IO.File.{name}", $"Writes {name} to the end of the open file."),
                ($"M:System.Net.Socket.{name}", $"Sends {name} to the connected remote host."),
                ($"M:System.Net.Socket.{name}(System.Int32)", $"Sends {name} to the connected remote host."),
            }
            select $"""<member name="{member.Item1}"><summary>{member.Item2}</summary></member>""";
        var file = Path.Combine(_folder, "Docs.xml");
        File.WriteAllText(
            file,
            $"""<doc><members>{string.Concat(members)}<member name="T:Contoso.Thing"><summary>A thing of another library.</summary></member></members></doc>"""
        );
        return pipeline.Parse(new FileSet([FileArtifact.FromPath(file)]), _context, TestContext.Current.CancellationToken);
    }
}
