using System.CommandLine;
using System.Globalization;
using Mlops.Dsl.Naming;
using Mlops.Dsl.Storage;

namespace Mlops.Dsl.Runtime.App.Commands.Models;

/// <summary>How a user names published versions, and what to say where there are none.</summary>
internal static class ModelReference
{
    /// <summary>The argument that names an entry.</summary>
    public static Argument<string> AddEntryArgument(this VerbCommand command, VerbScope scope, bool isOptional = false)
    {
        var argument = new Argument<string>("name")
        {
            Description = isOptional ? "The name of the published entry; all where it is left out" : "The name of the published entry",
            Arity = isOptional ? ArgumentArity.ZeroOrOne : ArgumentArity.ExactlyOne,
        };
        argument.AddEntries(scope);
        argument.RefuseOptions(command);
        command.Add(argument);
        return argument;
    }

    /// <summary>The option that says who acts.</summary>
    public static Option<string> AddActorOption(this VerbCommand command)
    {
        var option = new Option<string>("--as")
        {
            Description = "Who does it. Default: the user that this program runs as",
            HelpName = "who",
        };
        command.Add(option);
        return option;
    }

    /// <summary>Who acts.</summary>
    public static string GetActor(this ParseResult parse, Option<string> option) =>
        parse.GetValue(option) switch
        {
            null => Environment.UserName,
            var name when name.Trim().Length > 0 => name.Trim(),
            _ => throw new UsageException("--as needs the name of a person, but is empty"),
        };

    /// <summary>The versions of an entry, newest first; of all where the name is null.</summary>
    /// <exception cref="UsageException">Nothing is published under the name.</exception>
    public static async Task<IReadOnlyList<ModelVersion>> GetVersionsAsync(
        IModelRegistry registry,
        string? name,
        CancellationToken cancellationToken
    )
    {
        var versions = await registry.GetVersionsAsync(name, cancellationToken);
        if (versions.Count > 0 || name is null)
        {
            return versions;
        }

        var all = await registry.GetVersionsAsync(cancellationToken: cancellationToken);
        var names = all.Select(static version => version.Entry.Name).Distinct(StringComparer.Ordinal).ToArray();
        throw new UsageException(
            names.Length == 0
                ? $"nothing is published under the name '{name}', nor under any other: run a pipeline that publishes it first"
                : $"nothing is published under the name '{name}'; published are {string.Join(", ", names)}{NearestName.Ask(name, names)}"
        );
    }

    /// <summary>A version by its number or an alias; the newest where the text is null.</summary>
    /// <exception cref="UsageException">There is none.</exception>
    public static async Task<ModelVersion> FindAsync(
        IModelRegistry registry,
        string name,
        string? text,
        CancellationToken cancellationToken
    )
    {
        var versions = await GetVersionsAsync(registry, name, cancellationToken);
        if (text is null)
        {
            return versions[0];
        }

        if (TryParse(text, out var number))
        {
            var numbers = string.Join(
                ", ",
                versions.Select(static version => version.Entry.Version.ToString(CultureInfo.InvariantCulture))
            );
            return versions.FirstOrDefault(version => version.Entry.Version == number)
                ?? throw new UsageException($"'{name}' has no version {text}; it has {numbers}");
        }

        var aliases = versions.SelectMany(static version => version.Aliases).Order(StringComparer.Ordinal).ToArray();
        return versions.FirstOrDefault(version => version.Aliases.Contains(text, StringComparer.Ordinal))
            ?? throw new UsageException(
                aliases.Length == 0
                    ? $"'{name}' has no alias '{text}', nor any other"
                    : $"'{name}' has no alias '{text}'; it has {string.Join(", ", aliases)}{NearestName.Ask(text, aliases)}"
            );
    }

    /// <summary>
    /// The number of a version that is to be decided about: no alias, which may name another version by the time it is looked up.
    /// </summary>
    /// <exception cref="UsageException">The text is no number.</exception>
    public static async Task<int> ParseVersionAsync(IModelRegistry registry, string name, string text, CancellationToken cancellationToken)
    {
        if (TryParse(text, out var number))
        {
            return number;
        }

        var named = await registry.ResolveAsync(name, text, cancellationToken);
        throw new UsageException(
            $"<version> must be a whole number from 1, but is {ValueText.Quote(text)}",
            named is null
                ? null
                : string.Create(CultureInfo.InvariantCulture, $"The alias '{text}' names version {named.Entry.Version} now.")
        );
    }

    private static bool TryParse(string text, out int number) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number) && number > 0;
}
