using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text.Json;

namespace Mlops.Dsl.Runtime.Engine;

/// <summary>Compares the modules that were fingerprinted with those that run, by their version ids.</summary>
internal static class ModuleCheck
{
    /// <summary>How the modules differ, in words; null where they are the same.</summary>
    /// <param name="path">The build's record, of which only the beginning is read: it can be long.</param>
    /// <param name="folder">Where the modules' files are; those that are not there are looked for among the loaded ones.</param>
    /// <param name="formatVersion">The record's format.</param>
    public static string? FindDifference(string path, string folder, int formatVersion)
    {
        foreach (var (name, file, recorded) in ReadModules(path, formatVersion))
        {
            var actual = FindModuleId(folder, name, file);
            if (actual != recorded)
            {
                return actual is null
                    ? $"'{file}', which was fingerprinted, is not part of the program"
                    : $"'{file}' is another build than the one that was fingerprinted";
            }
        }

        return null;
    }

    private static List<(string Name, string File, Guid Id)> ReadModules(string path, int formatVersion)
    {
        using var json = JsonDocument.Parse(File.ReadAllBytes(path));
        var version = json.RootElement.GetProperty("formatVersion").GetInt32();
        return version == formatVersion
            ? [.. json.RootElement.GetProperty("modules").EnumerateArray().Select(static module => (
                module.GetProperty("name").GetString()!, module.GetProperty("file").GetString()!, module.GetProperty("mvid").GetGuid()))]
            : throw new FormatException($"'{Path.GetFileName(path)}' has format {version}, not {formatVersion}");
    }

    private static Guid? FindModuleId(string folder, string name, string file)
    {
        var path = Path.Combine(folder, file);
        if (File.Exists(path))
        {
            using var image = new PEReader(File.OpenRead(path));
            var metadata = image.GetMetadataReader();
            return metadata.GetGuid(metadata.GetModuleDefinition().Mvid);
        }

        // In a single-file program the modules have no files of their own.
        try
        {
            return Assembly.Load(new AssemblyName(name)).ManifestModule.ModuleVersionId;
        }
        catch (Exception exception) when (exception is IOException or BadImageFormatException)
        {
            return null;
        }
    }
}
