using Mlops.Dsl.Engine;
using Mlops.Dsl.Storage;

namespace Mlops.Dsl.Watching;

/// <summary>
/// Delivers what stages asked for, at least once: an effect is given up after many attempts, and delivered twice only where this process
/// ends between the moment when a receiver accepts it and the moment when that is recorded. Receivers know it again by its id. Safe for
/// concurrent use, also by several processes.
/// </summary>
/// <param name="store">The store.</param>
/// <param name="options">How to deliver.</param>
public sealed class Outbox(IStore store, DeliveryOptions options)
{
    private const int Batch = 16;

    private readonly Dictionary<string, IEffectDelivery> _deliveries = new(StringComparer.Ordinal)
    {
        [EffectKinds.Mail] = new MailDelivery((options ?? throw new ArgumentNullException(nameof(options))).Mail),
        [EffectKinds.File] = new FileDelivery(options.TimeProvider),
        [EffectKinds.Start] = new StartDelivery(store, options),
    };

    /// <summary>
    /// Delivers what is due now, and waits for it; a run that is started is waited for, too. Due is also a start whose run was interrupted.
    /// </summary>
    /// <returns>What became of each effect that was tried, in order.</returns>
    public async Task<IReadOnlyList<Delivery>> DeliverDueAsync(CancellationToken cancellationToken = default)
    {
        await ReleaseInterruptedAsync(cancellationToken);
        var deliveries = new List<Delivery>();
        while (await store.Outbox.TakeAsync(Batch, options.Lease, options.WaitingKinds, cancellationToken) is { Count: > 0 } taken)
        {
            foreach (var effect in taken)
            {
                deliveries.Add(await DeliverAsync(effect, cancellationToken));
            }
        }

        return deliveries;
    }

    /// <summary>
    /// Delivers what comes due until it is cancelled. Runs that are started go on beside; at the end they are asked to stop, and
    /// waited for. Whoever delivers next resumes them.
    /// </summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var running = new List<Task>();
        try
        {
            await ReleaseInterruptedAsync(cancellationToken);
            while (true)
            {
                foreach (var effect in await store.Outbox.TakeAsync(Batch, options.Lease, options.WaitingKinds, cancellationToken))
                {
                    var delivery = DeliverAsync(effect, cancellationToken);
                    if (effect.Kind == EffectKinds.Start)
                    {
                        running.Add(delivery);
                    }
                    else
                    {
                        await delivery;
                    }
                }

                foreach (var done in running.Where(static task => task.IsCompleted).ToList())
                {
                    running.Remove(done);
                    await done;
                }

                await Task.Delay(options.Interval, options.TimeProvider, cancellationToken);
            }
        }
        finally
        {
            await Task.WhenAll(running).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>Makes starts due whose run was interrupted: their lease holds them for a process that is gone.</summary>
    private async Task ReleaseInterruptedAsync(CancellationToken cancellationToken)
    {
        foreach (var start in await store.Outbox.GetPendingAsync(EffectKinds.Start, cancellationToken))
        {
            if (start.Attempts > 0 && await StartedRun.FindAsync(store, start, cancellationToken) is { IsInterrupted: true })
            {
                await store.Outbox.RetryAsync(start.Id, cancellationToken);
            }
        }
    }

    private async Task<Delivery> DeliverAsync(OutboxRecord effect, CancellationToken cancellationToken)
    {
        try
        {
            var delivery =
                _deliveries.GetValueOrDefault(effect.Kind)
                ?? throw new DeliveryException($"this program delivers no effects of the kind '{effect.Kind}'", isFinal: true);
            var result = await delivery.DeliverAsync(effect, cancellationToken);
            await store.Outbox.CompleteAsync(effect.Id, result, CancellationToken.None);
            options.Say($"delivered {Describe(effect)}: {result}");
            return new Delivery(effect, IsDelivered: true, result);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // At once for whoever comes next.
            await store.Outbox.FailAsync(
                effect.Id,
                "the program ended before it was delivered",
                options.TimeProvider.GetUtcNow(),
                CancellationToken.None
            );
            throw;
        }
        catch (DeliveryGoesOnException exception)
        {
            var next = options.TimeProvider.GetUtcNow() + options.Lease;
            await store.Outbox.FailAsync(effect.Id, exception.Message, next, CancellationToken.None);
            options.Say($"somebody else delivers {Describe(effect)}: {exception.Message}");
            return new Delivery(effect, IsDelivered: false, exception.Message);
        }
        catch (Exception exception) when (exception is DeliveryException or FormatException)
        {
            return await FailAsync(effect, exception.Message, exception is FormatException or DeliveryException { IsFinal: true });
        }
    }

    private async Task<Delivery> FailAsync(OutboxRecord effect, string error, bool isFinal)
    {
        var givesUp = isFinal || effect.Attempts >= options.MaxAttempts;
        var pause = options.PauseAfter(effect.Attempts);
        await store.Outbox.FailAsync(effect.Id, error, givesUp ? null : options.TimeProvider.GetUtcNow() + pause, CancellationToken.None);
        var next = givesUp
            ? isFinal
                ? "given up"
                : $"given up after {effect.Attempts} attempts"
            : $"trying again in {pause:c}";
        options.Say($"could not deliver {Describe(effect)}: {error}; {next}");
        return new Delivery(effect, IsDelivered: false, error);
    }

    private static string Describe(OutboxRecord effect) =>
        effect.Kind == EffectKinds.Start
            ? $"the start of '{effect.Target}' ({effect.Id})"
            : $"the notice to {effect.Kind}:{effect.Target} ({effect.Id})";
}

/// <summary>What became of an effect that was tried.</summary>
/// <param name="Effect">The effect, as it was taken.</param>
/// <param name="IsDelivered">Whether it is delivered.</param>
/// <param name="Result">What came of it, or what went wrong.</param>
public sealed record Delivery(OutboxRecord Effect, bool IsDelivered, string Result);
