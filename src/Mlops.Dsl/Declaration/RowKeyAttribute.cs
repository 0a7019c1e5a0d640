namespace Mlops.Dsl;

/// <summary>Marks the column whose value tells a row from every other. It is no feature.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class RowKeyAttribute : Attribute;
