using Mlops.Dsl.Execution;

namespace Mlops.Dsl.Runtime.Engine;

/// <summary>Hides the values of secrets in texts that are shown or kept: log lines, progress, and what exceptions say.</summary>
internal sealed class SecretMask
{
    /// <summary>Shorter values are no secrets, and hiding them would garble every text.</summary>
    private const int ShortestSecret = 4;

    private readonly string[] _secrets;

    public SecretMask(PipelineDefinition definition, object pipeline) => _secrets =
    [
        .. definition.Parameters
            .Where(static parameter => parameter.IsSecret)
            .Select(parameter => parameter.Format(pipeline))
            .OfType<string>()
            .Where(static secret => secret.Length >= ShortestSecret)
            .OrderByDescending(static secret => secret.Length),
    ];

    /// <summary>Whether there is nothing to hide.</summary>
    public bool IsEmpty => _secrets.Length == 0;

    /// <summary>The text without secrets.</summary>
    public string Apply(string text)
    {
        foreach (var secret in _secrets)
        {
            text = text.Replace(secret, "***", StringComparison.Ordinal);
        }

        return text;
    }

    /// <summary>The error without secrets.</summary>
    public StageError Apply(StageError error) =>
        IsEmpty ? error : error with { Message = Apply(error.Message), Details = error.Details is { } details ? Apply(details) : null };
}
