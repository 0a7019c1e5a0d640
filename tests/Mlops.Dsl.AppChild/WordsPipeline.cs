using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Logging;
using Mlops.Dsl;

namespace Mlops.Dsl.AppChild;

/// <summary>Counts [red]words[/], as slowly as it is told to.</summary>
[Pipeline("words")]
public sealed partial class WordsPipeline
{
    /// <summary>The text whose words are counted.</summary>
    [Parameter, Required]
    public string Text { get; init; } = "the quick brown fox";

    /// <summary>How long counting a word takes, in milliseconds.</summary>
    [Parameter, Range(0, 100_000)]
    public int Delay { get; init; }

    /// <summary>Whether counting goes on when it is asked to stop.</summary>
    [Parameter]
    public bool Stubborn { get; init; }

    /// <summary>Whether counting ends in an exception.</summary>
    [Parameter]
    public bool Fail { get; init; }

    /// <summary>The words.</summary>
    [Stage]
    public IReadOnlyList<string> Split() => Text.Split(' ');

    /// <summary>How many they are.</summary>
    [Stage]
    public async Task<int> Count(IReadOnlyList<string> split, StageContext context, CancellationToken cancellationToken)
    {
        context.Logger.LogInformation("counting [red]{Words}[/]", split.Count);
        for (var i = 0; i < split.Count; i++)
        {
            context.ReportProgress((double)i / split.Count, split[i]);
            context.LogMetric("counted", i + 1, i);
            await Task.Delay(Delay, Stubborn ? CancellationToken.None : cancellationToken);
        }

        return Fail ? throw new InvalidOperationException("[red]Counting[/] failed.") : split.Count;
    }

    /// <summary>What the run prints at its end.</summary>
    [Stage]
    public string Report(int count) => $"[bold]{count}[/] words";

    /// <summary>Whether there are enough.</summary>
    [Gate]
    public GateResult Enough(int count) => GateResult.AtLeast(count, 2);
}
