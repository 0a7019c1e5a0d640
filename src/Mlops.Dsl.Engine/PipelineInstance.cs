using Mlops.Dsl.Engine.Secrets;
using Mlops.Dsl.Execution;

namespace Mlops.Dsl.Engine;

/// <summary>Makes instances of pipelines from texts, for who starts pipelines that it does not know: a scheduler, say.</summary>
public static class PipelineInstance
{
    /// <summary>
    /// Makes an instance. What is not given has its default; secrets are read from the environment, else from the user secrets of the
    /// pipeline's project.
    /// </summary>
    /// <param name="definition">The pipeline.</param>
    /// <param name="parameters">The values as texts, by name; null for a null value.</param>
    /// <exception cref="ParameterException">A value is malformed or missing, or the pipeline has no such parameter. All problems are
    /// named.</exception>
    public static object Create(PipelineDefinition definition, IEnumerable<KeyValuePair<string, string?>> parameters)
    {
        ArgumentNullException.ThrowIfNull(definition);
        ArgumentNullException.ThrowIfNull(parameters);
        var values = new ParameterValues();
        var problems = new List<string>();
        foreach (var (name, value) in parameters)
        {
            if (definition.Parameters.FirstOrDefault(parameter => parameter.Name == name && !parameter.IsSecret) is not { } parameter)
            {
                problems.Add($"it has no parameter '{name}'");
            }
            else if (parameter.Parse(value ?? "", values) is { } problem)
            {
                problems.Add($"{name} {problem}");
            }
        }

        SecretValues? secrets = null;
        foreach (var parameter in definition.Parameters.Where(parameter => !values.Contains(parameter.Name)))
        {
            if (parameter.IsSecret)
            {
                secrets ??= new SecretValues(SecretValues.FindUserSecretsId(definition.Assembly), Environment.GetEnvironmentVariable);
                if (secrets.Find(parameter) is { } secret && parameter.Parse(secret, values) is { } problem)
                {
                    problems.Add($"the secret {SecretValues.VariableOf(parameter)} {problem}");
                    continue;
                }
            }

            if (parameter.IsRequired && !values.Contains(parameter.Name))
            {
                problems.Add(
                    parameter.IsSecret
                        ? $"the secret '{parameter.Name}' has no value: set the environment variable {SecretValues.VariableOf(parameter)}"
                        : $"{parameter.Name} has no value and no default"
                );
            }
        }

        return problems.Count == 0
            ? definition.CreateInstance(values)
            : throw new ParameterException($"Pipeline '{definition.Name}' can't run: {string.Join("; ", problems)}.");
    }
}
