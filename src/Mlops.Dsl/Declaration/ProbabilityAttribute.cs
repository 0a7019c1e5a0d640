namespace Mlops.Dsl;

/// <summary>
/// Marks the property of a <see cref="PredictionAttribute">[Prediction]</see> that holds a probability, 0 to 1: that of the positive class,
/// or of the predicted one where there are several. Several such properties are the probabilities of several classes, each of the class
/// that it is named as.
/// </summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class ProbabilityAttribute : Attribute;
