using System.ComponentModel.DataAnnotations;
using ApiDocs.Evaluation;
using ApiDocs.Features;
using ApiDocs.Learning;
using ApiDocs.Reading;
using ApiDocs.Reporting;
using Mlops.Dsl;

namespace ApiDocs;

/// <summary>Learns to tell the area of a class library member from its summary.</summary>
[Pipeline("api-docs", Version = "1.0.0")]
public sealed partial class ApiDocsPipeline
{
    /// <summary>Folder of XML documentation files; by default the reference pack of the running SDK.</summary>
    [Parameter, Required]
    public string DocsDirectory { get; init; } = SdkDocs.Default;

    /// <summary>Share of the members that train the model.</summary>
    [Parameter, Range(0.5, 0.95)]
    public double TrainShare { get; init; } = 0.8;

    /// <summary>Decides which members train the model, and in which order it sees them.</summary>
    [Parameter]
    public int Seed { get; init; } = 42;

    /// <summary>Tests on members of types that the training set has nothing of: the harder question.</summary>
    [Parameter]
    public bool UnseenTypes { get; init; }

    /// <summary>Base-2 logarithm of the number of n-gram buckets.</summary>
    [Parameter, Range(8, 20)]
    public int HashBits { get; init; } = 17;

    /// <summary>Passes over the training members.</summary>
    [Parameter, Range(1, 1000)]
    public int Epochs { get; init; } = 10;

    /// <summary>Length of the first step of the training.</summary>
    [Parameter, Range(0.001, 10)]
    public double LearningRate { get; init; } = 0.3;

    /// <summary>The macro F1 below which the model is not released.</summary>
    [Parameter, Range(0.0, 1.0)]
    public double RequiredMacroF1 { get; init; } = 0.70;

    /// <summary>By how much the model's macro F1 has to exceed that of the best baseline.</summary>
    [Parameter, Range(0.0, 0.5)]
    public double RequiredMargin { get; init; } = 0.01;

    /// <summary>The number of test members below which a score tells too little.</summary>
    [Parameter, Range(1, 1_000_000)]
    public int RequiredTestRows { get; init; } = 500;

    /// <summary>The documentation files.</summary>
    [Source("{DocsDirectory}/*.xml")]
    public partial FileSet Docs();

    /// <summary>Reads the members that have a summary, one for each distinct summary.</summary>
    [Stage]
    public Raw<ApiMember> Parse(FileSet docs, StageContext context, CancellationToken cancellation)
    {
        var members = new MemberCollection();
        for (var file = 0; file < docs.Count; file++)
        {
            cancellation.ThrowIfCancellationRequested();
            using var stream = docs[file].OpenRead();
            foreach (var member in XmlDocsReader.Read(stream, docs[file].Path))
            {
                members.Add(member);
            }

            context.ReportProgress((file + 1.0) / docs.Count, docs[file].Path);
        }

        var distinct = new Raw<ApiMember>(members.Distinct());
        context.LogMetric("members", members.Added);
        context.LogMetric("members without area", members.WithoutArea);
        context.LogMetric("distinct summaries", distinct.Count);
        return distinct;
    }

    /// <summary>Sets aside what does not hold the schema, such as summaries too short to tell anything.</summary>
    [Stage]
    public Validated<ApiMember> Check(Raw<ApiMember> members) => members.Validate(maxInvalidShare: 0.02);

    /// <summary>Splits the members: each area in the same share on both sides, or each type whole on one.</summary>
    [Stage]
    public (TrainSet<ApiMember> Train, TestSet<ApiMember> Test) Split(Validated<ApiMember> members) =>
        UnseenTypes
            ? members.SplitByGroup(TrainShare, Seed, groupBy: member => DocumentationId.DeclaringType(member.Id))
            : members.Split(TrainShare, Seed, stratifyBy: member => member.Area);

