using System.Globalization;
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers;
using Microsoft.ML.Trainers.FastTree;
using Microsoft.ML.Trainers.LightGbm;
using Microsoft.ML.Transforms;

namespace Mlops.Dsl.MLNet;

/// <summary>
/// Recipes for the common cases, all of which have an ONNX graph: numbers become floats, missing ones the mean; texts and enumerations
/// one feature for each value that was seen
/// (none for others); then a trainer. One seed gives one model, bit for bit.
/// </summary>
public static class MLNetRecipes
{
    // Nothing is drawn in these settings; the seed is there so that nothing is left to LightGBM's choice.
    private const int Seed = 1;

    /// <summary>Boosted trees of ML.NET, for two classes or a number.</summary>
    /// <param name="leaves">How many leaves a tree has at most, at least 2.</param>
    /// <param name="trees">How many trees there are, at least 1.</param>
    /// <param name="learningRate">How much a tree counts, above 0.</param>
    public static MLNetRecipe FastTree(int leaves = 20, int trees = 100, double learningRate = 0.2) =>
        new(
            Describe($"FastTree, {leaves} leaves, {trees} trees, learning rate {learningRate}"),
            (ml, columns) =>
                Features(ml, columns)
                    .Append(
                        columns.Task switch
                        {
                            MLNetTask.Binary => (IEstimator<ITransformer>)
                                ml.BinaryClassification.Trainers.FastTree(
                                    new FastTreeBinaryTrainer.Options
                                    {
                                        NumberOfLeaves = leaves,
                                        NumberOfTrees = trees,
                                        LearningRate = learningRate,
                                    }
                                ),
                            MLNetTask.Regression => ml.Regression.Trainers.FastTree(
                                new FastTreeRegressionTrainer.Options
                                {
                                    NumberOfLeaves = leaves,
                                    NumberOfTrees = trees,
                                    LearningRate = learningRate,
                                }
                            ),
                            _ => throw NoTrainer("FastTree", columns.Task, "LightGbm or Sdca"),
                        }
                    )
        );

    /// <summary>Boosted trees of LightGBM, for every task. The native library needs libgomp1 on Linux.</summary>
    /// <inheritdoc cref="FastTree" />
    public static MLNetRecipe LightGbm(int leaves = 31, int trees = 100, double learningRate = 0.1) =>
        new(
            Describe($"LightGBM, {leaves} leaves, {trees} trees, learning rate {learningRate}"),
            (ml, columns) =>
                Features(ml, columns)
                    .Append(
                        columns.Task switch
                        {
                            MLNetTask.Binary => (IEstimator<ITransformer>)
                                ml.BinaryClassification.Trainers.LightGbm(
                                    new LightGbmBinaryTrainer.Options
                                    {
                                        NumberOfLeaves = leaves,
                                        NumberOfIterations = trees,
                                        LearningRate = learningRate,
                                        Seed = Seed,
                                        Deterministic = true,
                                        ForceRowWise = true,
                                        NumberOfThreads = 1,
                                    }
                                ),
                            MLNetTask.Regression => ml.Regression.Trainers.LightGbm(
                                new LightGbmRegressionTrainer.Options
                                {
                                    NumberOfLeaves = leaves,
                                    NumberOfIterations = trees,
                                    LearningRate = learningRate,
                                    Seed = Seed,
                                    Deterministic = true,
                                    ForceRowWise = true,
                                    NumberOfThreads = 1,
                                }
                            ),
                            _ => ml.MulticlassClassification.Trainers.LightGbm(
                                new LightGbmMulticlassTrainer.Options
                                {
                                    NumberOfLeaves = leaves,
                                    NumberOfIterations = trees,
                                    LearningRate = learningRate,
                                    Seed = Seed,
                                    Deterministic = true,
                                    ForceRowWise = true,
                                    NumberOfThreads = 1,
                                }
                            ),
                        }
                    )
        );

