using System.ComponentModel.DataAnnotations;
using Mlops.Dsl;

namespace TemplateClass;

/// <summary>One measured flower, in millimetres.</summary>
[Row]
public sealed partial record Flower(
    [Range(1, 200), Feature] double PetalLength,
    [Range(1, 100), Feature] double PetalWidth,
    [Required, AllowedValues("daisy", "poppy"), Label] string Kind
);
