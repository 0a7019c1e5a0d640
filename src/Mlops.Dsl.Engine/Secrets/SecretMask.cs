using System.Text;
using Mlops.Dsl.Execution;
using Mlops.Dsl.Storage;

namespace Mlops.Dsl.Engine;

/// <summary>Hides the values of secrets, however they are spelled, in every text that is shown or kept.</summary>
internal sealed class SecretMask
{
    private const string Hidden = "***";

    private readonly SecretSearch _search;

    /// <summary>Hides the secrets of a pipeline.</summary>
    public SecretMask(PipelineDefinition definition, object pipeline)
        : this(definition.Parameters.Where(static parameter => parameter.IsSecret).Select(parameter => parameter.Format(pipeline)))
    {
        TooShort =
        [
            .. definition
                .Parameters.Where(parameter => parameter.IsSecret && IsTooShort(parameter.Format(pipeline)))
                .Select(static parameter => parameter.Name),
        ];
    }

    /// <summary>Hides some values; null and empty ones are none.</summary>
    public SecretMask(IEnumerable<string?> secrets) =>
        _search = new SecretSearch(secrets.OfType<string>().Distinct(StringComparer.Ordinal).SelectMany(SecretSpellings.Of));

    /// <summary>Hides nothing.</summary>
    public static SecretMask None { get; } = new([]);

    /// <summary>Whether there is nothing to hide.</summary>
    public bool IsEmpty => _search.IsEmpty;

    /// <summary>The secrets that are so short that they are hidden only where they stand alone.</summary>
    public IReadOnlyList<string> TooShort { get; } = [];

    /// <summary>The text without secrets.</summary>
    public string Apply(string text)
    {
        if (IsEmpty)
        {
            return text;
        }

        var result = new StringBuilder();
        var copied = 0;
        foreach (var (start, end) in _search.Find(text))
        {
            result.Append(text, copied, start - copied).Append(Hidden);
            copied = end;
        }

        return copied == 0 ? text : result.Append(text, copied, text.Length - copied).ToString();
    }

    /// <summary>The text without secrets, where there is one.</summary>
    public string? ApplyIfAny(string? text) => text is null ? null : Apply(text);

    /// <summary>The error without secrets.</summary>
    public StageError Apply(StageError error) =>
        IsEmpty ? error : error with { Message = Apply(error.Message), Details = ApplyIfAny(error.Details) };

    /// <summary>The gate's decision with a reason without secrets.</summary>
    public GateResult Apply(GateResult gate) => IsEmpty ? gate : gate with { Reason = Apply(gate.Reason) };

    /// <summary>The effect with texts without secrets.</summary>
    public StageEffect Apply(StageEffect effect) =>
        IsEmpty
            ? effect
            : effect switch
            {
                NoticeEffect { Notice: var notice } => new NoticeEffect(new Notice(Apply(notice.Subject), Apply(notice.Text))),
                StartEffect start => Apply(start),
                _ => effect,
            };

    /// <summary>A parameter that holds a secret would start a run with something else than was asked for.</summary>
    private StartEffect Apply(StartEffect start) =>
        start
            .Parameters.Where(parameter => ApplyIfAny(parameter.Value) != parameter.Value)
            .Select(static parameter => parameter.Key)
            .FirstOrDefault()
            is { } name
            ? throw new EffectException(
                $"The request to start '{start.Pipeline}' hands a secret of this pipeline to its parameter '{name}', which would be "
                    + $"stored. Declare it there as [Secret], which the run reads from the environment."
            )
            : start with
            {
                Reason = Apply(start.Reason),
            };

    /// <summary>The metric with a name without secrets.</summary>
    public Metric Apply(Metric metric) => IsEmpty ? metric : metric with { Name = Apply(metric.Name) };

    /// <summary>The changes without secrets in their values.</summary>
    public IReadOnlyList<KeyChange> Apply(IReadOnlyList<KeyChange> changes) =>
        IsEmpty
            ? changes
            : [.. changes.Select(change => change with { Before = ApplyIfAny(change.Before), After = ApplyIfAny(change.After) })];

    /// <summary>The parts of a key without secrets: they explain, and are no key themselves.</summary>
    public KeyParts Apply(KeyParts parts) =>
        IsEmpty
            ? parts
            : parts with
            {
                Parameters = [.. parts.Parameters.Select(parameter => parameter with { Value = ApplyIfAny(parameter.Value) })],
                VersionToken = ApplyIfAny(parts.VersionToken),
            };

    /// <summary>
    /// A parameter whose value holds a secret counts as one itself: it can't be kept, and what is left of it must not be taken for the
    /// value.
    /// </summary>
    public RunParameter Apply(RunParameter parameter) =>
        parameter.Value is { } value && Apply(value) != value ? parameter with { Value = null, IsSecret = true } : parameter;

    private static bool IsTooShort(string? secret) => secret?.Trim().Length is > 0 and < SecretSpellings.ShortestInWords;
}
