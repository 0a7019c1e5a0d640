namespace Mlops.Dsl;

/// <summary>How a missing value of a column is given to the graph.</summary>
public enum MissingValue
{
    /// <summary>The column has none.</summary>
    None = 0,

    /// <summary>As the number NaN.</summary>
    NaN = 1,

    /// <summary>As the empty text.</summary>
    EmptyText = 2,
}

/// <summary>A column of the input row and where the graph takes it.</summary>
/// <param name="Column">The column's name.</param>
/// <param name="ColumnType">Its C# type when the model was made.</param>
/// <param name="OnnxName">The name of the graph's input.</param>
/// <param name="Element">The type of that input's elements.</param>
/// <param name="Missing">How a missing value is given.</param>
/// <param name="Position">
/// Which of the input's values of one row it is, from 0: several columns may share an input of shape [rows, columns].
/// </param>
public sealed record ModelInput(
    string Column,
    string ColumnType,
    string OnnxName,
    OnnxElement Element,
    MissingValue Missing,
    int Position = 0
);

/// <summary>A property of the prediction and where the graph gives it.</summary>
/// <param name="Property">The property's name.</param>
/// <param name="PropertyType">Its C# type when the model was made.</param>
/// <param name="OnnxName">The name of the graph's output.</param>
/// <param name="Element">The type of that output's elements.</param>
/// <param name="Position">Which of the output's values of one row it is, from 0.</param>
/// <param name="Width">How many values the output has for one row.</param>
public sealed record ModelOutput(
    string Property,
    string PropertyType,
    string OnnxName,
    OnnxElement Element,
    int Position = 0,
    int Width = 1
);

/// <summary>Which columns a model takes and which properties it gives.</summary>
/// <param name="inputs">The columns that the graph uses.</param>
/// <param name="outputs">The properties of the prediction, all of them.</param>
public sealed class ModelSignature(IEnumerable<ModelInput> inputs, IEnumerable<ModelOutput> outputs)
{
    /// <summary>The columns that the graph uses; it need not use all of a row.</summary>
    public IReadOnlyList<ModelInput> Inputs { get; } = [.. inputs];

    /// <summary>The properties of the prediction, all of them.</summary>
    public IReadOnlyList<ModelOutput> Outputs { get; } = [.. outputs];
}

/// <summary>A set of operators that a graph is written in.</summary>
/// <param name="Domain">The domain, such as <c>ai.onnx.ml</c>; empty for ONNX's own.</param>
/// <param name="Version">The version of the set.</param>
public sealed record OnnxOpset(string Domain, long Version);

/// <summary>What made a model.</summary>
/// <param name="Framework">The library and its version, such as <c>ML.NET 5.0.1</c>.</param>
/// <param name="Trainer">What it was trained with, in words; empty where nobody said.</param>
public sealed record ModelOrigin(string Framework, string Trainer);
