using System.CommandLine;

namespace Mlops.Dsl.Runtime.App.Commands;

/// <summary>A verb of a package as one of the program's.</summary>
internal static class CatalogVerb
{
    /// <summary>The verb before its command is built.</summary>
    public static Verb Of(VerbDefinition definition) =>
        new(definition.Name, definition.Summary, (command, scope) => Build(definition, command, scope));

    private static void Build(VerbDefinition definition, VerbCommand command, VerbScope scope)
    {
        command.Remarks = definition.Remarks;
        command.Examples = [.. definition.Examples.Select(static example => new Example(example.Arguments, example.Meaning))];
        foreach (var argument in definition.Arguments)
        {
            var symbol = Make(argument);
            symbol.RefuseOptions(command);
            command.Add(symbol);
        }

        foreach (var option in definition.Options)
        {
            command.Add(Make(option));
        }

        command.SetAction(
            async (parse, cancellationToken) =>
            {
                try
                {
                    var context = new VerbContext(scope.App, parse, scope.StorePath(parse), scope.IsJson(parse), cancellationToken);
                    return await definition.Run(context);
                }
                catch (VerbException exception)
                {
                    throw new UsageException(exception.Message, exception.Hint);
                }
            }
        );
    }

    private static Argument Make(VerbArgument argument) =>
        argument.IsRepeatable
            ? new Argument<string[]>(argument.Name)
            {
                Description = argument.Description,
                Arity = argument.IsOptional ? ArgumentArity.ZeroOrMore : ArgumentArity.OneOrMore,
            }
            : new Argument<string>(argument.Name)
            {
                Description = argument.Description,
                Arity = argument.IsOptional ? ArgumentArity.ZeroOrOne : ArgumentArity.ExactlyOne,
            };

    private static Option Make(VerbOption option) =>
        option switch
        {
            { ValueName: null } => new Option<bool>(option.Name) { Description = option.Description },
            { IsRepeatable: true } => new Option<string[]>(option.Name) { Description = option.Description, HelpName = option.ValueName },
            _ => new Option<string>(option.Name) { Description = option.Description, HelpName = option.ValueName },
        };
}
