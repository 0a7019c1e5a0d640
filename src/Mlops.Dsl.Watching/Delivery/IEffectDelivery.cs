using Mlops.Dsl.Runtime.Storage;

namespace Mlops.Dsl.Watching;

/// <summary>Delivers effects of a kind.</summary>
internal interface IEffectDelivery
{
    /// <summary>Delivers an effect. It may have been delivered before, where whoever did that could not say so.</summary>
    /// <param name="effect">The effect.</param>
    /// <param name="accepted">To be called when the effect is delivered and only its consequences are still to be waited for; the delivery counts as made then.</param>
    /// <param name="cancellationToken">Ends the delivery early.</param>
    /// <returns>What came of it, in a few words.</returns>
    /// <exception cref="DeliveryException">It could not be delivered.</exception>
    Task<string> DeliverAsync(OutboxRecord effect, Func<string, Task> accepted, CancellationToken cancellationToken);
}
