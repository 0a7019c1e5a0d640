using System.CommandLine;
using Mlops.Dsl.Runtime.App.Models;
using Mlops.Dsl.Runtime.App.Output;

namespace Mlops.Dsl.Runtime.App.Commands.Models;

/// <summary><c>model list</c>: published versions with their aliases and reviews.</summary>
internal static class ModelListVerb
{
    public static void Build(VerbCommand command, VerbScope scope)
    {
        command.Examples = [new("", "all entries, all versions"), new("income --json", "the versions of one, for a program")];
        var name = command.AddEntryArgument(scope, isOptional: true);
        command.SetStoreAction(
            scope,
            async (parse, store, cancellationToken) =>
            {
                var versions = await ModelReference.GetVersionsAsync(store.Registry, parse.GetValue(name), cancellationToken);
                if (scope.IsJson(parse))
                {
                    JsonText.Print(
                        scope.Console,
                        writer =>
                        {
                            writer.WriteStartArray();
                            foreach (var version in versions)
                            {
                                ModelJson.Write(writer, version);
                            }

                            writer.WriteEndArray();
                        }
                    );
                    return ExitCode.Success;
                }

                if (versions.Count == 0)
                {
                    scope.Console.Out.WriteLine("nothing is published");
                    return ExitCode.Success;
                }

                var table = new TextTable("entry", ">version", "aliases", "state", ">size", "run", "published");
                foreach (var version in versions)
                {
                    var entry = version.Entry;
                    table.Add(
                        new(entry.Name, TextStyle.Strong),
                        Number.Of(entry.Version),
                        string.Join(", ", version.Aliases),
                        ModelText.StateOf(version),
                        Number.Bytes(entry.Artifact.Length),
                        entry.RunId,
                        Number.Of(entry.Published)
                    );
                }

                table.Write(scope.Console);
                return ExitCode.Success;
            }
        );
    }
}
