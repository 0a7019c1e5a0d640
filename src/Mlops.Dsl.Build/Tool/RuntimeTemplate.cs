using System.Text.Json;

namespace Mlops.Dsl.Build.Tool;

/// <summary>Reads <c>runtimeconfig.template.json</c>, whose settings the SDK merges into those that the program is started with.</summary>
internal static class RuntimeTemplate
{
    /// <summary>As the SDK reads it.</summary>
    private static readonly JsonDocumentOptions Format = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    /// <summary>
    /// The settings that can change what the runtime computes, by name; those of the collector and the just-in-time compiler
    /// change speed alone.
    /// </summary>
    /// <exception cref="ToolException">The file can't be read, or is no JSON object.</exception>
    public static IReadOnlyList<(string Name, string Value)> Read(string path)
    {
        if (path.Length == 0)
        {
            return [];
        }

        try
        {
            using var json = JsonDocument.Parse(File.ReadAllBytes(path), Format);
            if (!json.RootElement.TryGetProperty("configProperties", out var settings))
            {
                return [];
            }

            return
            [
                .. settings
                    .EnumerateObject()
                    .Where(static setting => !IsOfSpeed(setting.Name))
                    .Select(static setting => (setting.Name, setting.Value.ToString())),
            ];
        }
        catch (Exception exception)
            when (exception is JsonException or InvalidOperationException or IOException or UnauthorizedAccessException)
        {
            throw new ToolException($"The runtime settings in {path} can't be read: {exception.Message}", exception);
        }
    }

    private static bool IsOfSpeed(string setting) =>
        setting.StartsWith("System.GC.", StringComparison.Ordinal) || setting.StartsWith("System.Runtime.Tiered", StringComparison.Ordinal);
}
