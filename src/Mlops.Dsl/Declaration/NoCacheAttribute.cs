namespace Mlops.Dsl;

/// <summary>Runs the stage in every run, whatever its inputs.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class NoCacheAttribute : Attribute;
