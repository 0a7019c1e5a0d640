using System.ComponentModel.DataAnnotations;
using Mlops.Dsl;

namespace TemplateClass;

/// <summary>A flower that somebody measured, in millimetres, and knows.</summary>
/// <param name="PetalLength">How long a petal is.</param>
/// <param name="PetalWidth">How wide a petal is.</param>
/// <param name="Colour">The colour, if that was noted.</param>
/// <param name="IsPoppy">Whether it is a poppy, and no daisy.</param>
[Row]
public sealed partial record Flower(
    [Range(1, 200), Feature] double PetalLength,
    [Range(1, 100), Feature] double PetalWidth,
    [Feature] string? Colour,
    [Label] bool IsPoppy
);

/// <summary>What a client sends: a flower that nobody knows yet.</summary>
[RowView(typeof(Flower), Without = ColumnRole.Label)]
public sealed partial record Measurement;

/// <summary>What the model says of a flower.</summary>
/// <param name="IsPoppy">Whether it is thought to be a poppy.</param>
/// <param name="Probability">How likely that is, 0 to 1.</param>
[Prediction]
public readonly partial record struct FlowerScore([PredictedLabel] bool IsPoppy, [Probability] float Probability);
