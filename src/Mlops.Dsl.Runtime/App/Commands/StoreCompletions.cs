using System.CommandLine;
using System.CommandLine.Completions;
using Mlops.Dsl.Runtime.App.Output;
using Mlops.Dsl.Storage;

namespace Mlops.Dsl.Runtime.App.Commands;

/// <summary>What the shell offers for the names of what is in the store. A store that is missing or can't be read offers nothing.</summary>
internal static class StoreCompletions
{
    /// <summary>More than this nobody chooses from.</summary>
    private const int MostRuns = 50;

    /// <summary>Offers runs: <c>latest</c>, and the ids of the newest.</summary>
    public static void AddRuns(this Argument<string> argument, VerbScope scope) =>
        argument.CompletionSources.Add(context => Read(scope, context, ReadRunsAsync));

    /// <inheritdoc cref="AddRuns(Argument{string}, VerbScope)" />
    public static void AddRuns(this Option<string> option, VerbScope scope) =>
        option.CompletionSources.Add(context => Read(scope, context, ReadRunsAsync));

    /// <summary>Offers artifacts: the stages of the latest run that have outputs, their outputs, and published entries.</summary>
    public static void AddArtifacts(this Argument<string> argument, VerbScope scope) =>
        argument.CompletionSources.Add(context => Read(scope, context, ReadArtifactsAsync));

    /// <summary>Offers the names of published entries.</summary>
    public static void AddEntries(this Argument<string> argument, VerbScope scope) =>
        argument.CompletionSources.Add(context =>
            Read(scope, context, static async runs => [.. (await runs.GetPublishedAsync()).Select(static entry => entry.Name)])
        );

    private static IEnumerable<CompletionItem> Read(VerbScope scope, CompletionContext context, Func<IRunStore, Task<List<string>>> read)
    {
        try
        {
            // One name a line: a name with a line break, which no program gives, would be taken for two.
            return
            [
                .. ReadAsync()
                    .GetAwaiter()
                    .GetResult()
                    .Distinct(StringComparer.Ordinal)
                    .Where(static name => !name.Any(Printable.IsUnprintable))
                    .Select(static name => new CompletionItem(name)),
            ];
        }
        catch (Exception exception)
            when (exception is StoreException or UsageException or IOException or UnauthorizedAccessException or ArgumentException)
        {
            // Somebody is typing: a message would stand in the middle of the line.
            return [];
        }

        async Task<List<string>> ReadAsync()
        {
            await using var store = scope.App.OpenStore(scope.StorePath(context.ParseResult), new StoreOptions { ReadOnly = true });
            return await read(store.Runs);
        }
    }

    private static async Task<List<string>> ReadRunsAsync(IRunStore runs)
    {
        var found = await runs.GetRunsAsync(new RunFilter { Limit = MostRuns });
        return found.Count == 0 ? [] : ["latest", .. found.Select(static run => run.Id)];
    }

    private static async Task<List<string>> ReadArtifactsAsync(IRunStore runs)
    {
        var names = new List<string>();
        if (await runs.GetRunsAsync(new RunFilter { Limit = 1 }) is [var latest])
        {
            foreach (var result in await runs.GetResultsAsync(latest.Id))
            {
                if (
                    result.Execution is { } number
                    && await runs.GetExecutionsAsync(new ExecutionFilter { Execution = number }) is [var execution]
                )
                {
                    names.AddRange(
                        execution.Outputs.Select(output => output.Name == result.Stage ? result.Stage : $"{result.Stage}.{output.Name}")
                    );
                }
            }
        }

        names.AddRange((await runs.GetPublishedAsync()).Select(static entry => entry.Name));
        return names;
    }
}
