using System.Globalization;
using Mlops.Dsl.Execution;
using Mlops.Dsl.Naming;

namespace Mlops.Dsl.Runtime.App.Parameters;

/// <summary>Gives each parameter an option's name that no other has.</summary>
internal static class OptionNames
{
    /// <summary>The options' names, with their hyphens, in the order of the parameters. Secrets have none.</summary>
    public static IReadOnlyList<(ParameterDefinition Parameter, string Option)> Of(IReadOnlyList<ParameterDefinition> parameters)
    {
        var taken = new HashSet<string>(StringComparer.Ordinal);
        var hasWindow = parameters.Any(static parameter => parameter.IsWindow);
        var names = new List<(ParameterDefinition, string)>(parameters.Count);
        foreach (var parameter in parameters.Where(static parameter => !parameter.IsSecret))
        {
            // Two parameters of one name are an error of the compiler's. Where it is silenced, the names themselves tell them apart, or
            // numbers do.
            var name = ParameterNames.Option(parameter.Name);
            if (hasWindow && WindowOptions.Names.Contains(name))
            {
                // The ends of the window are the program's own options.
                name = ParameterNames.Prefixed(name);
            }

            var free = name;
            for (var i = 1; !taken.Add(free); i++)
            {
                free = i == 1 ? parameter.Name : string.Create(CultureInfo.InvariantCulture, $"{name}-{i}");
            }

            names.Add((parameter, $"--{free}"));
        }

        return names;
    }
}
