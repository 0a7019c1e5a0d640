using System.CommandLine;
using Mlops.Dsl.Runtime.App.Models;
using Mlops.Dsl.Runtime.App.Output;
using Mlops.Dsl.Storage;

namespace Mlops.Dsl.Runtime.App.Commands.Models;

/// <summary><c>model show</c>: one version, with all that was decided about it.</summary>
internal static class ModelShowVerb
{
    private const int HashDigits = 12;

    public static void Build(VerbCommand command, VerbScope scope)
    {
        command.Examples =
        [
            new("income", "the newest version"),
            new("income champion", "the one that an alias names"),
            new("income 3 --json", "a certain one, for a program"),
        ];
        var name = command.AddEntryArgument(scope);
        var reference = new Argument<string>("version")
        {
            Description = "Its number, or an alias. Default: the newest",
            Arity = ArgumentArity.ZeroOrOne,
        };
        reference.RefuseOptions(command);
        command.Add(reference);
        command.SetStoreAction(
            scope,
            async (parse, store, cancellationToken) =>
            {
                var version = await ModelReference.FindAsync(
                    store.Registry,
                    parse.GetRequiredValue(name),
                    parse.GetValue(reference),
                    cancellationToken
                );
                var code = await ModelCode.TraceAsync(store.Runs, version.Entry, cancellationToken);
                if (scope.IsJson(parse))
                {
                    JsonText.Print(scope.Console, writer => ModelJson.Write(writer, version, code));
                }
                else
                {
                    Print(scope, version, code);
                }

                return ExitCode.Success;
            }
        );
    }

    private static void Print(VerbScope scope, ModelVersion version, IReadOnlyList<ModelCode> code)
    {
        var console = scope.Console;
        var entry = version.Entry;
        console.Out.WriteLine(console.Styled($"{entry.Name} version {Number.Of(entry.Version)}", TextStyle.Strong));
        var state = ModelText.StateOf(version);
        console.Out.WriteLine($"  aliases    {(version.Aliases.Count == 0 ? "none" : Printable.Line(string.Join(", ", version.Aliases)))}");
        console.Out.WriteLine($"  state      {console.Styled(state.Text, state.Style)}");
        var artifact = $"{Number.Bytes(entry.Artifact.Length)}, hash {entry.Artifact.Hash.ToString()[..HashDigits]}";
        console.Out.WriteLine($"  type       {Printable.Line(entry.TypeName)}, {artifact}");
        console.Out.WriteLine($"  published  {Number.Of(entry.Published)} by run {Printable.Line(entry.RunId)}");
        if (code.Count > 0)
        {
            console.Out.WriteLine();
            var table = new TextTable("made by", "fingerprint of its code");
            foreach (var stage in code)
            {
                table.Add(stage.Stage, stage.Fingerprint?.ToString()[..HashDigits] ?? "not known");
            }

            table.Write(console, "  ");
        }

        if (version.Reviews.Count > 0)
        {
            console.Out.WriteLine();
            var table = new TextTable("reviewer", "review", "time", "comment");
            foreach (var review in version.Reviews)
            {
                TextTable.Cell verdict = review.IsApproval ? new("approved", TextStyle.Good) : new("rejected", TextStyle.Bad);
                table.Add(review.Reviewer, verdict, Number.Of(review.Time), review.Comment);
            }

            table.Write(console, "  ");
        }

        if (ModelText.NextStep(version, scope.App.CommandName) is { } next)
        {
            console.Out.WriteLine();
            console.Out.WriteLine(Printable.Line(next));
        }
    }
}
