using System.CommandLine;
using Mlops.Dsl.Naming;
using Mlops.Dsl.Serialization;
using Mlops.Dsl.Storage;

namespace Mlops.Dsl.Runtime.App.Commands;

/// <summary>What the verbs share that look into the store.</summary>
internal static class StoreScope
{
    /// <summary>Sets an action that reads the store.</summary>
    public static void SetStoreAction(
        this VerbCommand command,
        VerbScope scope,
        Func<ParseResult, IStore, CancellationToken, Task<int>> action
    ) => command.SetStoreAction(scope, readOnly: true, action);

    /// <summary>Sets an action that uses the store.</summary>
    public static void SetStoreAction(
        this VerbCommand command,
        VerbScope scope,
        bool readOnly,
        Func<ParseResult, IStore, CancellationToken, Task<int>> action
    ) =>
        command.SetAction(
            async (parse, cancellationToken) =>
            {
                var path = scope.StorePath(parse);
                ContentHash artifact;
                StoreException problem;
                await using (var store = readOnly ? scope.App.Open(path, readOnly) : await scope.App.OpenExistingStoreAsync(path))
                {
                    try
                    {
                        return await action(parse, store, cancellationToken);
                    }
                    catch (StoreException exception) when (readOnly && DamageReport.FindArtifact(exception) is { } found)
                    {
                        (artifact, problem) = (found, exception);
                    }
                }

                throw await DamageReport.SetAsideAsync(scope.App, path, artifact, problem);
            }
        );

    /// <summary>The option <c>--pipeline</c>, for verbs that look at all pipelines' runs.</summary>
    public static Option<string> AddPipelineOption(this VerbCommand command, VerbScope scope)
    {
        var option = new Option<string>("--pipeline") { Description = "Only runs of this pipeline", HelpName = "name" };
        option.CompletionSources.Add(_ => scope.App.PipelineNames);
        command.Add(option);
        return option;
    }

    /// <summary>The value of the option made by <see cref="AddPipelineOption"/>: a pipeline of the program, or one that has runs.</summary>
    /// <exception cref="UsageException">There is no such pipeline; the message names the nearest.</exception>
    public static async Task<string?> GetPipelineAsync(
        this VerbScope scope,
        string? name,
        IRunStore runs,
        CancellationToken cancellationToken
    )
    {
        if (
            name is null
            || scope.App.PipelineNames.Contains(name, StringComparer.Ordinal)
            || (await runs.GetRunsAsync(new RunFilter { Pipeline = name, Limit = 1 }, cancellationToken)).Count > 0
        )
        {
            return name;
        }

        var kept = (await runs.GetRunsAsync(new RunFilter(), cancellationToken)).Select(static run => run.Start.Pipeline);
        throw new UsageException($"there is no pipeline '{name}'{NearestName.Ask(name, scope.App.PipelineNames.Union(kept))}");
    }

    /// <summary>An option that takes a whole number, 1 or more.</summary>
    public static Option<string> AddCountOption(this VerbCommand command, string name, string description)
    {
        var option = new Option<string>(name) { Description = description, HelpName = "number" };
        command.Add(option);
        return option;
    }

    /// <summary>The value of an option made by <see cref="AddCountOption"/>.</summary>
    public static int? GetCount(this ParseResult parse, Option<string> option) =>
        parse.GetValue(option) switch
        {
            null => null,
            var text
                when int.TryParse(
                    text,
                    System.Globalization.NumberStyles.None,
                    System.Globalization.CultureInfo.InvariantCulture,
                    out var count
                )
                    && count > 0 => count,
            var text => throw new UsageException($"{option.Name} must be a whole number from 1, but is {ValueText.Quote(text)}"),
        };
}
