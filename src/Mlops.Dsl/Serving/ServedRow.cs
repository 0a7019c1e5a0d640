namespace Mlops.Dsl;

/// <summary>One answered request.</summary>
/// <typeparam name="TInput">What was sent.</typeparam>
/// <typeparam name="TPrediction">What was predicted.</typeparam>
/// <param name="RequestId">The request's id.</param>
/// <param name="Time">When it was answered.</param>
/// <param name="Input">What was sent.</param>
/// <param name="Prediction">What was predicted.</param>
/// <param name="ModelVersion">The version of the model that predicted it.</param>
/// <param name="Label">The label that was told since, as the text of the label column; null as long as there is none.</param>
public sealed record ServedRow<TInput, TPrediction>(
    string RequestId,
    DateTimeOffset Time,
    TInput Input,
    TPrediction Prediction,
    int ModelVersion,
    string? Label
);
