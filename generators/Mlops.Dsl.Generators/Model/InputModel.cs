namespace Mlops.Dsl.Generators.Model;

/// <summary>One input of a stage: which output feeds which parameter.</summary>
/// <param name="Parameter">The parameter's name.</param>
/// <param name="DisplayType">The parameter's type, for people.</param>
/// <param name="Stage">The index of the producing stage.</param>
/// <param name="StageName">Its name.</param>
/// <param name="Output">The ordinal of the output.</param>
/// <param name="OutputName">Its name, where the stage has several; otherwise null.</param>
/// <param name="Elements">How the list of a <c>[ForEach]</c> stage is taken apart.</param>
internal sealed record InputModel(
    string Parameter,
    string DisplayType,
    int Stage,
    string StageName,
    int Output,
    string? OutputName,
    ElementsModel? Elements
);

/// <summary>How an iterated list is taken apart.</summary>
/// <param name="ListType">The C# type of the list, as the producer declares it.</param>
/// <param name="ElementType">The C# type of its elements.</param>
/// <param name="Codec">The expression that makes the elements' codec.</param>
internal sealed record ElementsModel(string ListType, string ElementType, string Codec);
