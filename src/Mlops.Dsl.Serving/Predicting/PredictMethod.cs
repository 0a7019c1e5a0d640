using System.Text.Json;

namespace Mlops.Dsl.Serving;

/// <summary>A method of a service, as the generator describes it: which published model answers, and where.</summary>
public abstract class PredictMethod
{
    private protected PredictMethod(string name, string path, string model, string alias)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentException.ThrowIfNullOrEmpty(model);
        ArgumentException.ThrowIfNullOrEmpty(alias);
        (Name, Path, Model, Alias) = (name, path, model, alias);
    }

    /// <summary>The method's name.</summary>
    public string Name { get; }

    /// <summary>The last part of its endpoint's path, such as <c>score</c>.</summary>
    public string Path { get; }

    /// <summary>The published entry whose model answers.</summary>
    public string Model { get; }

    /// <summary>The alias whose version answers.</summary>
    public string Alias { get; }

    /// <summary>What it is for, in a sentence or more; null where nobody said.</summary>
    public string? Description { get; init; }

    /// <summary>What is told later as the right answer; null where the input is a view of no row with a label.</summary>
    public FeedbackLabel? Label { get; init; }

    // What needs the method's types is made here, where they are known: a visitor with type arguments of its own would leave them to be
    // put together at run time, for which a program that was compiled ahead of time has no code.

    /// <summary>Makes what answers for the method.</summary>
    internal abstract Predictor CreatePredictor(ServingScope scope);

    /// <summary>Writes the JSON Schema of what is sent.</summary>
    internal abstract void WriteInputSchema(Utf8JsonWriter writer);

    /// <summary>Writes the JSON Schema of what is predicted.</summary>
    internal abstract void WritePredictionSchema(Utf8JsonWriter writer);
}

/// <summary>A typed method of a service.</summary>
/// <typeparam name="TInput">What is sent.</typeparam>
/// <typeparam name="TPrediction">What is predicted.</typeparam>
/// <param name="name">The method's name.</param>
/// <param name="path">The last part of its endpoint's path.</param>
/// <param name="model">The published entry whose model answers.</param>
/// <param name="alias">The alias whose version answers.</param>
public sealed class PredictMethod<TInput, TPrediction>(string name, string path, string model, string alias = "champion")
    : PredictMethod(name, path, model, alias)
    where TInput : IRow<TInput>
    where TPrediction : IPrediction<TPrediction>
{
    internal override Predictor CreatePredictor(ServingScope scope) => new Predictor<TInput, TPrediction>(this, scope);

    internal override void WriteInputSchema(Utf8JsonWriter writer) => RowSchemaWriter.Write<TInput>(writer, isSent: true);

    internal override void WritePredictionSchema(Utf8JsonWriter writer) => RowSchemaWriter.Write<TPrediction>(writer, isSent: false);
}
