namespace Mlops.Dsl.MLNet;

/// <summary>What a model learns to predict.</summary>
public enum MLNetTask
{
    /// <summary>One of two classes; the column <c>Label</c> is a truth value.</summary>
    Binary = 0,

    /// <summary>One of several classes; the column <c>Label</c> is a key.</summary>
    Multiclass = 1,

    /// <summary>A number; the column <c>Label</c> is a float.</summary>
    Regression = 2,
}

/// <summary>A column of the data view that a model is trained on.</summary>
/// <param name="Name">The column's name.</param>
/// <param name="Element">Its elements: <see cref="OnnxElement.String"/> for texts and the names of enumerations.</param>
/// <param name="CanBeMissing">Whether there may be missing values: NaN, or the empty text.</param>
/// <param name="Role">What the column is for.</param>
public sealed record MLNetColumn(string Name, OnnxElement Element, bool CanBeMissing, ColumnRole Role);

/// <summary>The columns of the data view that a model is trained on.</summary>
/// <param name="task">What it learns to predict.</param>
/// <param name="inputs">The columns of the input row.</param>
public sealed class MLNetColumns(MLNetTask task, IEnumerable<MLNetColumn> inputs)
{
    /// <summary>The name of the label in the data view, whatever its column is called.</summary>
    public const string Label = "Label";

    /// <summary>The name of the vector of features that trainers look for.</summary>
    public const string FeatureVector = "Features";

    /// <summary>What the model learns to predict.</summary>
    public MLNetTask Task { get; } = task;

    /// <summary>The columns of the input row.</summary>
    public IReadOnlyList<MLNetColumn> Inputs { get; } = [.. inputs];

    /// <summary>
    /// The columns to learn from: those marked with <see cref="FeatureAttribute"/>; where none is, those with no role at all.
    /// </summary>
    public IReadOnlyList<MLNetColumn> Features =>
        Inputs.Any(static column => column.Role == ColumnRole.Feature)
            ? [.. Inputs.Where(static column => column.Role == ColumnRole.Feature)]
            : [.. Inputs.Where(static column => column.Role == ColumnRole.None)];
}
