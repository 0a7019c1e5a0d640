namespace Mlops.Dsl;

/// <summary>
/// Declares an init-only or settable property as a parameter of the run. Its initializer is the default; its validation
/// attributes (<c>[Required]</c>, <c>[Range]</c>, <c>[StringLength]</c>, <c>[RegularExpression]</c>, <c>[AllowedValues]</c>, …)
/// are checked before anything runs; its doc comment is its help. A stage is cached by the values of only those parameters that it reads.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ParameterAttribute : Attribute;
