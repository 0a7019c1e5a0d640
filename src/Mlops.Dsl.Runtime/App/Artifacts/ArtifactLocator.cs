using System.Globalization;
using Mlops.Dsl.Execution;
using Mlops.Dsl.Naming;
using Mlops.Dsl.Runtime.App.History;
using Mlops.Dsl.Storage;

namespace Mlops.Dsl.Runtime.App.Artifacts;

/// <summary>
/// Finds the artifact that a user means: a stage (<c>Fit</c>) or an output of it (<c>Split.Train</c>) in a run, an element of a fan-out
/// (<c>Fit#3</c>), a published entry (<c>api-area</c>, <c>api-area@2</c>), or the beginning of a hash.
/// </summary>
internal sealed class ArtifactLocator(AppEnvironment app, IRunStore runs)
{
    /// <summary>What the argument of a verb may be, for its help.</summary>
    public const string Syntax =
        "A stage (Fit), an output (Split.Train), an element (Fit#3), a published entry (api-area, api-area@2), or the beginning of a hash";

    private const string OtherRun = "--run names another run, such as latest~1; 'runs' lists them.";

    private const int ShortestHash = 4;

    /// <summary>Finds the artifact.</summary>
    /// <param name="text">What the user typed.</param>
    /// <param name="run">The run in which stages are looked up.</param>
    /// <param name="cancellationToken">Cancels the look-ups.</param>
    /// <exception cref="UsageException">There is none, or there are several.</exception>
    public async Task<LocatedArtifact> FindAsync(string text, string run, CancellationToken cancellationToken) =>
        await FindPublishedAsync(text, cancellationToken)
        ?? await FindByHashAsync(text, cancellationToken)
        ?? await FindInRunAsync(text, run, cancellationToken);

    /// <summary>How this program declares an output of an execution; null where it does not.</summary>
    public OutputDefinition? FindDefinition(ExecutionRecord execution, string output) =>
        FindStage(execution.PipelineType, execution.Stage)?.Outputs.FirstOrDefault(definition => definition.Name == output);

    /// <summary>The stage of this program, or null.</summary>
    public StageDefinition? FindStage(string pipelineType, string stage) =>
        app
            .PipelineNames.Select(app.GetPipeline)
            .FirstOrDefault(pipeline => pipeline.PipelineType.FullName == pipelineType)
            ?.Stages.FirstOrDefault(definition => definition.Name == stage);