    /// <summary>
    /// A linear model by stochastic dual coordinate ascent (Shalev-Shwartz and Zhang, 2013), for every task; the features are scaled to
    /// at most 1.
    /// </summary>
    /// <param name="iterations">How many passes over the rows there are at most; null for what ML.NET chooses.</param>
    public static MLNetRecipe Sdca(int? iterations = null) =>
        new(
            Describe($"SDCA, {(iterations is { } most ? $"at most {most}" : "as many as it takes")} iterations"),
            (ml, columns) =>
                Features(ml, columns)
                    .Append(ml.Transforms.NormalizeMinMax(MLNetColumns.FeatureVector))
                    .AppendCacheCheckpoint(ml)
                    .Append(
                        columns.Task switch
                        {
                            MLNetTask.Binary => (IEstimator<ITransformer>)
                                ml.BinaryClassification.Trainers.SdcaLogisticRegression(
                                    new SdcaLogisticRegressionBinaryTrainer.Options
                                    {
                                        NumberOfThreads = 1,
                                        MaximumNumberOfIterations = iterations,
                                    }
                                ),
                            MLNetTask.Regression => ml.Regression.Trainers.Sdca(
                                new SdcaRegressionTrainer.Options { NumberOfThreads = 1, MaximumNumberOfIterations = iterations }
                            ),
                            _ => ml.MulticlassClassification.Trainers.SdcaMaximumEntropy(
                                new SdcaMaximumEntropyMulticlassTrainer.Options
                                {
                                    NumberOfThreads = 1,
                                    MaximumNumberOfIterations = iterations,
                                }
                            ),
                        }
                    )
        );

    /// <summary>The feature columns as one vector, <see cref="MLNetColumns.FeatureVector"/>, for a trainer of your own.</summary>
    public static IEstimator<ITransformer> FeatureVector(MLContext context, MLNetColumns columns)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(columns);
        return Features(context, columns);
    }

    private static EstimatorChain<ITransformer> Features(MLContext ml, MLNetColumns columns)
    {
        var features = columns.Features;
        var chain = new EstimatorChain<ITransformer>();
        InputOutputColumnPair[] texts = [.. features.Where(static column => column.Element == OnnxElement.String).Select(Made)];
        InputOutputColumnPair[] numbers = [.. features.Where(static column => column.Element != OnnxElement.String).Select(Made)];
        InputOutputColumnPair[] holes =
        [
            .. features
                .Where(static column => column.Element is OnnxElement.Float or OnnxElement.Double)
                .Select(static column => new InputOutputColumnPair(Made(column).OutputColumnName)),
        ];
        if (numbers.Length > 0)
        {
            chain = chain.Append<ITransformer>(ml.Transforms.Conversion.ConvertType(numbers, DataKind.Single));
        }

        if (holes.Length > 0)
        {
            chain = chain.Append<ITransformer>(
                ml.Transforms.ReplaceMissingValues(holes, MissingValueReplacingEstimator.ReplacementMode.Mean)
            );
        }

        if (texts.Length > 0)
        {
            // By value: the order of rows must not decide which feature is which.
            chain = chain.Append<ITransformer>(
                ml.Transforms.Categorical.OneHotEncoding(texts, keyOrdinality: ValueToKeyMappingEstimator.KeyOrdinality.ByValue)
            );
        }

        return features.Count > 0
            ? chain.Append<ITransformer>(
                ml.Transforms.Concatenate(MLNetColumns.FeatureVector, [.. features.Select(static column => Made(column).OutputColumnName)])
            )
            : throw new ModelException("The input row has no column to learn from: mark at least one with [Feature].");
    }

    private static InputOutputColumnPair Made(MLNetColumn column) => new($"{column.Name} as feature", column.Name);

    private static string Describe(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private static ModelException NoTrainer(string trainer, MLNetTask task, string instead) =>
        new($"{trainer} has no trainer for several classes ({task}); take {instead}.");
}
