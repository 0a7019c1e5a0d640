namespace Mlops.Dsl;

/// <summary>Marks a partial record or record struct as what a model says of a row. Its properties are the model's outputs.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, Inherited = false)]
public sealed class PredictionAttribute : Attribute;