    /// <summary>Trains the model.</summary>
    [Stage, Timeout("00:10:00")]
    public AreaModel Fit(TrainSet<ApiMember> train, StageContext context, CancellationToken cancellation)
    {
        var summaries = train.Select(member => member.Summary).ToArray();
        var features = TfIdf.Fit(summaries, HashBits);
        var labels = LabelIndex.Of(train.Select(member => member.Area));
        var classifier = LogisticRegression.Fit(
            features.Transform(summaries),
            LabelIndex.Numbers(labels, train.Select(member => member.Area)),
            labels,
            1 << HashBits,
            new TrainingSettings(Epochs, LearningRate),
            context.CreateRandom(Seed),
            (epoch, loss) =>
            {
                context.LogMetric("loss", loss, epoch);
                context.ReportProgress(epoch / (double)Epochs);
            },
            cancellation
        );
        return new AreaModel(features, classifier);
    }

    /// <summary>Trains the baseline that every text classifier has to beat.</summary>
    [Stage]
    public NaiveBayesModel FitNaiveBayes(TrainSet<ApiMember> train)
    {
        // Of 0.001, 0.01, 0.03, 0.1, 0.3 and 1 the best on held-out training members: a baseline deserves its best.
        const double Smoothing = 0.001;
        var labels = LabelIndex.Of(train.Select(member => member.Area));
        var targets = LabelIndex.Numbers(labels, train.Select(member => member.Area));
        var counts = TermCounts.Of(train.Select(member => member.Summary), HashBits);
        return new NaiveBayesModel(HashBits, NaiveBayes.Fit(counts, targets, labels, 1 << HashBits, Smoothing));
    }

    /// <summary>Finds the most frequent area.</summary>
    [Stage]
    public MajorityModel FitMajority(TrainSet<ApiMember> train) =>
        new(
            train
                .CountBy(member => member.Area)
                .OrderByDescending(area => area.Value)
                .ThenBy(area => area.Key, StringComparer.Ordinal)
                .First()
                .Key
        );

    /// <summary>Measures the model on members that it has not seen.</summary>
    [Stage]
    public ClassificationMetrics Evaluate(AreaModel model, TestSet<ApiMember> test, StageContext context)
    {
        var metrics = Measure(model.Predict, test);
        context.LogMetric("accuracy", metrics.Accuracy);
        context.LogMetric("macro F1", metrics.MacroF1);
        return metrics;
    }

    /// <summary>Measures the baselines on the same members.</summary>
    [Stage]
    public Baselines EvaluateBaselines(NaiveBayesModel naiveBayes, MajorityModel majority, TestSet<ApiMember> test) =>
        new(Measure(naiveBayes.Predict, test), Measure(majority.Predict, test));

    /// <summary>
    /// Lets only a model through that is good, better than the best baseline by a margin, and measured on enough members to tell.
    /// </summary>
    [Gate]
    public GateResult GoodEnough(ClassificationMetrics metrics, Baselines baselines) =>
        GateResult.All(
            GateResult.AtLeast(metrics.Rows, RequiredTestRows, "the number of test members"),
            GateResult.AtLeast(metrics.MacroF1, RequiredMacroF1, "macro F1"),
            GateResult.AtLeast(
                metrics.MacroF1,
                baselines.BestMacroF1 + RequiredMargin,
                "macro F1 beside the best baseline's and the margin"
            ),
            GateResult.AtLeast(metrics.Accuracy, baselines.BestAccuracy, "accuracy beside the best baseline's")
        );

    /// <summary>The released model.</summary>
    [Publish("api-area"), When(nameof(GoodEnough))]
    public AreaModel Release(AreaModel model) => model;

    /// <summary>The table that tells a person how good the model is.</summary>
    [Stage]
    public string Report(ClassificationMetrics metrics, Baselines baselines) => TextReport.Write(metrics, baselines);

    private static ClassificationMetrics Measure(Func<IEnumerable<string>, string[]> predict, TestSet<ApiMember> test) =>
        ClassificationMetrics.Of([.. test.Select(member => member.Area)], predict(test.Select(member => member.Summary)));
}
