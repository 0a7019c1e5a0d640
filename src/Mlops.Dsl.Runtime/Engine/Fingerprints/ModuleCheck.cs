using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text.Json;

namespace Mlops.Dsl.Runtime.Engine;

/// <summary>Compares the modules that were fingerprinted with those that run, by their version ids.</summary>
internal static class ModuleCheck
{
    /// <summary>How the modules differ, in words; null where they are the same.</summary>
    /// <param name="path">The build's record.</param>
    /// <param name="folder">Where the modules' files are; those that are not there are looked for among the loaded ones.</param>
    /// <param name="formatVersion">The record's format.</param>
    /// <exception cref="FormatException">The record has another format.</exception>
    public static string? FindDifference(string path, string folder, int formatVersion)
    {
        foreach (var (name, file, recorded) in ReadModules(File.ReadAllBytes(path), Path.GetFileName(path), formatVersion))
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

    /// <summary>Reads no further than the modules, which come first: the symbols after them are many.</summary>
    private static List<RecordedModule> ReadModules(ReadOnlySpan<byte> record, string name, int formatVersion)
    {
        var modules = new List<RecordedModule>();
        var reader = new Utf8JsonReader(record);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isFormat = reader.ValueTextEquals("formatVersion"u8);
            var isModules = reader.ValueTextEquals("modules"u8);
            reader.Read();
            if (isFormat && reader.GetInt32() != formatVersion)
            {
                throw new FormatException($"'{name}' has format {reader.GetInt32()}, not {formatVersion}");
            }

            if (isModules)
            {
                using var json = JsonDocument.ParseValue(ref reader);
                foreach (var module in json.RootElement.EnumerateArray())
                {
                    modules.Add(new RecordedModule(module.GetProperty("name").GetString()!, module.GetProperty("file").GetString()!, module.GetProperty("mvid").GetGuid()));
                }

                return modules;
            }

            reader.Skip();
        }

        throw new FormatException($"'{name}' names no modules");
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

    /// <summary>A module as the build recorded it. A class, since lists of classes are compiled already when the program starts.</summary>
    private sealed record RecordedModule(string Name, string File, Guid Id);
}
