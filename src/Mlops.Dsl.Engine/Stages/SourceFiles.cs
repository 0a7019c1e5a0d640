using Mlops.Dsl.Execution;

namespace Mlops.Dsl.Engine;

/// <summary>The files that sources find. They stay where they are, so that only the run that looked for them knows where.</summary>
internal static class SourceFiles
{
    /// <summary>Whether a stage is a source of files.</summary>
    public static bool Are(StageDefinition stage) =>
        stage.Kind == StageKind.Source && stage.Outputs.Any(static output => output.Schema is "file" or "list(file)");

    /// <summary>The files that a value holds.</summary>
    public static IEnumerable<FileArtifact> In(ArtifactSlot slot) =>
        slot switch
        {
            ArtifactSlot<FileSet> { Value: { } files } => files,
            ArtifactSlot<FileArtifact> { Value: { } file } => [file],
            _ => [],
        };
}
