using System.CommandLine;
using Mlops.Dsl.Engine;
using Mlops.Dsl.Engine.Secrets;
using Mlops.Dsl.Execution;
using Mlops.Dsl.Runtime.App.Output;
using Mlops.Dsl.Storage;

namespace Mlops.Dsl.Runtime.App.Parameters;

/// <summary>
/// The values that the command line, the environment and the defaults give a pipeline's parameters, and everything that is wrong with them.
/// </summary>
internal sealed class ParameterBinding
{
    private readonly List<string> _problems = [];

    private ParameterBinding() { }

    /// <summary>What is wrong, one line each; with none the pipeline can run.</summary>
    public IReadOnlyList<string> Problems => _problems;

    /// <summary>The instance that has the values; null where its class could not make one.</summary>
    public object? Pipeline { get; private set; }

    /// <summary>Binds and checks every parameter, so that all problems are told at once and before anything starts.</summary>
    public static ParameterBinding Bind(PipelineParameters parameters, ParseResult parse, AppEnvironment app)
    {
        var binding = new ParameterBinding();
        var values = new ParameterValues();
        var given = new Dictionary<ParameterDefinition, string>();
        var secrets = ReadSecrets(parameters.Definition, app);
        foreach (var (option, parameter) in parameters.Options)
        {
            if (parameter.IsWindow && parameters.WindowOptions is { } ends)
            {
                given.Add(parameter, option.Name);
                if (ends.Bind(parse, option, parameter, values) is { } problem)
                {
                    binding._problems.Add(problem);
                }

                continue;
            }

            binding.BindOption(parse, option, parameter, values, given);
        }

        binding.BindSecrets(parameters.Definition, values, given, secrets);
        binding.CreatePipeline(parameters.Definition, values, app.Console);
        binding.ValidateDefaults(parameters, given);
        return binding;
    }

    /// <summary>Binds the values of an earlier run; secrets, which are not kept, are read anew.</summary>
    public static ParameterBinding Rebind(PipelineDefinition definition, IReadOnlyList<RunParameter> earlier, AppEnvironment app)
    {
        var binding = new ParameterBinding();
        var values = new ParameterValues();
        var secrets = ReadSecrets(definition, app);
        foreach (var (name, value, isSecret, isDefault) in earlier)
        {
            if (isSecret)
            {
                if (definition.Parameters.Any(parameter => parameter.Name == name && !parameter.IsSecret))
                {
                    binding._problems.Add($"the value of '{name}' held a secret and was not kept: start a new run");
                }

                continue;
            }

            if (definition.Parameters.FirstOrDefault(parameter => parameter.Name == name) is not { } parameter)
            {
                binding._problems.Add(
                    $"the pipeline '{definition.Name}' has no parameter '{name}' any more, which the run has: start a new run"
                );
            }
            else if (value is not null || !isDefault)
            {
                // Null is written as nothing.
                binding.Add(name, parameter.Parse(value ?? "", values));
            }
        }

        binding.BindSecrets(definition, values, [], secrets);
        binding.CreatePipeline(definition, values, app.Console);
        return binding;
    }

    private void BindOption(
        ParseResult parse,
        Option option,
        ParameterDefinition parameter,
        ParameterValues values,
        Dictionary<ParameterDefinition, string> given
    )
    {
        if (parse.GetResult(option) is not { Implicit: false } result)
        {
            if (parameter.IsRequired)
            {
                _problems.Add($"{option.Name} is required{(parameter.Description is { } description ? $": {description}" : "")}");
            }

            return;
        }

        given.Add(parameter, option.Name);
        switch (result.Tokens.Count)
        {
            case 0 when parameter.IsFlag:
                parameter.Parse("true", values);
                break;
            case 0:
                _problems.Add($"{option.Name} needs a value (after a space or '=')");
                break;
            case > 1:
                _problems.Add($"{option.Name} is given {result.Tokens.Count} times");
                break;
            default:
                Add(option.Name, parameter.Parse(result.Tokens[0].Value, values));
                break;
        }
    }

    /// <summary>
    /// Reads the secrets, before any code of the user's sees them: from now on, whatever that says is shown without them.
    /// </summary>
    private static Dictionary<ParameterDefinition, string> ReadSecrets(PipelineDefinition definition, AppEnvironment app)
    {
        var found = new Dictionary<ParameterDefinition, string>();
        if (definition.Parameters.Any(static parameter => parameter.IsSecret))
        {
            var source = new SecretValues(SecretValues.FindUserSecretsId(definition.Assembly), app.GetVariable);
            foreach (var secret in definition.Parameters.Where(static parameter => parameter.IsSecret))
            {
                if (source.Find(secret) is { } value)
                {
                    found.Add(secret, value);
                }
            }

            app.Console.Secrets = new SecretMask(found.Values);
        }

        return found;
    }

    private void BindSecrets(
        PipelineDefinition definition,
        ParameterValues values,
        Dictionary<ParameterDefinition, string> given,
        Dictionary<ParameterDefinition, string> secrets
    )
    {
        foreach (var parameter in definition.Parameters.Where(static parameter => parameter.IsSecret))
        {
            var variable = SecretValues.VariableOf(parameter);
            if (secrets.TryGetValue(parameter, out var value))
            {
                given.Add(parameter, variable);
                Add($"the secret {variable}", parameter.Parse(value, values));
            }
            else if (parameter.IsRequired)
            {
                _problems.Add(
                    $"the secret '{parameter.Name}' has no value: set the environment variable {variable}, or the user secret "
                        + $"'{parameter.Name}'"
                );
            }
        }
    }

    private void CreatePipeline(PipelineDefinition definition, ParameterValues values, AppConsole console)
    {
        try
        {
            Pipeline = definition.CreateInstance(values);

            // A secret that nobody gave has its default.
            console.Secrets = new SecretMask(definition, Pipeline);
        }
        catch (Exception exception)
        {
            // Defaults are the user's code: whatever it throws is the reason why the pipeline can't start.
            _problems.Add($"the pipeline '{definition.Name}' can't be created: {exception.GetType().Name}: {exception.Message}");
        }
    }

    private void ValidateDefaults(PipelineParameters parameters, Dictionary<ParameterDefinition, string> given)
    {
        foreach (var (option, parameter) in parameters.Options)
        {
            if (Pipeline is not null && !given.ContainsKey(parameter) && !parameter.IsRequired)
            {
                Add($"the default of {option.Name}", parameter.Validate(Pipeline));
            }
        }
    }

    private void Add(string subject, string? problem)
    {
        if (problem is not null)
        {
            _problems.Add($"{subject} {problem}");
        }
    }
}
