namespace Mlops.Dsl;

/// <summary>
/// Marks the column that tells when a row came to be. A model that predicts the future is measured on rows that are younger than those that
/// it learned from:
/// split with <see cref="DatasetSplit.SplitByTime{T, TTime}(Validated{T}, double, Func{T, TTime})"/>.
/// </summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class TimeAttribute : Attribute;
