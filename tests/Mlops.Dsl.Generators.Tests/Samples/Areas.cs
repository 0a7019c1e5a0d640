using System.ComponentModel.DataAnnotations;
using Mlops.Dsl;

namespace Samples.Docs;

/// <summary>Predicts areas &amp; more from <see cref="Words"/> in a few steps.</summary>
[Pipeline("areas", Version = "1.2.0")]
public sealed partial class AreasPipeline
{
    /// <summary>Folder of the documents.</summary>
    [Parameter, Required]
    public string Folder { get; init; } = "docs";

    /// <summary>Share of the words that train the model.</summary>
    [Parameter, Range(0.5, 0.95)]
    public double TrainShare { get; init; } = 0.8;

    [Parameter]
    public bool Publish { get; init; } = true;

    [Secret(Optional = true)]
    public string ApiKey { get; init; } = "";

    [Source("{Folder}/*.txt")]
    public partial FileSet Docs();

    /// <summary>Reads the words.</summary>
    [Stage]
    public string Words(FileSet docs) => string.Join(' ', docs.Select(static file => file.ReadAllText()));

    [Stage]
    public (string Train, string Test) Split(string words, StageContext context, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var length = (int)(words.Length * TrainShare);
        context.LogMetric("length", length);
        return (words[..length], words[length..]);
    }

    [Stage, Timeout("00:10:00"), Resources(Cpu = 2), Retry(3)]
    public async Task<int> Fit(string train)
    {
        await Task.Yield();
        return train.Length;
    }

    [Stage]
    public double Evaluate([From(nameof(Fit))] int model, string test) => model / (double)test.Length;

    [Gate]
    public GateResult GoodEnough(double evaluate) => GateResult.AtLeast(evaluate, 2.0);

    [Publish("areas-model"), When(nameof(GoodEnough)), When(nameof(Publish))]
    public int Release(int fit) => fit;

    [Stage, After(nameof(Release)), NoCache]
    public void Tell([FromServices] IFormatProvider culture, int fit) => Console.WriteLine(fit.ToString(culture));
}
