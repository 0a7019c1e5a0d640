using System.CommandLine;
using Mlops.Dsl.Runtime.App.Models;
using Mlops.Dsl.Runtime.App.Output;
using Mlops.Dsl.Storage;

namespace Mlops.Dsl.Runtime.App.Commands.Models;

/// <summary><c>model approve</c> and <c>model reject</c>.</summary>
internal static class ModelReviewVerb
{
    public static void Build(VerbCommand command, VerbScope scope, bool isApproval)
    {
        command.Remarks =
            "A later review of the same version by the same person replaces the earlier one. "
            + (
                isApproval
                    ? "What counts is how many different people approve."
                    : "What one person rejected no alias but 'candidate' may name; an alias that names it already stays."
            );
        command.Examples = isApproval
            ?
            [
                new("income 3", "as the user that this program runs as"),
                new("income 3 --as ann --comment \"checked by age group\"", "as somebody, and why"),
            ]
            : [new("income 3 --comment \"worse for the young\"", "and why")];
        var name = command.AddEntryArgument(scope);
        var version = new Argument<string>("version") { Description = "The version's number" };
        command.Add(version);
        var comment = new Option<string>("--comment") { Description = "Why, for people", HelpName = "text" };
        command.Add(comment);
        var actor = command.AddActorOption();
        command.SetStoreAction(
            scope,
            readOnly: false,
            async (parse, store, cancellationToken) =>
            {
                var entry = parse.GetRequiredValue(name);
                var number = await ModelReference.ParseVersionAsync(
                    store.Registry,
                    entry,
                    parse.GetRequiredValue(version),
                    cancellationToken
                );
                var review = new Review(entry, number, parse.GetActor(actor), isApproval, parse.GetValue(comment), DateTimeOffset.UtcNow);
                var reviewed = await store.Registry.ReviewAsync(review, cancellationToken);
                if (scope.IsJson(parse))
                {
                    JsonText.Print(scope.Console, writer => ModelJson.Write(writer, reviewed));
                }
                else
                {
                    await PrintAsync(scope, store.Registry, review, reviewed, cancellationToken);
                }

                return ExitCode.Success;
            }
        );
    }

    private static async Task PrintAsync(
        VerbScope scope,
        IModelRegistry registry,
        Review review,
        ModelVersion version,
        CancellationToken cancellationToken
    )
    {
        var console = scope.Console;
        var what = $"{(review.IsApproval ? "approved" : "rejected")} {review.Name} version {Number.Plain(review.Version)}";
        await console.Out.WriteLineAsync(Printable.Line($"{review.Reviewer} {what}."));
        if (ModelText.NextStep(version, scope.App.CommandName) is { } next)
        {
            await console.Out.WriteLineAsync(Printable.Line(next));
        }

        var live = version.Aliases.Where(static alias => alias != ModelVersion.Candidate).ToArray();
        if (!version.IsRejected || live.Length == 0)
        {
            return;
        }

        var others = await registry.GetVersionsAsync(review.Name, cancellationToken);
        var other = others.FirstOrDefault(static other => other.IsUsable) is { } usable ? Number.Plain(usable.Entry.Version) : "<version>";
        foreach (var alias in live)
        {
            var move = $"{scope.App.CommandName} model alias {review.Name} {alias} {other}";
            console.WriteWarning($"the alias '{alias}' still names the rejected version: move it with '{move}'");
        }
    }
}
