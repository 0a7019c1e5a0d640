namespace Mlops.Dsl;

/// <summary>
/// Declares that a method checks what it is given, and throws or leaves out what does not hold: what it returns counts as validated, what
/// it was given does not. On a stage, all of its outputs count. For data that are no rows, such as a vocabulary, a configuration or a
/// pretrained model; rows are validated by <see cref="DataValidation.Validate{T}(Raw{T}, double)"/>.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ValidatorAttribute : Attribute;
