using Mlops.Dsl.Execution;
using Mlops.Dsl.Storage;

namespace Mlops.Dsl.Engine;

/// <summary>The values of a run's parameters as texts, and what is wrong with them.</summary>
internal sealed class RunParameters
{
    private readonly Dictionary<string, NamedText> _byName = new(StringComparer.Ordinal);

    /// <summary>Checks an instance's values.</summary>
    /// <exception cref="ParameterException">A value breaks a constraint. All that do are named.</exception>
    public RunParameters(PipelineDefinition definition, object pipeline)
    {
        var problems = new List<string>();
        var all = new List<RunParameter>();
        var defaults = new Lazy<object>(() => definition.CreateInstance(new ParameterValues()));
        foreach (var parameter in definition.Parameters)
        {
            if (parameter.Validate(pipeline) is { } problem)
            {
                problems.Add($"{parameter.Name} {problem}");
                continue;
            }

            var value = parameter.IsSecret ? null : parameter.Format(pipeline);
            _byName.Add(parameter.Name, new NamedText(parameter.Name, value));
            var isDefault =
                !parameter.IsSecret
                && !parameter.IsRequired
                && string.Equals(value, parameter.Format(defaults.Value), StringComparison.Ordinal);
            all.Add(new RunParameter(parameter.Name, value, parameter.IsSecret, isDefault));
        }

        if (problems.Count > 0)
        {
            throw new ParameterException($"Pipeline '{definition.Name}' can't run: {string.Join("; ", problems)}.");
        }

        All = all;
    }

    /// <summary>All parameters, in declaration order.</summary>
    public IReadOnlyList<RunParameter> All { get; }

    /// <summary>The parameter with a name. A secret has no value, and neither has a name that is no parameter's.</summary>
    public NamedText Find(string name) => _byName.TryGetValue(name, out var parameter) ? parameter : new NamedText(name, Value: null);
}
