using Mlops.Dsl.Storage;

namespace Mlops.Dsl.Watching;

/// <summary>Delivers effects of a kind.</summary>
internal interface IEffectDelivery
{
    /// <summary>
    /// Delivers an effect, and waits for what it sets off. It may have been delivered before, in part or as a whole, where whoever
    /// did that could not say so.
    /// </summary>
    /// <param name="effect">The effect.</param>
    /// <param name="cancellationToken">Ends the delivery early.</param>
    /// <returns>What came of it, in a few words.</returns>
    /// <exception cref="DeliveryException">It could not be delivered.</exception>
    /// <exception cref="DeliveryGoesOnException">Somebody else is delivering it.</exception>
    Task<string> DeliverAsync(OutboxRecord effect, CancellationToken cancellationToken);
}
