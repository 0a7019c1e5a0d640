using System.Reflection;
using System.Text.Json;
using Mlops.Dsl.Execution;
using Mlops.Dsl.Naming;

namespace Mlops.Dsl.Engine.Secrets;

/// <summary>Reads secrets from the environment, else from the user secrets of the pipeline's project.</summary>
/// <param name="userSecretsId">The id of the project's user secrets; null where it has none.</param>
/// <param name="getVariable">Reads an environment variable.</param>
internal sealed class SecretValues(string? userSecretsId, Func<string, string?> getVariable)
{
    private Dictionary<string, string>? _userSecrets;

    /// <summary>The id of the user secrets of an assembly's project, which the build puts into its metadata.</summary>
    public static string? FindUserSecretsId(Assembly assembly) =>
        assembly
            .GetCustomAttributes<AssemblyMetadataAttribute>()
            .FirstOrDefault(static attribute => attribute.Key == "UserSecretsId")
            ?.Value;

    /// <summary>The environment variable of a secret.</summary>
    public static string VariableOf(ParameterDefinition parameter) =>
        parameter.EnvironmentVariable ?? ParameterNames.Variable(parameter.Name);

    /// <summary>The secret's value, or null.</summary>
    public string? Find(ParameterDefinition parameter) =>
        getVariable(VariableOf(parameter)) is { Length: > 0 } value
            ? value
            : (_userSecrets ??= ReadUserSecrets()).GetValueOrDefault(parameter.Name);

    private Dictionary<string, string> ReadUserSecrets()
    {
        var secrets = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        if (PathOfUserSecrets() is not { } path || !File.Exists(path))
        {
            return secrets;
        }

        try
        {
            using var document = JsonDocument.Parse(
                File.ReadAllBytes(path),
                new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true }
            );
            foreach (var property in document.RootElement.EnumerateObject())
            {
                if (property.Value.ValueKind == JsonValueKind.String)
                {
                    secrets[property.Name] = property.Value.GetString()!;
                }
            }
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            throw new ParameterException($"the user secrets in '{path}' are not a JSON object: {exception.Message}", exception);
        }

        return secrets;
    }

    /// <summary>Where <c>dotnet user-secrets</c> keeps them.</summary>
    private string? PathOfUserSecrets()
    {
        if (string.IsNullOrEmpty(userSecretsId))
        {
            return null;
        }

        return getVariable("APPDATA") is { Length: > 0 } applicationData
                ? Path.Combine(applicationData, "Microsoft", "UserSecrets", userSecretsId, "secrets.json")
            : getVariable("HOME") is { Length: > 0 } home ? Path.Combine(home, ".microsoft", "usersecrets", userSecretsId, "secrets.json")
            : null;
    }
}
