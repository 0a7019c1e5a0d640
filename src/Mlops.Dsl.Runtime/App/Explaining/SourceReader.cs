using Mlops.Dsl.Engine;
using Mlops.Dsl.Execution;
using Mlops.Dsl.Storage;

namespace Mlops.Dsl.Runtime.App.Explaining;

/// <summary>Finds out what a source holds now: by its version token where it has one, else by reading it. Nothing is stored.</summary>
internal sealed class SourceReader(RunSession session, IArtifactStore artifacts)
{
    /// <summary>Reads the source.</summary>
    /// <returns>Whether its content, or the token that stands for it, is known.</returns>
    public async Task<bool> ReadAsync(StageRun source, CancellationToken cancellationToken)
    {
        using var context = new DetachedStageContext(source.Definition.Name);
        var outputs = source.Definition.Outputs.Select(static output => output.CreateSlot()).ToArray();
        var call = new StageCall(session.Pipeline, [], outputs)
        {
            Context = context,
            CancellationToken = cancellationToken,
            Services = session.Options.Services,
            Answers = session.Answers,
        };
        if (source.Definition.HasVersionToken)
        {
            await CallAsync(
                source.Definition,
                async call => source.VersionToken = await source.Definition.GetVersionTokenAsync(call),
                call,
                cancellationToken
            );
            return source.VersionToken is not null
                ? true
                : throw new SourceException(
                    $"The version token of '{source.Definition.Name}' is null. Return a text that changes when the data does."
                );
        }

        await CallAsync(source.Definition, source.Definition.InvokeAsync, call, cancellationToken);
        using var files = artifacts.Stage();
        for (var i = 0; i < outputs.Length; i++)
        {
            using var hasher = new ElementHasher(files);
            source
                .Outputs[i]
                .Set(
                    slot: null,
                    new CommittedValue(new ArtifactReference(hasher.Hash(outputs[i]), Length: 0, IsInline: true, HasFiles: false))
                );
        }

        return outputs.Length > 0 && !source.Definition.Policy.NoCache;
    }

    /// <summary>Calls a method of the source under the source's timeout, as a run does.</summary>
    private async Task CallAsync(
        StageDefinition source,
        Func<StageCall, ValueTask> invoke,
        StageCall call,
        CancellationToken cancellationToken
    )
    {
        if (source.Policy.Timeout is not { } timeout)
        {
            await invoke(call);
        }
        else if (!await TimedCall.RunAsync(invoke, call, timeout, session.Options, cancellationToken))
        {
            throw new SourceException(TimedCall.Describe(source, timeout));
        }
    }
}
