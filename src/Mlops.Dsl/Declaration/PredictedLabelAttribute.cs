namespace Mlops.Dsl;

/// <summary>
/// Marks the property of a <see cref="PredictionAttribute">[Prediction]</see> that says what the label is thought to be: the class, or the
/// number.
/// </summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class PredictedLabelAttribute : Attribute;
