namespace Mlops.Dsl.Mutants;

/// <summary>The check can't be made; the message says why.</summary>
/// <param name="message">For the person at the terminal.</param>
#pragma warning disable CA1032 // Nobody but this program throws it.
public sealed class MutantsException(string message) : Exception(message);
#pragma warning restore CA1032
