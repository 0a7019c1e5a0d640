using System.CommandLine;
using Mlops.Dsl.Naming;

namespace Mlops.Dsl.Runtime.App.Commands;

/// <summary>Misspelt options, which System.CommandLine takes for the value of an argument that may be left out.</summary>
internal static class OptionLikeValues
{
    /// <summary>Lets an argument refuse values that begin with two hyphens, as only options do.</summary>
    public static void RefuseOptions(this Argument argument, Command command) =>
        argument.Validators.Add(result =>
        {
            foreach (var token in result.Tokens.Where(static token => token.Value.StartsWith("--", StringComparison.Ordinal)))
            {
                var options = command.Options.Where(static option => !option.Hidden).Select(static option => option.Name);
                result.AddError($"unknown option '{token.Value}'{NearestName.Ask(token.Value, options)}");
            }
        });
}
