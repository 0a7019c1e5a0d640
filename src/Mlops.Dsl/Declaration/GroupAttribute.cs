namespace Mlops.Dsl;

/// <summary>
/// Marks the column that tells which rows belong together, such as those of one patient. Rows of one group must not land in two sets: split
/// with
/// <see cref="DatasetSplit.SplitByGroup{T, TKey}(Validated{T}, double, int, Func{T, TKey})"/>.
/// </summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class GroupAttribute : Attribute;
