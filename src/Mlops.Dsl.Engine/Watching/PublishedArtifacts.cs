using System.Collections.Concurrent;
using System.Globalization;
using Mlops.Dsl.Execution;
using Mlops.Dsl.Storage;

namespace Mlops.Dsl.Engine;

/// <summary>
/// Takes artifacts of runs that published a version. An alias is resolved once in a run, and in the runs that resume it, so that all that a
/// run takes is of one version; the run records which.
/// </summary>
internal sealed class PublishedArtifacts(RunSession run, IStore store)
{
    /// <summary>The kind of the event that records what an alias named.</summary>
    public const string Resolved = "alias.resolved";

    private readonly ConcurrentDictionary<(string Entry, string Alias), Lazy<Task<PublishedEntry>>> _entries = [];

    /// <summary>Lets a source have the artifact as its output: by reference, nothing is copied.</summary>
    /// <exception cref="SourceException">There is no such version or artifact; the message says what to do.</exception>
    public async ValueTask TakeAsync(StageRun source)
    {
        var wanted = source.Definition.FromPublished!;
        var entry = await ResolveAsync(source, wanted);
        var execution = await FindExecutionAsync(wanted, entry);
        var position = execution.Outputs.ToList().FindIndex(output => output.Name == wanted.Output);
        if (position < 0)
        {
            throw new SourceException(
                $"Stage '{wanted.Stage}' of run {execution.RunId} has no output '{wanted.Output}'. {RunAgain(wanted)}"
            );
        }

        var artifact = execution.Outputs[position].Artifact;
        var expected = source.Definition.Outputs[0].Schema;
        if (position < execution.Parts.Codecs.Count && execution.Parts.Codecs[position].Value is { } schema && schema != expected)
        {
            throw new SourceException(
                $"'{wanted.Output}' of version {Number(entry.Version)} of '{wanted.Entry}' was stored in another format than the program "
                    + $"reads now ({schema}, not {expected}): the type was changed since. {RunAgain(wanted)}"
            );
        }

        if (!store.Artifacts.Exists(artifact))
        {
            throw new SourceException(
                $"'{wanted.Output}' of run {execution.RunId}, which version {Number(entry.Version)} of '{wanted.Entry}' belongs to, is no "
                    + $"longer in the store. {RunAgain(wanted)}"
            );
        }

        source.Outputs[0].Set(slot: null, new CommittedValue(artifact));
        source.Execution = execution.Execution;
        source.ReusedFrom = execution.RunId;
        source.Reason = $"{wanted.Entry}@{wanted.Alias} is version {Number(entry.Version)}, of run {entry.RunId}";
    }

    private Task<PublishedEntry> ResolveAsync(StageRun source, PublishedSource wanted) =>
        _entries.GetOrAdd((wanted.Entry, wanted.Alias), _ => new(() => FindAsync(source, wanted))).Value;

    private async Task<PublishedEntry> FindAsync(StageRun source, PublishedSource wanted)
    {
        var entry =
            await FindEarlierAsync(wanted)
            ?? (await store.Registry.ResolveAsync(wanted.Entry, wanted.Alias))?.Entry
            ?? throw new SourceException(await ExplainMissingAsync(wanted));
        run.Journal?.Record(source, Resolved, $"{wanted.Entry}@{wanted.Alias} is version {Number(entry.Version)} ({entry.Artifact.Hash})");
        return entry;
    }

    /// <summary>What the alias named when the run began that this one resumes.</summary>
    private async ValueTask<PublishedEntry?> FindEarlierAsync(PublishedSource wanted)
    {
        var start = $"{wanted.Entry}@{wanted.Alias} is version ";
        for (var id = run.Options.ResumeOf; id is not null; id = await ParentOfAsync(id))
        {
            var events = await store.Runs.GetEventsAsync(id);
            if (
                events.FirstOrDefault(item => item.Kind == Resolved && item.Message.StartsWith(start, StringComparison.Ordinal))
                    is { } resolved
                && int.TryParse(
                    resolved.Message.AsSpan(start.Length, resolved.Message.IndexOf(' ', start.Length) - start.Length),
                    NumberStyles.None,
                    CultureInfo.InvariantCulture,
                    out var version
                )
            )
            {
                return (await store.Runs.GetPublishedAsync(wanted.Entry)).FirstOrDefault(entry => entry.Version == version);
            }
        }

        return null;
    }

    private async ValueTask<string?> ParentOfAsync(string id) =>
        await store.Runs.GetRunsAsync(new RunFilter { IdPrefix = id, Limit = 1 }) is [{ Start.Parent: var parent }] ? parent : null;

    private async ValueTask<ExecutionRecord> FindExecutionAsync(PublishedSource wanted, PublishedEntry entry)
    {
        var results = await store.Runs.GetResultsAsync(entry.RunId);
        var result = results.FirstOrDefault(item => item.Stage == wanted.Stage);
        return
            result is { Outcome: StageOutcome.Executed or StageOutcome.Reused, Execution: { } number }
            && await store.Runs.GetExecutionsAsync(new ExecutionFilter { Execution = number }) is [var execution]
            ? execution
            : throw new SourceException(
                $"Run {entry.RunId}, which published version {Number(entry.Version)} of '{wanted.Entry}', has no result of the stage "
                    + $"'{wanted.Stage}'{(result?.Reason is { } reason ? $" ({reason})" : "")}. {RunAgain(wanted)}"
            );
    }

    private async ValueTask<string> ExplainMissingAsync(PublishedSource wanted)
    {
        var versions = await store.Registry.GetVersionsAsync(wanted.Entry);
        return versions.Count == 0
            ? $"Nothing is published as '{wanted.Entry}' in the store '{store.Location}'. Run the pipeline '{wanted.Pipeline}' first."
            : $"No version of '{wanted.Entry}' has the alias '{wanted.Alias}'; the newest is version {Number(versions[0].Entry.Version)}. "
                + $"Give it the alias ('model alias {wanted.Entry} {wanted.Alias} {Number(versions[0].Entry.Version)}').";
    }

    private static string RunAgain(PublishedSource wanted) =>
        $"Run the pipeline '{wanted.Pipeline}' again, so that it publishes a new version, and give that the alias '{wanted.Alias}'.";

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
