using Mlops.Dsl.Generators.Collections;
using Mlops.Dsl.Generators.Constraints;

namespace Mlops.Dsl.Generators.Model;

/// <summary>A parameter or secret.</summary>
/// <param name="Name">The property's name.</param>
/// <param name="Type">Its C# type.</param>
/// <param name="DisplayType">The type, for people.</param>
/// <param name="Format">The expression that makes its text format.</param>
/// <param name="Default">The initializer's value, if there is one.</param>
/// <param name="Description">The doc comment's summary.</param>
/// <param name="IsSecret">Whether it is a secret.</param>
/// <param name="IsRequired">Whether there is no default.</param>
/// <param name="IsRequiredMember">Whether the property has the <c>required</c> modifier.</param>
/// <param name="EnvironmentVariable">A secret's environment variable.</param>
/// <param name="Constraints">What values must satisfy.</param>
/// <param name="IsWindow">Whether it tells which time a run is about.</param>
internal sealed record ParameterModel(
    string Name,
    string Type,
    string DisplayType,
    string Format,
    DefaultModel? Default,
    string? Description,
    bool IsSecret,
    bool IsRequired,
    bool IsRequiredMember,
    string? EnvironmentVariable,
    EquatableArray<ConstraintModel> Constraints,
    bool IsWindow
);

/// <summary>A parameter's default.</summary>
/// <param name="Text">As the source says it, for help.</param>
/// <param name="Json">As a JSON value; an object with the expression where the compiler does not know the value.</param>
internal sealed record DefaultModel(string Text, string Json);
