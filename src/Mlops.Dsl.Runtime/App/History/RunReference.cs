using System.Globalization;
using Mlops.Dsl.Storage;

namespace Mlops.Dsl.Runtime.App.History;

/// <summary>Finds the run that a user means: <c>latest</c>, <c>latest~2</c> (two before it), an id, or the beginning of one.</summary>
internal static class RunReference
{
    private const string Latest = "latest";
    private const int MostCandidates = 5;

    /// <summary>Finds the run.</summary>
    /// <exception cref="UsageException">There is none, or there are several.</exception>
    public static async Task<RunRecord> ResolveAsync(
        IRunStore runs,
        string text,
        CancellationToken cancellationToken,
        string? pipeline = null
    )
    {
        if (TryParseLatest(text, out var back))
        {
            var newest = await runs.GetRunsAsync(new RunFilter { Pipeline = pipeline, Limit = back + 1 }, cancellationToken);
            return newest.Count > back
                ? newest[back]
                : throw new UsageException(
                    newest.Count == 0 ? "there are no runs yet" : $"there is no run '{text}': there are only {newest.Count}"
                );
        }

        var candidates = await runs.GetRunsAsync(
            new RunFilter
            {
                Pipeline = pipeline,
                IdPrefix = text,
                Limit = MostCandidates,
            },
            cancellationToken
        );
        return candidates switch
        {
            [var only] => only,
            [] => throw new UsageException($"there is no run '{text}'", "'runs' lists them; 'latest' is the newest."),
            _ => candidates.FirstOrDefault(run => run.Id == text)
                ?? throw new UsageException(
                    $"'{text}' is the beginning of several runs: "
                        + $"{string.Join(", ", candidates.Select(static run => run.Id))}{(candidates.Count == MostCandidates ? ", …" : "")}"
                ),
        };
    }

    private static bool TryParseLatest(string text, out int back)
    {
        back = 0;
        return text == Latest
            || (
                text.StartsWith(Latest + "~", StringComparison.Ordinal)
                && int.TryParse(text.AsSpan(Latest.Length + 1), NumberStyles.None, CultureInfo.InvariantCulture, out back)
                && back < int.MaxValue
            );
    }
}
