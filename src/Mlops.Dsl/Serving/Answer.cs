namespace Mlops.Dsl;

/// <summary>What a service answers.</summary>
/// <typeparam name="TPrediction">What the model predicts.</typeparam>
/// <param name="RequestId">The request's id, by which its label is told later.</param>
/// <param name="Prediction">The prediction.</param>
/// <param name="ModelVersion">The version of the model that made it.</param>
public readonly record struct Answer<TPrediction>(string RequestId, TPrediction Prediction, int ModelVersion);
