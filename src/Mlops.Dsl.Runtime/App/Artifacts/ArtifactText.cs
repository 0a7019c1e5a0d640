using Mlops.Dsl.Engine;
using Mlops.Dsl.Execution;
using Mlops.Dsl.Runtime.App.Artifacts.Outlines;
using Mlops.Dsl.Runtime.App.Output;
using Mlops.Dsl.Storage;

namespace Mlops.Dsl.Runtime.App.Artifacts;

/// <summary>Writes artifacts for people.</summary>
internal static class ArtifactText
{
    private const int HashDigits = 12;

    /// <summary>Writes an artifact whose type the program knows.</summary>
    /// <returns>Whether all of it was written; otherwise its beginning was.</returns>
    /// <exception cref="Serialization.ArtifactFormatException">The bytes are not what the codec writes.</exception>
    public static async Task<bool> WriteAsync(
        AppConsole console,
        IArtifactStore artifacts,
        LocatedArtifact artifact,
        OutputDefinition definition,
        CancellationToken cancellationToken
    )
    {
        if (await ListedFile.ReadAsync(artifacts, artifact) is { } files)
        {
            Write(console, files);
            return true;
        }

        if (
            !artifact.IsCollected
            && definition is OutputDefinition<GateResult>
            && await ReadAsync(artifacts, artifact.Reference, definition) is { BoxedValue: GateResult gate }
        )
        {
            console.Out.WriteLine($"{(gate.Passed ? "passed" : "refused")}: {Printable.Lines(gate.Reason)}");
            return true;
        }

        var outline = new OutlineBuilder();
        await ArtifactTranscription.WriteAsync(artifacts, artifact.Reference, definition, artifact.IsCollected, outline, cancellationToken);
        OutlinePage.Write(console, outline.Root);
        return !outline.IsShortened;
    }

    /// <summary>Reads an artifact's value.</summary>
    public static async Task<ArtifactSlot> ReadAsync(IArtifactStore artifacts, ArtifactReference artifact, OutputDefinition definition)
    {
        var slot = definition.CreateSlot();
        await new StoreKeeper(artifacts).LoadAsync(new CommittedValue(artifact), slot);
        return slot;
    }

    private static void Write(AppConsole console, IReadOnlyList<ListedFile> files)
    {
        console.Out.WriteLine($"{Number.Of(files.Count, "file")}, {Number.Bytes(files.Sum(static file => file.Length))}");
        foreach (var file in files)
        {
            console.Out.WriteLine($"  {file.Hash.ToString()[..HashDigits]}  {Printable.Line(file.Path)} ({Number.Bytes(file.Length)})");
        }
    }
}
