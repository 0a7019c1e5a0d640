using Mlops.Dsl.Execution;

namespace Mlops.Dsl.Engine;

/// <summary>A <see cref="StageEffect"/> as data: a notice, or a request to start a pipeline.</summary>
public sealed record RequestedEffect
{
    /// <summary>The line of a notice; null for a start.</summary>
    public string? Subject { get; init; }

    /// <summary>The text of a notice, or the reason of a start.</summary>
    public string Text { get; init; } = "";

    /// <summary>The pipeline to start; null for a notice.</summary>
    public string? Pipeline { get; init; }

    /// <summary>The values of the parameters of a start.</summary>
    public IReadOnlyList<NamedValue> Parameters { get; init; } = [];

    /// <summary>The data of an effect; null for none.</summary>
    /// <exception cref="NotSupportedException">The effect is of a kind that has no data.</exception>
    public static RequestedEffect? Of(StageEffect? effect) =>
        effect switch
        {
            null => null,
            NoticeEffect { Notice: var notice } => new RequestedEffect { Subject = notice.Subject, Text = notice.Text },
            StartEffect start => new RequestedEffect
            {
                Pipeline = start.Pipeline,
                Text = start.Reason,
                Parameters = [.. start.Parameters.Select(static parameter => new NamedValue(parameter.Key, parameter.Value))],
            },
            _ => throw new NotSupportedException($"'{effect.GetType().Name}' is no effect that can be handed on."),
        };

    /// <summary>The effect.</summary>
    public StageEffect ToEffect() =>
        Pipeline is null
            ? new NoticeEffect(new Notice(Subject ?? "", Text))
            : new StartEffect(
                Pipeline,
                [.. Parameters.Select(static parameter => new KeyValuePair<string, string?>(parameter.Name, parameter.Value))],
                Text
            );
}
