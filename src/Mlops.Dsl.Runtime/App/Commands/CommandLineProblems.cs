using System.CommandLine;
using System.CommandLine.Parsing;
using Mlops.Dsl.Engine;
using Mlops.Dsl.Engine.Secrets;
using Mlops.Dsl.Naming;
using Mlops.Dsl.Runtime.App.Parameters;

namespace Mlops.Dsl.Runtime.App.Commands;

/// <summary>Says what is wrong with a command line, all of it, in the words of this program.</summary>
internal static class CommandLineProblems
{
    /// <summary>What is wrong, one line each, with parameters' values included.</summary>
    public static UsageException Describe(ParseResult parse, IReadOnlyList<string> args, AppEnvironment app)
    {
        if (FindUnknownVerb(parse, args) is { } verb)
        {
            return new UsageException(
                UnknownName(verb, parse.RootCommandResult.Command),
                $"Run '{app.CommandName} --help' to see what there is."
            );
        }

        var command = parse.CommandResult.Command;
        var problems = Unmatched(parse, args, command);
        var parameters = (command as VerbCommand)?.Parameters;
        foreach (var error in parse.Errors)
        {
            if (Describe(error, parse, parameters, problems.Count > 0) is { } problem && !problems.Contains(problem))
            {
                problems.Add(problem);
            }
        }

        if (parameters is not null)
        {
            problems.AddRange(ParameterBinding.Bind(parameters, parse, app).Problems);
        }

        return new UsageException(problems, $"Run '{app.CommandName}{PathOf(parse.CommandResult)} --help' to see what there is.");
    }

    /// <summary>What stands where a verb has to, where one follows it: the 'list' of 'modle list' is a verb itself.</summary>
    private static string? FindUnknownVerb(ParseResult parse, IReadOnlyList<string> args)
    {
        if (parse.CommandResult.Command is RootCommand || args is not [var first, ..] || first.StartsWith('-'))
        {
            return null;
        }

        var isVerb = parse.RootCommandResult.Command.Subcommands.Any(verb => verb.Name == first);
        return !isVerb && parse.UnmatchedTokens.Contains(first) ? first : null;
    }

    /// <summary>The verbs that lead to a command, each after a space.</summary>
    private static string PathOf(SymbolResult? result) =>
        result is CommandResult { Command: not RootCommand } named ? $"{PathOf(named.Parent)} {named.Command.Name}" : "";

    private static List<string> Unmatched(ParseResult parse, IReadOnlyList<string> args, Command command)
    {
        var problems = new List<string>();
        var parameters = (command as VerbCommand)?.Parameters;
        var optionWasUnknown = false;
        foreach (var token in parse.UnmatchedTokens)
        {
            var isOption = token.Length > 1 && token[0] == '-';
            if (!isOption && optionWasUnknown)
            {
                // The value of the unknown option before it: one mistake is told once, and a secret's value is not repeated.
                optionWasUnknown = false;
                continue;
            }

            optionWasUnknown = isOption;
            if (!isOption && command.Subcommands.Count > 0 && problems.Count > 0)
            {
                // What follows an unknown name was meant for it.
                continue;
            }

            problems.Add(
                isOption ? UnknownOption(token, parse.CommandResult, parameters)
                : FlagOf(token, args, command) is { } flag ? $"{flag} must be true or false, but is {ValueText.Quote(token)}"
                : UnknownName(token, command)
            );
        }

        return problems;
    }

    /// <summary>The flag that was written together with a value that is none, as in <c>--verbose=maybe</c>.</summary>
    private static string? FlagOf(string token, IReadOnlyList<string> args, Command command) =>
        command
            .Options.FirstOrDefault(option =>
                option.ValueType == typeof(bool) && (args.Contains($"{option.Name}={token}") || args.Contains($"{option.Name}:{token}"))
            )
            ?.Name;

    private static string UnknownOption(string token, CommandResult result, PipelineParameters? parameters)
    {
        var end = token.AsSpan().IndexOfAny('=', ':');
        var name = end > 0 ? token[..end] : token;
        var secret = parameters?.Definition.Parameters.FirstOrDefault(parameter =>
            parameter.IsSecret && $"--{KebabCase.From(parameter.Name)}" == name
        );
        if (secret is not null)
        {
            return $"'{secret.Name}' is a secret and no option: set the environment variable {SecretValues.VariableOf(secret)}";
        }

        var known = new List<string>();
        for (SymbolResult? level = result; level is not null; level = level.Parent)
        {
            known.AddRange(
                ((CommandResult)level)
                    .Command.Options.Where(option => !option.Hidden && (level == result || option.Recursive))
                    .Select(static option => option.Name.TrimStart('-'))
            );
        }

        if (known.Contains(name.TrimStart('-'), StringComparer.Ordinal))
        {
            return $"'{name}' is not read as an option where it stands: nothing after '--' is";
        }

        var hint = NearestName.Find(name.TrimStart('-'), known) is { } nearest ? $"; did you mean '--{nearest}'?" : "";
        return $"unknown {(parameters is null ? "option" : "parameter or option")} '{name}'{hint}";
    }

    private static string UnknownName(string token, Command command)
    {
        var (kind, all) = command switch
        {
            RootCommand => ("verb", "verbs"),
            VerbCommand { TakesPipeline: true, Arguments.Count: 0 } => ("pipeline", "pipelines"),
            _ when command.Subcommands.Count > 0 => ("command", "commands"),
            _ => ("argument", ""),
        };
        var names = command is VerbCommand { Parameters: { } parameters }
            ? [parameters.Definition.Name]
            : command.Subcommands.Select(static child => child.Name).ToArray();
        var hint =
            kind == "argument" ? ""
            : NearestName.Find(token, names) is { } nearest ? $"; did you mean '{nearest}'?"
            : $"; the {all} are {string.Join(", ", names)}";
        return $"unknown {kind} '{token}'{hint}";
    }

    private static string? Describe(ParseError error, ParseResult parse, PipelineParameters? parameters, bool hasUnmatched)
    {
        switch (error.SymbolResult)
        {
            case OptionResult { Option: var option } when parameters?.Has(option) == true:
            case ArgumentResult { Parent: OptionResult { Option: var owner } } when parameters?.Has(owner) == true:
                // The parameters are bound once more to say everything about them.
                return null;
            case OptionResult { Tokens.Count: 0 } option:
                return $"{option.Option.Name} needs a value (after a space or '=')";
            case OptionResult { Tokens.Count: > 1 } option:
                return $"{option.Option.Name} is given {option.Tokens.Count} times";
            case ArgumentResult { Tokens.Count: 0, Argument: var argument }:
                return $"'{parse.CommandResult.Command.Name}' needs "
                    + $"<{argument.Name}>{(argument.Description is { } what ? $": {what}" : "")}";
            case CommandResult when hasUnmatched:
                return null;
            case CommandResult { Command: RootCommand }:
                return "what to do is missing";
            case CommandResult { Command: { Arguments: [var argument, ..] } command }:
                return $"'{command.Name}' needs <{argument.Name}>{(argument.Description is { } text ? $": {text}" : "")}";
            case CommandResult { Command: { Subcommands.Count: > 0 } command }:
                return $"'{command.Name}' needs one of {string.Join(", ", command.Subcommands.Select(static child => child.Name))}";
            default:
                return error.Message;
        }
    }
}
