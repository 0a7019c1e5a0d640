using System.Globalization;
using Mlops.Dsl.Contracts.Json;
using Mlops.Dsl.Contracts.Versions;

namespace Mlops.Dsl.Contracts.Reading;

/// <summary>
/// Reads a lock (<c>docs/pipeline-lock.schema.json</c>), strictly: a typo must not pass for a promise that was never made.
/// </summary>
internal static class LockReader
{
    /// <summary>The format that is read and written.</summary>
    public const int FormatVersion = 1;

    /// <summary>Reads a lock.</summary>
    /// <param name="text">The file's text.</param>
    /// <param name="pipeline">The pipeline whose name the file has.</param>
    /// <exception cref="JsonFormatException">The text is no lock, is of a newer format, or is another pipeline's.</exception>
    public static PipelineContract Read(string text, string pipeline)
    {
        var json = JsonParser.Parse(text);
        if (json.Kind != JsonKind.Object)
        {
            throw new JsonFormatException(json.Position, "is no JSON object");
        }

        CheckFormat(json);
        json.RefuseUnknown("$schema", "formatVersion", "pipeline", "version", "parameters", "rows", "publications", "stages");
        CheckName(json, pipeline);
        var version = json.Text("version");
        if (SemanticVersion.TryParse(version) is null)
        {
            throw new JsonFormatException(json.Find("version")!.Position, $"has the version '{version}', which is no semantic version");
        }

        return new PipelineContract(
            json.Text("pipeline"),
            version,
            Sorted(json.Named("parameters").Select(Field), static field => field.Name),
            Sorted(json.Named("rows").Select(Row), static row => row.Name),
            Sorted(json.Named("publications").Select(Output), static output => output.Name),
            Sorted(json.Named("stages").Select(Output), static output => output.Name)
        );
    }

    private static void CheckFormat(JsonValue json)
    {
        var format = json.Find("formatVersion") ?? throw new JsonFormatException(json.Position, "lacks 'formatVersion'");
        if (
            format.Kind != JsonKind.Number
            || !int.TryParse(format.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var version)
            || version < 1
        )
        {
            throw new JsonFormatException(format.Position, "has a 'formatVersion' that is no whole number above 0");
        }

        if (version > FormatVersion)
        {
            throw new JsonFormatException(
                format.Position,
                $"has format {format.Text}, and this version of Mlops.Dsl reads up to format {FormatVersion}: update the package"
            );
        }
    }

    private static void CheckName(JsonValue json, string pipeline)
    {
        if (json.Text("pipeline") != pipeline)
        {
            throw new JsonFormatException(
                json.Find("pipeline")!.Position,
                $"says that it is the lock of pipeline '{json.Text("pipeline")}'; a lock has its pipeline's name"
            );
        }
    }

    private static ContractField Field(JsonMember member)
    {
        FieldReader.RefuseUnknown(member.Value);
        return FieldReader.Read(member.Name, member.Value);
    }

    private static ContractRow Row(JsonMember member)
    {
        member.Value.RefuseUnknown("uses", "columns");
        var uses = member.Value.Texts("uses").ToList();
        return uses.Count > 0 && uses.TrueForAll(static use => use is "read" or "written")
            ? new ContractRow(
                member.Name,
                uses.Contains("read"),
                uses.Contains("written"),
                Sorted(member.Value.Named("columns").Select(Field), static field => field.Name)
            )
            : throw new JsonFormatException(member.Position, $"has a row '{member.Name}' whose 'uses' are not read, written or both");
    }

    private static ContractOutput Output(JsonMember member)
    {
        member.Value.RefuseUnknown("type", "codec");
        return new ContractOutput(
            member.Name,
            member.Value.Text("type"),
            member.Value.Find("codec") is null ? null : member.Value.Text("codec")
        );
    }

    private static List<T> Sorted<T>(IEnumerable<T> items, Func<T, string> name) => [.. items.OrderBy(name, StringComparer.Ordinal)];
}
