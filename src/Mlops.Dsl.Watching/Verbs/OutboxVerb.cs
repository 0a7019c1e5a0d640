using System.Globalization;
using Mlops.Dsl.Runtime;
using Mlops.Dsl.Storage;

namespace Mlops.Dsl.Watching;

/// <summary><c>outbox list</c> and <c>outbox retry</c>: what stages asked for, and what became of it.</summary>
internal static class OutboxVerb
{
    private static readonly VerbArgument Action = new("action", "list (the default) or retry") { IsOptional = true };
    private static readonly VerbArgument Id = new(
        "id",
        "For retry: the effect, or the beginning of its id; all that are not delivered where it is left out"
    )
    {
        IsOptional = true,
    };
    private static readonly VerbOption Limit = new("--limit", "How many to list. Default: 100") { ValueName = "number" };

    /// <summary>The verb.</summary>
    public static VerbDefinition Definition { get; } =
        new("outbox", "List notices and starts that stages asked for, or try their delivery again", RunAsync)
        {
            Remarks =
                "A stage with [Notify] or [Start] leaves its effect in the outbox together with its commit. 'up' delivers it, and so does "
                + "a run from the command line at its end.",
            Arguments = [Action, Id],
            Options = [Limit],
            Examples = [new("list", "newest first"), new("retry", "try everything that was not delivered, also what was given up")],
        };

    private static Task<int> RunAsync(VerbContext verb) =>
        (verb.GetValue(Action) ?? "list") switch
        {
            "list" => verb.GetValue(Id) is { } id
                ? throw new VerbException($"'outbox list' takes no id, but is given '{id}'")
                : ListAsync(verb),
            "retry" => RetryAsync(verb, verb.GetValue(Id)),
            var other => throw new VerbException($"'outbox' can 'list' and 'retry', but not '{other}'"),
        };

    private static async Task<int> ListAsync(VerbContext verb)
    {
        await using var store = verb.OpenStore(readOnly: true);
        var effects = await store.Outbox.GetAsync(verb.GetInt32(Limit, minimum: 1) ?? 100, verb.Cancellation);
        if (verb.IsJson)
        {
            await verb.Out.WriteLineAsync(OutboxJson.Write(effects));
            return 0;
        }

        if (effects.Count == 0)
        {
            await verb.Out.WriteLineAsync("The outbox is empty.");
        }

        foreach (var effect in effects)
        {
            var next = effect is { Status: EffectStatus.Pending, Next: { } time, Attempts: > 0 } ? $", next try {Moment(time)}" : "";
            var result = effect.Result is { } text ? $"  {text.ReplaceLineEndings(" ")}" : "";
            await verb.Out.WriteLineAsync(
                $"{effect.Status.ToString().ToLowerInvariant(), -9}  {effect.Id}  {effect.Kind}:{effect.Target}  {Moment(effect.Created)}  "
                    + $"{Attempts(effect)}{next}{result}"
            );
        }

        return 0;
    }

    private static async Task<int> RetryAsync(VerbContext verb, string? id)
    {
        await using var store = verb.OpenStore();
        var all = await store.Outbox.GetAsync(int.MaxValue, verb.Cancellation);
        var meant = all.Where(effect =>
                effect.Status is EffectStatus.Pending or EffectStatus.Failed
                && (id is null || effect.Id.StartsWith(id, StringComparison.Ordinal))
            )
            .ToList();
        if (meant.Count == 0)
        {
            throw new VerbException(
                id is null
                    ? "everything is delivered: there is nothing to try again"
                    : $"the outbox has nothing undelivered whose id begins with '{id}'",
                $"See '{verb.CommandName} outbox list'."
            );
        }

        foreach (var effect in meant)
        {
            await store.Outbox.RetryAsync(effect.Id, verb.Cancellation);
        }

        // The lines are for people; data is what 'list' prints.
        var output = verb.IsJson ? verb.Error : verb.Out;
        var options = DeliverySettings.Create(verb.StorePath, output.WriteLine) with
        {
            FindPipeline = verb.FindPipeline,
            Services = verb.Services,
            LoggerFactory = verb.LoggerFactory,
        };
        var deliveries = await new Outbox(store, options).DeliverDueAsync(verb.Cancellation);
        if (verb.IsJson)
        {
            var after = await store.Outbox.GetAsync(int.MaxValue, verb.Cancellation);
            await verb.Out.WriteLineAsync(OutboxJson.Write([.. after.Where(effect => meant.Exists(tried => tried.Id == effect.Id))]));
        }

        var waits = meant.Exists(effect => options.WaitingKinds.Contains(effect.Kind));
        if (waits)
        {
            verb.WriteWarning(MailSettings.Missing);
        }

        return !waits && deliveries.All(static delivery => delivery.IsDelivered) ? 0 : 1;
    }

    private static string Attempts(OutboxRecord effect) =>
        effect.Attempts == 1 ? "1 attempt" : string.Create(CultureInfo.InvariantCulture, $"{effect.Attempts} attempts");

    private static string Moment(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
