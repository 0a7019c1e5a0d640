using Microsoft.ML;

namespace Mlops.Dsl.MLNet;

/// <summary>From the columns to a prediction: what ML.NET calls an estimator, by a name.</summary>
/// <param name="Description">The trainer and its settings, in words: the model keeps them.</param>
/// <param name="Build">
/// Makes the estimator. It gives the columns that the prediction is made of: PredictedLabel, Probability, Score.
/// </param>
public sealed record MLNetRecipe(string Description, Func<MLContext, MLNetColumns, IEstimator<ITransformer>> Build);