    private async Task<LocatedArtifact?> FindPublishedAsync(string text, CancellationToken cancellationToken)
    {
        var at = text.LastIndexOf('@');
        var name = at < 0 ? text : text[..at];
        var entries = await runs.GetPublishedAsync(name, cancellationToken);
        if (entries.Count == 0)
        {
            return at < 0
                ? null
                : throw new UsageException($"nothing is published as '{name}'{await AskPublishedAsync(name, cancellationToken)}");
        }

        var entry =
            at < 0 ? entries[0]
            : int.TryParse(text.AsSpan(at + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var version)
                ? entries.FirstOrDefault(candidate => candidate.Version == version)
            : null;
        if (entry is null)
        {
            throw new UsageException($"'{name}' has no version '{text[(at + 1)..]}'; the newest is {entries[0].Version}");
        }

        var executions = await runs.GetExecutionsAsync(new ExecutionFilter { Execution = entry.Execution }, cancellationToken);
        return Locate(entry.Artifact, executions.Count > 0 ? executions[0] : null);
    }

    private async Task<string> AskPublishedAsync(string name, CancellationToken cancellationToken) =>
        NearestName.Ask(
            name,
            (await runs.GetPublishedAsync(name: null, cancellationToken))
                .Select(static entry => entry.Name)
                .Distinct(StringComparer.Ordinal)
        );

    private async Task<LocatedArtifact?> FindByHashAsync(string text, CancellationToken cancellationToken)
    {
        if (text.Length < ShortestHash || !text.All(char.IsAsciiHexDigit))
        {
            return null;
        }

        var found = await runs.FindArtifactsAsync(text.ToLowerInvariant(), limit: 5, cancellationToken);
        if (found.Count > 1)
        {
            throw new UsageException(
                $"'{text}' is the beginning of several hashes: "
                    + $"{string.Join(", ", found.Select(static artifact => artifact.Hash.ToString()[..16]))}, …"
            );
        }

        if (found.Count == 0)
        {
            return null;
        }

        var executions = await runs.GetExecutionsAsync(new ExecutionFilter { Output = found[0].Hash, Limit = 1 }, cancellationToken);
        return Locate(found[0], executions.Count > 0 ? executions[0] : null);
    }

    private async Task<LocatedArtifact> FindInRunAsync(string text, string run, CancellationToken cancellationToken)
    {
        var record = await RunReference.ResolveAsync(runs, run, cancellationToken);
        var (stage, element) = SplitElement(text);
        var results = await runs.GetResultsAsync(record.Id, cancellationToken);
        var dot = stage.IndexOf('.', StringComparison.Ordinal);
        var stageName = dot < 0 ? stage : stage[..dot];
        var result =
            results.FirstOrDefault(candidate => string.Equals(candidate.Stage, stageName, StringComparison.OrdinalIgnoreCase))
            ?? throw Absent(record, stageName, results);
        var execution = await FindExecutionAsync(record, result, element, cancellationToken);
        var outputName = dot < 0 ? null : stage[(dot + 1)..];
        var output = execution
            .Outputs.Where(candidate => outputName is null || string.Equals(candidate.Name, outputName, StringComparison.OrdinalIgnoreCase))
            .ToArray();
        return output switch
        {
            [var only] => new LocatedArtifact(only.Artifact, execution, only.Name, FindStage(execution.PipelineType, execution.Stage)),
            [] => throw new UsageException(
                $"'{result.Stage}' has no output '{outputName}'; it has {(execution.Outputs.Count == 0 ? "none" : Names(execution))}"
            ),
            _ => throw new UsageException(
                $"'{result.Stage}' has several outputs: "
                    + $"{string.Join(", ", execution.Outputs.Select(candidate => $"{result.Stage}.{candidate.Name}"))}"
            ),
        };
    }

    private UsageException Absent(RunRecord run, string stage, IReadOnlyList<StageResult> results)
    {
        var declared =
            app.PipelineNames.Select(app.GetPipeline)
                .FirstOrDefault(pipeline => pipeline.PipelineType.FullName == run.Start.PipelineType)
                ?.Stages.Select(static known => known.Name)
            ?? [];
        return declared.Contains(stage, StringComparer.OrdinalIgnoreCase)
            ? new UsageException($"run {run.Id} ({Running.OutcomeText.Of(run.Status)}) did not come to '{stage}'", OtherRun)
            : new UsageException(
                $"run {run.Id} has no stage "
                    + $"'{stage}'{NearestName.Ask(stage, results.Select(static candidate => candidate.Stage).Union(declared))}",
                Syntax + "."
            );
    }

    private async Task<ExecutionRecord> FindExecutionAsync(
        RunRecord run,
        StageResult result,
        int? element,
        CancellationToken cancellationToken
    )
    {
        var filter = element is null
            ? new ExecutionFilter { Execution = result.Execution }
            : new ExecutionFilter
            {
                PipelineType = run.Start.PipelineType,
                Stage = result.Stage,
                Element = element,
                Limit = 1,
            };
        if (result.Execution is null && element is null)
        {
            throw new UsageException(
                $"'{result.Stage}' has no outputs in run {run.Id}: "
                    + $"{Running.OutcomeText.Of(result.Outcome)}{(result.Reason is { } reason ? $" ({reason})" : "")}",
                OtherRun
            );
        }

        var executions = await runs.GetExecutionsAsync(filter, cancellationToken);
        return executions.Count > 0
            ? executions[0]
            : throw new UsageException($"'{result.Stage}' has no {(element is null ? "execution" : $"element {element}")} in the store");
    }

    private LocatedArtifact Locate(ArtifactReference artifact, ExecutionRecord? execution)
    {
        var output = execution
            ?.Outputs.Where(candidate => candidate.Artifact.Hash == artifact.Hash)
            .Select(static candidate => candidate.Name)
            .FirstOrDefault();
        return new LocatedArtifact(
            artifact,
            execution,
            output,
            execution is null ? null : FindStage(execution.PipelineType, execution.Stage)
        );
    }

    private static string Names(ExecutionRecord execution) => string.Join(", ", execution.Outputs.Select(static output => output.Name));

    private static (string Stage, int? Element) SplitElement(string text)
    {
        var hash = text.LastIndexOf('#');
        return hash >= 0 && int.TryParse(text.AsSpan(hash + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var element)
            ? (text[..hash], element)
            : (text, null);
    }
}
