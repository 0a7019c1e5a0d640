namespace Mlops.Dsl;

/// <summary>
/// Marks a column that a decision must not depend on, such as age, gender, ethnicity or religion. It may not be a feature; keep it to
/// measure whether the model treats groups alike.
/// </summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class ProtectedAttribute : Attribute;
