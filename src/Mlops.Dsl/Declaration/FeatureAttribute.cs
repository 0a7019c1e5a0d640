namespace Mlops.Dsl;

/// <summary>Marks a column that a model may learn from.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class FeatureAttribute : Attribute;
