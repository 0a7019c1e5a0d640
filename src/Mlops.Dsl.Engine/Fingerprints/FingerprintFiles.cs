using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text.Json;
using Mlops.Dsl.Execution;
using Mlops.Dsl.Serialization;

namespace Mlops.Dsl.Engine;

/// <summary>
/// Reads what the build wrote beside the program: <c>&lt;name&gt;.pipeline.json</c> (fingerprints) and
/// <c>&lt;name&gt;.fingerprints.json</c> (what they were made of, and of which builds of which assemblies). Both files and the
/// assemblies are one unit: fingerprints of anything else than what runs are worth nothing.
/// </summary>
internal static class FingerprintFiles
{
    private const int ManifestVersion = 1;
    private const string Remedy = "Build the project, so that stages can be reused.";

    private static readonly ConditionalWeakTable<PipelineDefinition, StageFingerprints> Loaded = [];

    /// <summary>The fingerprints of a pipeline, or why there are none.</summary>
    public static StageFingerprints Load(PipelineDefinition definition) =>
        Loaded.GetValue(definition, static definition => Load(definition, Assembly.GetEntryAssembly()));

    /// <summary>The fingerprints of a pipeline in a program, whose set-up counts for the stages.</summary>
    /// <param name="definition">The pipeline.</param>
    /// <param name="program">The program; null where native code hosts it.</param>
    internal static StageFingerprints Load(PipelineDefinition definition, Assembly? program)
    {
        var host = program is null || program == definition.Assembly ? null : program.GetName().Name;
        var (manifest, parts) = ($"{definition.Name}.{host}.hosted.json", $"{definition.Name}.{host}.hosted-fingerprints.json");

        // A host whose build did not walk it is taken for one that sets nothing up, as the documents say.
        return host is not null && File.Exists(Path.Combine(AppContext.BaseDirectory, manifest))
            ? Load(AppContext.BaseDirectory, manifest, parts, definition.Assembly)
            : Load(FolderOf(definition), definition.Name, definition.Assembly);
    }

    /// <summary>Reads the fingerprints of a pipeline from a folder.</summary>
    /// <param name="folder">Where the build put its files.</param>
    /// <param name="pipeline">The pipeline's name.</param>
    /// <param name="main">The assembly that declares it.</param>
    public static StageFingerprints Load(string folder, string pipeline, Assembly main) =>
        Load(folder, $"{pipeline}.pipeline.json", $"{pipeline}.fingerprints.json", main);

    private static StageFingerprints Load(string folder, string manifestName, string partsName, Assembly main)
    {
        var manifest = Path.Combine(folder, manifestName);
        var parts = Path.Combine(folder, partsName);
        try
        {
            if (!File.Exists(manifest) || !File.Exists(parts))
            {
                return Unknown($"'{(File.Exists(manifest) ? parts : manifest)}', which the build writes, is missing");
            }

            var record = BuildRecord.Read(File.ReadAllBytes(parts), Path.GetFileName(parts));
            var text = File.ReadAllBytes(manifest);
            if (record.ManifestHash != Convert.ToHexStringLower(SHA256.HashData(text)))
            {
                return Unknown($"'{Path.GetFileName(manifest)}' is not the one that the build wrote with '{Path.GetFileName(parts)}'");
            }

            if (ModuleCheck.FindDifference(record, new ProgramModules(main, folder)) is { } difference)
            {
                return Unknown(difference);
            }

            var stages = ReadStages(text, Path.GetFileName(manifest), record);
            return new StageFingerprints(stages, () => FingerprintPartsReader.Read(parts, stages));
        }
        catch (Exception exception) when (IsOfFile(exception))
        {
            return Unknown($"the build's record in '{folder}' can't be read ({exception.Message})");
        }
    }

    /// <summary>Whether an exception speaks of a file that is damaged or can't be opened.</summary>
    internal static bool IsOfFile(Exception exception) =>
        exception
            is JsonException
                or FormatException
                or IOException
                or UnauthorizedAccessException
                or InvalidOperationException
                or KeyNotFoundException
                or BadImageFormatException
                or InvalidDataException
                or ArgumentException
                or IndexOutOfRangeException
                or OverflowException;

    private static StageFingerprints Unknown(string reason) => StageFingerprints.Unknown($"Nothing is reused: {reason}. {Remedy}");

    /// <summary>
    /// A host may load a pipeline from another folder than its own, and copies of assemblies may run far from the build's files.
    /// </summary>
    [UnconditionalSuppressMessage(
        "SingleFile",
        "IL3000",
        Justification = "In a single-file program the location is empty, and the files lie beside the program."
    )]
    private static string FolderOf(PipelineDefinition definition) =>
        Path.GetDirectoryName(definition.Assembly.Location) is { Length: > 0 } folder
        && File.Exists(Path.Combine(folder, $"{definition.Name}.pipeline.json"))
            ? folder
            : AppContext.BaseDirectory;

    private static Dictionary<string, StageFingerprint> ReadStages(byte[] manifest, string file, BuildRecord record)
    {
        using var json = JsonDocument.Parse(manifest);
        var version = json.RootElement.GetProperty("formatVersion").GetInt32();
        if (version != ManifestVersion)
        {
            throw new FormatException($"'{file}' has format {version}, not {ManifestVersion}");
        }

        var stages = new Dictionary<string, StageFingerprint>(StringComparer.Ordinal);
        foreach (var stage in json.RootElement.GetProperty("fingerprints").EnumerateObject())
        {
            var hash = ContentHash.Parse(stage.Value.GetProperty("fingerprint").GetString()!);
            string[] parameters = [.. stage.Value.GetProperty("parameters").EnumerateArray().Select(static name => name.GetString()!)];
            stages.Add(
                stage.Name,
                new StageFingerprint(hash, parameters) { Warnings = record.Warnings.GetValueOrDefault(stage.Name) ?? [] }
            );
        }

        return stages;
    }
}
