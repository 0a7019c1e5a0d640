namespace Mlops.Dsl;

/// <summary>
/// Declares a method that returns a <see cref="GateResult"/> (or a task of one) as a gate. A refused gate makes the program exit with code
/// 3.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class GateAttribute : Attribute;
