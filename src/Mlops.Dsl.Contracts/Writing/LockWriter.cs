using System.Globalization;
using System.Text;
using Mlops.Dsl.Contracts.Json;
using Mlops.Dsl.Contracts.Reading;

namespace Mlops.Dsl.Contracts;

/// <summary>
/// Writes a lock: sorted by name, one line for each parameter, column and output, <c>\n</c> line ends. Equal contracts give equal bytes,
/// and a change of one thing is a change of one line.
/// </summary>
internal static class LockWriter
{
    /// <summary>What the name of a lock ends in, after the pipeline's name.</summary>
    public const string FileSuffix = ".pipeline.lock.json";

    /// <summary>The text of a contract's lock.</summary>
    public static string Write(PipelineContract contract)
    {
        var text = new StringBuilder("{\n");
        text.Append("  \"formatVersion\": ").Append(LockReader.FormatVersion.ToString(CultureInfo.InvariantCulture));
        text.Append(",\n  \"pipeline\": ").Append(JsonQuote.Of(contract.Pipeline));
        text.Append(",\n  \"version\": ").Append(JsonQuote.Of(contract.Version));
        Section(text, "parameters", contract.Parameters.Select(Line), "  ");
        Section(text, "rows", contract.Rows.Select(Row), "  ");
        Section(text, "publications", contract.Publications.Select(Line), "  ");
        Section(text, "stages", contract.Stages.Select(Line), "  ");
        return text.Append("\n}\n").ToString();
    }

    private static void Section(StringBuilder text, string name, IEnumerable<string> entries, string indent)
    {
        var all = string.Join(",\n" + indent + "  ", entries);
        if (all.Length > 0)
        {
            text.Append(",\n")
                .Append(indent)
                .Append('"')
                .Append(name)
                .Append("\": {\n")
                .Append(indent)
                .Append("  ")
                .Append(all)
                .Append('\n')
                .Append(indent)
                .Append('}');
        }
    }

    private static string Row(ContractRow row)
    {
        var text = new StringBuilder(JsonQuote.Of(row.Name)).Append(": {\n      \"uses\": [");
        text.Append(
                row is { IsRead: true, IsWritten: true } ? "\"read\", \"written\""
                : row.IsRead ? "\"read\""
                : "\"written\""
            )
            .Append(']');
        Section(text, "columns", row.Columns.Select(Line), "      ");
        return text.Append("\n    }").ToString();
    }

    private static string Line(ContractField field)
    {
        var parts = new List<string> { $"\"type\": {JsonQuote.Of(field.Type)}" };
        AddFlag(parts, "nullable", field.IsNullable);
        AddFlag(parts, "required", field.IsRequired);
        AddFlag(parts, "secret", field.IsSecret);
        if (field.Role is not null)
        {
            parts.Add($"\"role\": {JsonQuote.Of(field.Role)}");
        }

        if (field.Constraints.Count > 0)
        {
            parts.Add($"\"constraints\": [{string.Join(", ", field.Constraints.Select(static constraint => constraint.Json))}]");
        }

        return $"{JsonQuote.Of(field.Name)}: {{ {string.Join(", ", parts)} }}";
    }

    private static void AddFlag(List<string> parts, string name, bool value)
    {
        if (value)
        {
            parts.Add($"\"{name}\": true");
        }
    }

    private static string Line(ContractOutput output)
    {
        var codec = output.Codec is null ? "" : $", \"codec\": {JsonQuote.Of(output.Codec)}";
        return $"{JsonQuote.Of(output.Name)}: {{ \"type\": {JsonQuote.Of(output.Type)}{codec} }}";
    }
}
