using Mlops.Dsl.Contracts.Json;

namespace Mlops.Dsl.Contracts.Reading;

/// <summary>Finds a pipeline's contract in its manifest (<c>docs/pipeline-manifest.schema.json</c>).</summary>
internal static class ManifestReader
{
    // These codecs hold rows, and rows are compared by column.
    private static readonly string[] Datasets = ["raw(", "validated(", "train(", "validation(", "test(", "fold("];

    /// <summary>Reads a manifest.</summary>
    /// <param name="manifest">The manifest's text.</param>
    /// <param name="withStages">Whether the outputs of all stages belong to the contract.</param>
    /// <exception cref="JsonFormatException">The text is no manifest.</exception>
    public static PipelineContract Read(string manifest, bool withStages)
    {
        var json = JsonParser.Parse(manifest);
        var stages = json.Objects("stages").ToList();
        return new PipelineContract(
            json.Text("name"),
            json.Text("version"),
            Sorted(
                json.Objects("parameters").Select(static parameter => FieldReader.Read(parameter.Text("name"), parameter)),
                static field => field.Name
            ),
            Sorted(Rows([.. json.Objects("rows")], withStages), static row => row.Name),
            Sorted(
                stages
                    .Where(static stage => stage.Find("publish") is not null)
                    .SelectMany(static stage => stage.Objects("outputs").Take(1).Select(output => Output(stage.Text("publish"), output))),
                static output => output.Name
            ),
            Sorted(withStages ? stages.SelectMany(Outputs) : [], static output => output.Name)
        );
    }

    /// <summary>Reads the columns of a row, an object with the member <c>columns</c>.</summary>
    /// <exception cref="JsonFormatException">The text is no such object.</exception>
    public static IReadOnlyList<ContractField> Columns(string row) => Columns(JsonParser.Parse(row));

    private static List<ContractField> Columns(JsonValue row) =>
        Sorted(row.Objects("columns").Select(static column => FieldReader.Read(column.Text("name"), column)), static field => field.Name);

    private static IEnumerable<ContractRow> Rows(List<JsonValue> rows, bool withStages)
    {
        var names = rows.Select(static row => Simple(row.Text("type")))
            .GroupBy(static name => name, StringComparer.Ordinal)
            .ToDictionary(static group => group.Key, static group => group.Count(), StringComparer.Ordinal);
        foreach (var row in rows)
        {
            var name = row.Text("type");
            var uses = row.Texts("uses").ToList();

            // Rows that stay between stages are nobody's business, unless the stages are.
            if (uses.Count > 0 || withStages)
            {
                yield return new ContractRow(
                    names[Simple(name)] == 1 ? Simple(name) : name,
                    uses.Contains("read"),
                    withStages || uses.Contains("written"),
                    Columns(row)
                );
            }
        }
    }

    private static IEnumerable<ContractOutput> Outputs(JsonValue stage)
    {
        var name = stage.Text("name");
        var outputs = stage.Objects("outputs").ToList();
        return outputs.Select(output =>
            Output(outputs.Count == 1 && output.Text("name") == name ? name : $"{name}.{output.Text("name")}", output)
        );
    }

    private static ContractOutput Output(string name, JsonValue output)
    {
        var codec = output.Find("codec") is null ? "" : output.Text("codec");
        return new ContractOutput(
            name,
            output.Text("type"),
            codec.Length == 0 || Datasets.Any(dataset => codec.StartsWith(dataset, StringComparison.Ordinal)) ? null : codec
        );
    }

    private static string Simple(string type) => type.Substring(type.LastIndexOfAny(['.', '+']) + 1);

    /// <summary>A name that is declared twice is an error elsewhere; a lock has it once.</summary>
    private static List<T> Sorted<T>(IEnumerable<T> items, Func<T, string> name) =>
        [.. items.GroupBy(name, StringComparer.Ordinal).Select(static group => group.First()).OrderBy(name, StringComparer.Ordinal)];
}
