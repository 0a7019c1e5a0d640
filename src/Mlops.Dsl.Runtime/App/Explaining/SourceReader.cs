using Mlops.Dsl.Execution;
using Mlops.Dsl.Runtime.Engine;
using Mlops.Dsl.Runtime.Storage;

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
            Context = context, CancellationToken = cancellationToken, Services = session.Options.Services,
        };
        if (source.Definition.HasVersionToken)
        {
            source.VersionToken = await source.Definition.GetVersionTokenAsync(call);
            return true;
        }

        await source.Definition.InvokeAsync(call);
        using var files = artifacts.Stage();
        for (var i = 0; i < outputs.Length; i++)
        {
            using var hasher = new ElementHasher(files);
            source.Outputs[i].Set(slot: null, new CommittedValue(new ArtifactReference(hasher.Hash(outputs[i]), Length: 0, IsInline: true, HasFiles: false)));
        }

        return outputs.Length > 0 && !source.Definition.Policy.NoCache;
    }
}
