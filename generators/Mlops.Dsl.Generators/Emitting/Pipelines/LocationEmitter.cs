using System.Globalization;
using Mlops.Dsl.Generators.Collections;
using Mlops.Dsl.Generators.Model;
using Mlops.Dsl.Generators.Symbols;
using Mlops.Dsl.Generators.Writing;

namespace Mlops.Dsl.Generators.Emitting.Pipelines;

/// <summary>
/// Writes where stages are declared, for messages. It is a file of its own because line numbers change at every keystroke, and nothing else
/// does.
/// </summary>
internal static class LocationEmitter
{
    /// <summary>Writes the file.</summary>
    /// <param name="type">The pipeline class.</param>
    /// <param name="locations">Where its stages are.</param>
    /// <param name="projectDirectory">The folder that paths are shown relative to; empty if not known.</param>
    public static string Emit(PipelineTypeModel type, EquatableArray<StageLocation> locations, string projectDirectory) =>
        GeneratedFile.ExtendGraph(
            type,
            writer =>
            {
                foreach (var location in locations)
                {
                    var text = $"{Relative(location.Path, projectDirectory)}:{location.Line.ToString(CultureInfo.InvariantCulture)}";
                    writer.Line($"private const string {location.Stage}Location = {Literal.Text(text)};");
                }
            }
        );

    /// <summary>
    /// The path below the project; of a file outside of it the name alone, so that builds in different folders are equal.
    /// </summary>
    private static string Relative(string path, string projectDirectory)
    {
        var file = path.Replace('\\', '/');
        var folder = projectDirectory.Replace('\\', '/').TrimEnd('/') + "/";
        return folder.Length > 1 && file.StartsWith(folder, StringComparison.Ordinal)
            ? file.Substring(folder.Length)
            : file.Substring(file.LastIndexOf('/') + 1);
    }
}
