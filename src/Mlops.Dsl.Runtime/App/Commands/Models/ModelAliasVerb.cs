using System.CommandLine;
using Mlops.Dsl.Runtime.App.Output;
using Mlops.Dsl.Storage;

namespace Mlops.Dsl.Runtime.App.Commands.Models;

/// <summary><c>model alias</c>: lets an alias name a version, or removes it.</summary>
internal static class ModelAliasVerb
{
    public static void Build(VerbCommand command, VerbScope scope)
    {
        command.Remarks =
            "Services that use the alias go over to the version as soon as they notice. "
            + "An alias consists of lower-case letters, digits and hyphens.";
        command.Examples = [new("income champion 3", "let services use version 3"), new("income challenger --remove", "remove an alias")];
        var name = command.AddEntryArgument(scope);
        var alias = new Argument<string>("alias") { Description = "The alias, such as 'champion'" };
        var version = new Argument<string>("version") { Description = "The version's number", Arity = ArgumentArity.ZeroOrOne };
        version.RefuseOptions(command);
        var remove = new Option<bool>("--remove") { Description = "Remove the alias" };
        command.Add(alias);
        command.Add(version);
        command.Add(remove);
        var actor = command.AddActorOption();
        command.SetStoreAction(
            scope,
            readOnly: false,
            async (parse, store, cancellationToken) =>
            {
                var (entry, moved) = (parse.GetRequiredValue(name), parse.GetRequiredValue(alias));
                var number = (parse.GetValue(version), parse.GetValue(remove)) switch
                {
                    (null, true) => default(int?),
                    ({ } text, false) => await ModelReference.ParseVersionAsync(store.Registry, entry, text, cancellationToken),
                    (null, false) => throw new UsageException("'alias' needs <version>: the version's number; or --remove"),
                    _ => throw new UsageException("--remove and a <version> exclude each other"),
                };
                await store.Registry.MoveAliasesAsync([new AliasMove(entry, moved, number)], parse.GetActor(actor), cancellationToken);
                Print(scope, parse, entry, moved, number);
                return ExitCode.Success;
            }
        );
    }

    private static void Print(VerbScope scope, ParseResult parse, string name, string alias, int? version)
    {
        if (!scope.IsJson(parse))
        {
            scope.Console.Out.WriteLine(
                version is { } number
                    ? $"'{alias}' of {Printable.Line(name)} names version {Number.Plain(number)}"
                    : $"'{alias}' of {Printable.Line(name)} is removed"
            );
            return;
        }

        JsonText.Print(
            scope.Console,
            writer =>
            {
                writer.WriteStartObject();
                writer.WriteString("name", name);
                writer.WriteString("alias", alias);
                if (version is { } number)
                {
                    writer.WriteNumber("version", number);
                }

                writer.WriteEndObject();
            }
        );
    }
}
