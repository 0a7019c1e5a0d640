namespace Mlops.Dsl;

/// <summary>Marks the property of a <see cref="PredictionAttribute">[Prediction]</see> that holds a raw score, of any range.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class ScoreAttribute : Attribute;
