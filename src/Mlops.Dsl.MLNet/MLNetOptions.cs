namespace Mlops.Dsl.MLNet;

/// <summary>How a trained model becomes an ONNX graph.</summary>
public sealed record MLNetOptions
{
    /// <summary>
    /// The largest difference between what ML.NET says and what the graph says: |ML.NET − graph| / max(1, |ML.NET|). Above it, no model
    /// is made.
    /// </summary>
    public double Tolerance { get; init; } = 1e-4;

    /// <summary>How many training rows are compared at most, spread evenly over them.</summary>
    public int ParityRows { get; init; } = 1000;
}
