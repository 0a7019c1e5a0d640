namespace Mlops.Dsl.Watching;

/// <summary>
/// An effect is being delivered by somebody else, though its lease was over. The message is one line for the person who
/// watches.
/// </summary>
internal sealed class DeliveryGoesOnException(string message, Exception? innerException = null) : Exception(message, innerException);
