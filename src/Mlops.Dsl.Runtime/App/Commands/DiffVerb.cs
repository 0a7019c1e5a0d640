using System.CommandLine;
using Mlops.Dsl.Runtime.App.Explaining;
using Mlops.Dsl.Runtime.App.History;
using Mlops.Dsl.Runtime.App.Output;

namespace Mlops.Dsl.Runtime.App.Commands;

/// <summary><c>diff</c>: what differs between two runs.</summary>
internal static class DiffVerb
{
    public static void Build(VerbCommand command, VerbScope scope)
    {
        command.Remarks =
            "Compares parameters, the code and inputs behind each stage, whether its outputs have the same content, and the last value of "
            + "each metric.";
        command.Examples =
        [
            new("latest~1 latest", "the newest run with the one before"),
            new("20261120-09 latest --json", "for a program"),
        ];
        var before = new Argument<string>("before") { Description = "The earlier run: latest~1, an id, or the beginning of one" };
        var after = new Argument<string>("after") { Description = "The later run" };
        before.AddRuns(scope);
        after.AddRuns(scope);
        command.Add(before);
        command.Add(after);
        command.SetStoreAction(
            scope,
            async (parse, store, cancellationToken) =>
            {
                var old = await RunReference.ResolveAsync(store.Runs, parse.GetRequiredValue(before), cancellationToken);
                var recent = await RunReference.ResolveAsync(store.Runs, parse.GetRequiredValue(after), cancellationToken);
                var difference = await RunDifference.CompareAsync(store.Runs, old, recent, cancellationToken);
                if (scope.IsJson(parse))
                {
                    JsonText.Print(scope.Console, difference.WriteJson);
                }
                else
                {
                    difference.Print(scope.Console);
                }

                return ExitCode.Success;
            }
        );
    }
}
