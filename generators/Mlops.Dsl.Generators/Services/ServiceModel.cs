using Mlops.Dsl.Generators.Collections;
using Mlops.Dsl.Generators.Incrementality;
using Mlops.Dsl.Generators.Symbols;

namespace Mlops.Dsl.Generators.Services;

/// <summary>A service class.</summary>
/// <param name="Home">The class itself, to be extended.</param>
/// <param name="MetadataName">The name that reflection uses.</param>
/// <param name="Name">The service's name.</param>
/// <param name="Owner">Who answers for it.</param>
/// <param name="Description">The doc comment's summary.</param>
/// <param name="Methods">What it answers.</param>
/// <param name="Problem">Why it can't be served, as a sentence; null if it can.</param>
/// <param name="HasConstructor">Whether the user wrote a constructor.</param>
/// <param name="Label">The label that its rows are told later; null where there is none, or several differ.</param>
internal sealed record ServiceModel(
    CodecHome Home,
    string MetadataName,
    string Name,
    string? Owner,
    string? Description,
    EquatableArray<PredictModel> Methods,
    string? Problem,
    bool HasConstructor,
    LabelModel? Label
) : IRemembered
{
    /// <inheritdoc />
    public bool DependsOnBodies => false;
}

/// <summary>A method that predicts.</summary>
/// <param name="Name">The method's name.</param>
/// <param name="Body">The signature of its body; null where the declaration can't have one, for which the compiler says why.</param>
/// <param name="Path">The last part of its endpoint's path.</param>
/// <param name="Input">The type of what is sent.</param>
/// <param name="InputName">The parameter that is sent.</param>
/// <param name="CancellationName">The parameter that cancels.</param>
/// <param name="Prediction">The type of what is predicted.</param>
/// <param name="Model">The published entry.</param>
/// <param name="Alias">The alias whose version answers.</param>
/// <param name="Description">The doc comment's summary.</param>
/// <param name="Label">The label of the row that the input is a view of.</param>
/// <param name="Problem">Why it can't answer, as a sentence; null if it can.</param>
internal sealed record PredictModel(
    string Name,
    string? Body,
    string Path,
    string Input,
    string InputName,
    string CancellationName,
    string Prediction,
    string Model,
    string Alias,
    string? Description,
    LabelModel? Label,
    string? Problem
);

/// <summary>The label column of a row.</summary>
/// <param name="Row">The row type, as code writes it.</param>
/// <param name="Type">The column's type, as code writes it.</param>
/// <param name="IsPublic">Whether a public method of the service can take it.</param>
internal sealed record LabelModel(string Row, string Type, bool IsPublic);
