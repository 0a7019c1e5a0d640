using System.Security.Cryptography;
using System.Text.Json;
using Mlops.Dsl.BuildRecords;

namespace Mlops.Dsl.Engine;

/// <summary>The part of <c>&lt;name&gt;.fingerprints.json</c> that fingerprints are trusted by.</summary>
/// <param name="ManifestHash">The SHA-256 of the manifest that belongs to it, in hexadecimal digits.</param>
/// <param name="Modules">The modules that were fingerprinted.</param>
/// <param name="Warnings">What the fingerprints can't see, by stage.</param>
internal sealed record BuildRecord(
    string ManifestHash,
    IReadOnlyList<RecordedModule> Modules,
    IReadOnlyDictionary<string, string[]> Warnings
)
{
    /// <summary>Reads no further than needed: the symbols after it are many.</summary>
    /// <param name="text">The file's content.</param>
    /// <param name="file">The file's name, for messages.</param>
    /// <exception cref="FormatException">It has another format, or is not as the build wrote it.</exception>
    /// <exception cref="JsonException">It is no JSON.</exception>
    public static BuildRecord Read(ReadOnlySpan<byte> text, string file)
    {
        string? seal = null;
        var reader = new Utf8JsonReader(text);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var property = reader.GetString();
            reader.Read();
            switch (property)
            {
                case RecordFormat.FormatVersion when reader.GetInt32() != RecordFormat.Version:
                    throw new FormatException($"'{file}' has format {reader.GetInt32()}, not {RecordFormat.Version}");
                case RecordFormat.Seal:
                    seal = reader.GetString();
                    break;
                case RecordFormat.Program:
                    var start = (int)reader.TokenStartIndex;
                    reader.Skip();
                    var program = text[start..(int)reader.BytesConsumed];
                    return seal == Convert.ToHexStringLower(SHA256.HashData(program))
                        ? Read(program)
                        : throw new FormatException($"'{file}' is not as the build wrote it: its seal does not fit");
                default:
                    reader.Skip();
                    break;
            }
        }

        throw new FormatException($"'{file}' does not say what was fingerprinted");
    }

    private static BuildRecord Read(ReadOnlySpan<byte> program)
    {
        var reader = new Utf8JsonReader(program);
        using var json = JsonDocument.ParseValue(ref reader);
        // Loops instead of queries: those over values of other assemblies' types are compiled when the program starts.
        var modules = new List<RecordedModule>();
        foreach (var module in json.RootElement.GetProperty(RecordFormat.Modules).EnumerateArray())
        {
            modules.Add(RecordedModule.Read(module));
        }

        var warnings = new Dictionary<string, string[]>(StringComparer.Ordinal);
        foreach (var stage in json.RootElement.GetProperty(RecordFormat.Warnings).EnumerateObject())
        {
            warnings[stage.Name] = [.. stage.Value.EnumerateArray().Select(static warning => warning.GetString()!)];
        }

        return new BuildRecord(json.RootElement.GetProperty(RecordFormat.Manifest).GetString()!, modules, warnings);
    }
}

/// <summary>A module as the build recorded it. A class, since lists of classes are compiled already when the program starts.</summary>
/// <param name="Name">The assembly's name.</param>
/// <param name="File">The name of its file.</param>
/// <param name="Id">Its module version id.</param>
/// <param name="Content">The hash of what was walked; null for a package, which is known by its version id.</param>
/// <param name="IsOptional">Whether it may be missing, since no reference names it.</param>
internal sealed record RecordedModule(string Name, string File, Guid Id, string? Content, bool IsOptional)
{
    /// <summary>Reads a module.</summary>
    public static RecordedModule Read(JsonElement json) =>
        new(
            json.GetProperty(RecordFormat.ModuleName).GetString()!,
            json.GetProperty(RecordFormat.ModuleFile).GetString()!,
            json.GetProperty(RecordFormat.ModuleId).GetGuid(),
            json.TryGetProperty(RecordFormat.ModuleContent, out var content) ? content.GetString() : null,
            json.TryGetProperty(RecordFormat.ModuleIsOptional, out _)
        );
}
