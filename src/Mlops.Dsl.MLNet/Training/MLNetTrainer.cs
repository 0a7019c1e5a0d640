using Microsoft.Extensions.Logging;
using Microsoft.ML;
using Microsoft.ML.Runtime;
using Mlops.Dsl.MLNet.Export;
using Mlops.Dsl.MLNet.Parity;

namespace Mlops.Dsl.MLNet;

/// <summary>Trains models with ML.NET and makes ONNX graphs of them, which are scored without ML.NET.</summary>
/// <example><code>
/// [Stage]
/// public Model&lt;Application, IncomeScore&gt; Fit(TrainSet&lt;Applicant&gt; train, StageContext context, CancellationToken token) =&gt;
///     MLNetTrainer.Fit&lt;Applicant, Application, IncomeScore&gt;(train, context, MLNetRecipes.FastTree(Leaves), token);
/// </code></example>
public static class MLNetTrainer
{
    /// <summary>
    /// Trains by a recipe. The data view has the columns of <typeparamref name="TInput"/>, and the label as <c>Label</c>; whether two
    /// classes, several or a number are
    /// predicted follows from the <see cref="PredictedLabelAttribute">[PredictedLabel]</see> of the prediction. Equal rows, recipe and
    /// stage give an equal model, bit for bit.
    /// </summary>
    /// <param name="train">The rows to learn from.</param>
    /// <param name="context">The stage's context: its random generator gives the seed, its logger takes what ML.NET says.</param>
    /// <param name="recipe">What is trained; see <see cref="MLNetRecipes"/>.</param>
    /// <param name="cancellationToken">Ends the training, the next time that it reads a row or logs a line.</param>
    /// <exception cref="ModelException">The types do not fit, or what was trained has no ONNX graph; the message says what.</exception>
    /// <exception cref="ParityException">The ONNX graph says something else than what was trained; the message names a row.</exception>
    public static Model<TInput, TPrediction> Fit<TRow, TInput, TPrediction>(
        TrainSet<TRow> train,
        StageContext context,
        MLNetRecipe recipe,
        CancellationToken cancellationToken = default
    )
        where TRow : notnull, IRow<TRow>
        where TInput : IRowView<TRow, TInput>
        where TPrediction : IPrediction<TPrediction> =>
        Fit<TRow, TInput, TPrediction>(train, context, recipe, new MLNetOptions(), cancellationToken);

    /// <summary>Trains an estimator of your own.</summary>
    /// <param name="train">The rows to learn from.</param>
    /// <param name="context">The stage's context: its random generator gives the seed, its logger takes what ML.NET says.</param>
    /// <param name="estimator">
    /// Makes the estimator from the columns; <see cref="MLNetRecipes.FeatureVector"/> is a start. It gives the columns that the
    /// prediction is made of: PredictedLabel,
    /// Probability, Score. For several classes, <c>Label</c> is a key already, and PredictedLabel is turned back into the class.
    /// </param>
    /// <param name="cancellationToken">Ends the training, the next time that it reads a row or logs a line.</param>
    /// <inheritdoc cref="Fit{TRow, TInput, TPrediction}(TrainSet{TRow}, StageContext, MLNetRecipe, CancellationToken)" />
    public static Model<TInput, TPrediction> Fit<TRow, TInput, TPrediction>(
        TrainSet<TRow> train,
        StageContext context,
        Func<MLContext, MLNetColumns, IEstimator<ITransformer>> estimator,
        CancellationToken cancellationToken = default
    )
        where TRow : notnull, IRow<TRow>
        where TInput : IRowView<TRow, TInput>
        where TPrediction : IPrediction<TPrediction> =>
        Fit<TRow, TInput, TPrediction>(
            train,
            context,
            new MLNetRecipe("an estimator of the stage's own", estimator),
            new MLNetOptions(),
            cancellationToken
        );

    /// <summary>Trains by a recipe, with a say in how far the graph may be from what was trained.</summary>
    /// <param name="train">The rows to learn from.</param>
    /// <param name="context">The stage's context: its random generator gives the seed, its logger takes what ML.NET says.</param>
    /// <param name="recipe">What is trained.</param>
    /// <param name="options">How far the graph may be from what was trained.</param>
    /// <param name="cancellationToken">Ends the training, the next time that it reads a row or logs a line.</param>
    /// <inheritdoc cref="Fit{TRow, TInput, TPrediction}(TrainSet{TRow}, StageContext, MLNetRecipe, CancellationToken)" />
    public static Model<TInput, TPrediction> Fit<TRow, TInput, TPrediction>(
        TrainSet<TRow> train,
        StageContext context,
        MLNetRecipe recipe,
        MLNetOptions options,
        CancellationToken cancellationToken
    )
        where TRow : notnull, IRow<TRow>
        where TInput : IRowView<TRow, TInput>
        where TPrediction : IPrediction<TPrediction>
    {
        ArgumentNullException.ThrowIfNull(train);
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(recipe);
        ArgumentNullException.ThrowIfNull(options);
        var problem = LearningProblem.Of<TRow, TInput, TPrediction>();
        if (train.Count == 0)
        {
            throw new ModelException($"There is no row to learn from in the training set of {typeof(TRow).Name}.");
        }

        LabelCheck.Run(problem, train, context.Logger);
        var ml = new MLContext(context.Random.Next());
        ml.Log += (_, line) =>
        {
            // ML.NET keeps its own way to cancel to itself: a training ends where it reads a row or says something.
            cancellationToken.ThrowIfCancellationRequested();
            Pass(context.Logger, line);
        };
        try
        {
            var trained = TrainedModel.Train<TRow, TInput>(ml, problem, train, recipe, cancellationToken);
            var (onnx, signature) = OnnxExport.Convert<TInput, TPrediction>(ml, trained, problem);
            var origin = new ModelOrigin(Framework, recipe.Description);
            var parity = ParityCheck.Run(
                ml,
                trained,
                problem,
                new Model<TInput, TPrediction>(onnx, signature, origin, null),
                train,
                options,
                cancellationToken
            );
            return new Model<TInput, TPrediction>(onnx, signature, origin, parity);
        }
        catch (Exception exception) when (cancellationToken.IsCancellationRequested && exception is not OperationCanceledException)
        {
            throw new OperationCanceledException("The training was cancelled.", exception, cancellationToken);
        }
        catch (Exception exception) when (IsLightGbmMissing(exception))
        {
            throw new ModelException(
                "The native library of LightGBM can't be loaded. On Linux it needs libgomp1 (on Debian: apt-get install libgomp1); or "
                    + "train with MLNetRecipes.FastTree.",
                exception
            );
        }
    }

    private static string Framework
    {
        get
        {
            var version = System.Diagnostics.FileVersionInfo.GetVersionInfo(typeof(MLContext).Assembly.Location).ProductVersion;
            return $"ML.NET {version?.Split('+')[0] ?? "of an unknown version"}";
        }
    }

    private static bool IsLightGbmMissing(Exception exception) =>
        exception is DllNotFoundException && exception.Message.Contains("lightgbm", StringComparison.OrdinalIgnoreCase)
        || (exception.InnerException is { } inner && IsLightGbmMissing(inner));

    private static void Pass(ILogger logger, LoggingEventArgs line)
    {
        var level = line.Kind switch
        {
            ChannelMessageKind.Error => LogLevel.Error,
            ChannelMessageKind.Warning => LogLevel.Warning,
            ChannelMessageKind.Info => LogLevel.Information,
            _ => LogLevel.Trace,
        };
        logger.Log(level, "{Source}: {Message}", line.Source, line.RawMessage);
    }
}
