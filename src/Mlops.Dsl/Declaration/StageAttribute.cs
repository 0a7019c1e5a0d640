namespace Mlops.Dsl;

/// <summary>
/// Declares a method as a stage: a step of the pipeline whose inputs are its parameters and whose outputs are what it returns.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class StageAttribute : Attribute;
