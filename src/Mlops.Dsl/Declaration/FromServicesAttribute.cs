namespace Mlops.Dsl;

/// <summary>
/// Takes a stage's parameter from the services that the program registered. A service is no input: it is in no cache key.
/// </summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class FromServicesAttribute : Attribute;
