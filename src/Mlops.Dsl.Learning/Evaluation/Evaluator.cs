namespace Mlops.Dsl;

/// <summary>Evaluates predictions against what was so. Every headline metric has an interval from a bootstrap over the rows.</summary>
public static class Evaluator
{
    /// <summary>Evaluates yes-or-no predictions; a score of <see cref="EvaluationOptions.Threshold"/> or more is a yes.</summary>
    /// <param name="labels">What was so.</param>
    /// <param name="scores">The predicted probabilities, or other finite scores that are higher for a yes.</param>
    /// <param name="slices">Columns to cut the rows by; the protected ones are compared for fairness.</param>
    /// <param name="options">Threshold, seed and so on; null stands for the defaults.</param>
    /// <exception cref="ArgumentException">There are no rows, not one score for each, a score that is not finite, or a column with too many
    /// values.</exception>
    public static BinaryEvaluation Binary(
        ReadOnlySpan<bool> labels,
        ReadOnlySpan<double> scores,
        IReadOnlyList<SliceColumn>? slices = null,
        EvaluationOptions? options = null
    )
    {
        options ??= new EvaluationOptions();
        EvaluatedRows.EnsureSameCount(labels.Length, scores.Length, "scores");
        EvaluatedRows.EnsureFinite(scores, "score");
        var decisions = new bool[scores.Length];
        for (var i = 0; i < decisions.Length; i++)
        {
            decisions[i] = scores[i] >= options.Threshold;
        }

        options.Validate();
        return BinaryEvaluator.Evaluate(labels, scores, decisions, options.Threshold, slices ?? [], options);
    }

    /// <summary>Evaluates yes-or-no predictions of a model that decides itself.</summary>
    /// <param name="labels">What was so.</param>
    /// <param name="scores">The predicted probabilities, or other finite scores that are higher for a yes.</param>
    /// <param name="decisions">What the model said.</param>
    /// <param name="slices">Columns to cut the rows by; the protected ones are compared for fairness.</param>
    /// <param name="options">Seed and so on; null stands for the defaults.</param>
    /// <inheritdoc
    ///   cref="Binary(ReadOnlySpan{bool}, ReadOnlySpan{double}, IReadOnlyList{SliceColumn}?, EvaluationOptions?)"
    ///   path="/exception" />
    public static BinaryEvaluation Binary(
        ReadOnlySpan<bool> labels,
        ReadOnlySpan<double> scores,
        ReadOnlySpan<bool> decisions,
        IReadOnlyList<SliceColumn>? slices = null,
        EvaluationOptions? options = null
    )
    {
        options ??= new EvaluationOptions();
        options.Validate();
        EvaluatedRows.EnsureSameCount(labels.Length, scores.Length, "scores");
        EvaluatedRows.EnsureSameCount(labels.Length, decisions.Length, "decisions");
        EvaluatedRows.EnsureFinite(scores, "score");
        return BinaryEvaluator.Evaluate(labels, scores, decisions, double.NaN, slices ?? [], options);
    }

    /// <summary>Evaluates predictions of one class out of several.</summary>
    /// <param name="classes">The names of the classes.</param>
    /// <param name="labels">The positions of the true classes.</param>
    /// <param name="predictions">The positions of the predicted classes.</param>
    /// <param name="probabilities">The probabilities of all classes of the first row, then of the next; empty if there are none.</param>
    /// <param name="slices">Columns to cut the rows by.</param>
    /// <param name="options">Seed and so on; null stands for the defaults.</param>
    /// <exception cref="ArgumentException">There are no rows, not one prediction for each, a position that is no class, or a probability
    /// outside 0 to 1.</exception>
    public static MulticlassEvaluation Multiclass(
        IReadOnlyList<string> classes,
        ReadOnlySpan<int> labels,
        ReadOnlySpan<int> predictions,
        ReadOnlySpan<double> probabilities = default,
        IReadOnlyList<SliceColumn>? slices = null,
        EvaluationOptions? options = null
    )
    {
        ArgumentNullException.ThrowIfNull(classes);
        options ??= new EvaluationOptions();
        options.Validate();
        EvaluatedRows.EnsureSameCount(labels.Length, predictions.Length, "predictions");
        return MulticlassEvaluator.Evaluate(classes, labels, predictions, probabilities, slices ?? [], options);
    }

    /// <summary>Evaluates predictions of a number.</summary>
    /// <param name="labels">What was so.</param>
    /// <param name="predictions">What was predicted.</param>
    /// <param name="slices">Columns to cut the rows by.</param>
    /// <param name="options">Seed and so on; null stands for the defaults.</param>
    /// <exception cref="ArgumentException">There are no rows, not one prediction for each, or a number that is not finite.</exception>
    public static RegressionEvaluation Regression(
        ReadOnlySpan<double> labels,
        ReadOnlySpan<double> predictions,
        IReadOnlyList<SliceColumn>? slices = null,
        EvaluationOptions? options = null
    )
    {
        options ??= new EvaluationOptions();
        options.Validate();
        EvaluatedRows.EnsureSameCount(labels.Length, predictions.Length, "predictions");
        EvaluatedRows.EnsureFinite(labels, "label");
        EvaluatedRows.EnsureFinite(predictions, "prediction");
        return RegressionEvaluator.Evaluate(labels, predictions, slices ?? [], options);
    }
}
