using Mlops.Dsl.Execution;
using Mlops.Dsl.Runtime.App.Naming;

namespace Mlops.Dsl.Runtime.App.Parameters;

/// <summary>Gives each parameter an option's name that no other has.</summary>
internal static class OptionNames
{
    /// <summary>The program's own options: a parameter called like one of them gets the prefix <c>parameter-</c>.</summary>
    private static readonly HashSet<string> Reserved = new(StringComparer.Ordinal)
    {
        "store", "json", "help", "version", "no-cache", "cpus", "memory", "gpus", "runtime-version",
    };

    /// <summary>The options' names, with their hyphens, in the order of the parameters. Secrets have none.</summary>
    public static IReadOnlyList<(ParameterDefinition Parameter, string Option)> Of(IReadOnlyList<ParameterDefinition> parameters)
    {
        var taken = new HashSet<string>(StringComparer.Ordinal);
        var names = new List<(ParameterDefinition, string)>(parameters.Count);
        foreach (var parameter in parameters)
        {
            if (parameter.IsSecret)
            {
                continue;
            }

            var name = KebabCase.From(parameter.Name);
            name = Reserved.Contains(name) ? $"parameter-{name}" : name;
            if (!taken.Add(name))
            {
                // Two names that differ in case alone, such as 'Ab' and 'AB', are told apart by the names themselves.
                name = parameter.Name;
                taken.Add(name);
            }

            names.Add((parameter, $"--{name}"));
        }

        return names;
    }
}
