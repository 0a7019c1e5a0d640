namespace Mlops.Dsl.Testing;

/// <summary>A check of the harness did not hold. The message says what was expected, what was found and where.</summary>
public sealed class VerificationException(string message) : Exception(message);
