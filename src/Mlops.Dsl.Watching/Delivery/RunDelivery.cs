using Mlops.Dsl.Execution;
using Mlops.Dsl.Runtime;
using Mlops.Dsl.Storage;

namespace Mlops.Dsl.Watching;

/// <summary>
/// Delivers at the end of a run from the command line what its stages asked for, once: what fails stays in the outbox, for <c>up</c> or
/// <c>outbox retry</c>.
/// </summary>
internal static class RunDelivery
{
    public static async Task DeliverAsync(RunFollowUp run, CancellationToken cancellationToken)
    {
        if (run.Report.Stages.All(static stage => stage.Effect is null))
        {
            return;
        }

        await using var store = StoreFactories.Open(
            run.Options.StorePath!,
            new StoreOptions { Stop = cancellationToken },
            run.Options.TimeProvider
        );
        var options = DeliverySettings.Create(run.Options.StorePath!, run.Say) with
        {
            Services = run.Options.Services,
            LoggerFactory = run.Options.LoggerFactory,
            TimeProvider = run.Options.TimeProvider,
        };
        var deliveries = await new Outbox(store, options).DeliverDueAsync(cancellationToken);
        var mailWaits = options.Mail is null && run.Report.Stages.Any(static stage => stage.Effect is not null && IsMail(stage.Stage));
        if (mailWaits)
        {
            run.Say($"No mail server is set: {MailSettings.Missing}.");
        }

        if (mailWaits || deliveries.Any(static delivery => !delivery.IsDelivered))
        {
            run.Say(
                $"What was not delivered waits in the outbox: '{run.CommandName} up' goes on trying, '{run.CommandName} outbox retry' "
                    + $"tries at once."
            );
        }
    }

    private static bool IsMail(StageDefinition stage) =>
        stage.NotifyTarget?.StartsWith($"{EffectKinds.Mail}:", StringComparison.Ordinal) == true;
}
