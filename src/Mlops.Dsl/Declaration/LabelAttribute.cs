namespace Mlops.Dsl;

/// <summary>Marks the column that a model learns to predict.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class LabelAttribute : Attribute;
