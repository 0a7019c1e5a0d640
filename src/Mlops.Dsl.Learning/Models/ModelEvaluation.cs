namespace Mlops.Dsl;

/// <summary>
/// Evaluates models on rows with labels: each row's view is scored, and what the model says is compared with the row's
/// label.
/// </summary>
public static class ModelEvaluation
{
    /// <summary>
    /// Evaluates a model that answers yes or no. The row type has one <see cref="LabelAttribute">[Label]</see> column, of <c>bool</c>; the
    /// prediction has a
    /// <see cref="ProbabilityAttribute">[Probability]</see> of yes, or else a <see cref="ScoreAttribute">[Score]</see>, and may have a
    /// <see cref="PredictedLabelAttribute">[PredictedLabel]</see>
    /// of <c>bool</c>, which then decides instead of <see cref="EvaluationOptions.Threshold"/>.
    /// </summary>
    /// <param name="model">The model.</param>
    /// <param name="rows">The rows: those of a test set say how the model will do, those it was fitted to do not.</param>
    /// <param name="slices">Columns to cut the rows by; the <see cref="ProtectedAttribute">[Protected]</see> ones are compared for
    /// fairness.</param>
    /// <param name="seed">What the intervals depend on; null for that of the options.</param>
    /// <param name="options">Threshold and so on; null stands for the defaults.</param>
    /// <exception cref="ArgumentException">The types lack a column, a label is missing, there are no rows, a score is not finite, or a
    /// column can't be sliced by.</exception>
    /// <exception cref="ModelException">The model can't be run.</exception>
    public static BinaryEvaluation Evaluate<TRow, TInput, TPrediction>(
        this Model<TInput, TPrediction> model,
        Dataset<TRow> rows,
        IReadOnlyList<RowColumn<TRow>>? slices = null,
        int? seed = null,
        EvaluationOptions? options = null
    )
        where TRow : notnull, IRow<TRow>
        where TInput : IRowView<TRow, TInput>
        where TPrediction : IPrediction<TPrediction>
    {
        var (settings, columns) = Prepare(model, rows, slices, seed, options);
        var labels =
            RoleColumn.Find<TRow, bool>(TRow.Schema, ColumnRole.Label)
            ?? throw RoleColumn.Lacks(typeof(TRow), ColumnRole.Label, "of type bool");
        var score =
            RoleColumn.FindNumber(TPrediction.Schema, ColumnRole.Probability)
            ?? RoleColumn.FindNumber(TPrediction.Schema, ColumnRole.Score)
            ?? throw RoleColumn.Lacks(typeof(TPrediction), ColumnRole.Probability, "that is a number");
        var decision = RoleColumn.Find<TPrediction, bool>(TPrediction.Schema, ColumnRole.PredictedLabel);
        var predictions = Predict(model, rows);
        var truth = rows.Select(labels.Get).ToArray();
        var scores = Array.ConvertAll(predictions, prediction => score(prediction));
        return decision is null
            ? Evaluator.Binary(truth, scores, columns, settings)
            : Evaluator.Binary(truth, scores, Array.ConvertAll(predictions, decision.Get), columns, settings);
    }

    /// <summary>
    /// Evaluates a model that picks one class of several: the classes are the texts of the row type's
    /// <see cref="LabelAttribute">[Label]</see> and of the prediction's
    /// <see cref="PredictedLabelAttribute">[PredictedLabel]</see> that occur, in ordinal order. There is a log loss where the prediction
    /// has a <see cref="ProbabilityAttribute">[Probability]</see> of each class: several properties, each named as its class but for case
    /// and
    /// <c>-</c>, <c>_</c>, <c>.</c> and spaces. The probability of the predicted class alone tells nothing of the true one where that is
    /// another.
    /// </summary>
    /// <param name="model">The model.</param>
    /// <param name="rows">The rows.</param>
    /// <param name="slices">Columns to cut the rows by.</param>
    /// <param name="seed">What the intervals depend on; null for that of the options.</param>
    /// <param name="options">How the intervals are made; null stands for the defaults.</param>
    /// <inheritdoc
    ///   cref="Evaluate{TRow, TInput, TPrediction}(Model{TInput, TPrediction}, Dataset{TRow},
    ///   IReadOnlyList{RowColumn{TRow}}?, int?, EvaluationOptions?)"
    ///   path="/exception" />
    public static MulticlassEvaluation EvaluateClasses<TRow, TInput, TPrediction>(
        this Model<TInput, TPrediction> model,
        Dataset<TRow> rows,
        IReadOnlyList<RowColumn<TRow>>? slices = null,
        int? seed = null,
        EvaluationOptions? options = null
    )
        where TRow : notnull, IRow<TRow>
        where TInput : IRowView<TRow, TInput>
        where TPrediction : IPrediction<TPrediction>
    {
        var (settings, columns) = Prepare(model, rows, slices, seed, options);
        var label = RoleColumn.FindText(TRow.Schema, ColumnRole.Label) ?? throw RoleColumn.Lacks(typeof(TRow), ColumnRole.Label, "");
        var decision =
            RoleColumn.FindText(TPrediction.Schema, ColumnRole.PredictedLabel)
            ?? throw RoleColumn.Lacks(typeof(TPrediction), ColumnRole.PredictedLabel, "");
        var truth = rows.Select((row, i) => label(row) ?? throw RoleColumn.Missing("label", i)).ToArray();
        var predictions = Predict(model, rows);
        var predicted = predictions
            .Select((prediction, i) => decision(prediction) ?? throw RoleColumn.Missing("predicted label", i))
            .ToArray();
        var classes = truth.Concat(predicted).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToArray();
        var positions = classes.Index().ToDictionary(static pair => pair.Item, static pair => pair.Index, StringComparer.Ordinal);
        return Evaluator.Multiclass(
            classes,
            Array.ConvertAll(truth, text => positions[text]),
            Array.ConvertAll(predicted, text => positions[text]),
            ClassProbabilities.Read(predictions, classes),
            columns,
            settings
        );
    }

    /// <summary>
    /// Evaluates a model that predicts a number: the row type's <see cref="LabelAttribute">[Label]</see> is a number, and so is the
    /// prediction's
    /// <see cref="ScoreAttribute">[Score]</see>, or else its <see cref="PredictedLabelAttribute">[PredictedLabel]</see>.
    /// </summary>
    /// <param name="model">The model.</param>
    /// <param name="rows">The rows.</param>
    /// <param name="slices">Columns to cut the rows by.</param>
    /// <param name="seed">What the intervals depend on; null for that of the options.</param>
    /// <param name="options">How the intervals are made; null stands for the defaults.</param>
    /// <inheritdoc
    ///   cref="Evaluate{TRow, TInput, TPrediction}(Model{TInput, TPrediction}, Dataset{TRow},
    ///   IReadOnlyList{RowColumn{TRow}}?, int?, EvaluationOptions?)"
    ///   path="/exception" />
    public static RegressionEvaluation EvaluateNumber<TRow, TInput, TPrediction>(
        this Model<TInput, TPrediction> model,
        Dataset<TRow> rows,
        IReadOnlyList<RowColumn<TRow>>? slices = null,
        int? seed = null,
        EvaluationOptions? options = null
    )
        where TRow : notnull, IRow<TRow>
        where TInput : IRowView<TRow, TInput>
        where TPrediction : IPrediction<TPrediction>
    {
        var (settings, columns) = Prepare(model, rows, slices, seed, options);
        var label =
            RoleColumn.FindNumber(TRow.Schema, ColumnRole.Label)
            ?? throw RoleColumn.Lacks(typeof(TRow), ColumnRole.Label, "that is a number");
        var predicted =
            RoleColumn.FindNumber(TPrediction.Schema, ColumnRole.Score)
            ?? RoleColumn.FindNumber(TPrediction.Schema, ColumnRole.PredictedLabel)
            ?? throw RoleColumn.Lacks(typeof(TPrediction), ColumnRole.Score, "that is a number");
        return Evaluator.Regression(
            rows.Select(label).ToArray(),
            Array.ConvertAll(Predict(model, rows), prediction => predicted(prediction)),
            columns,
            settings
        );
    }

    private static (EvaluationOptions Options, SliceColumn[] Slices) Prepare<TRow, TInput, TPrediction>(
        Model<TInput, TPrediction> model,
        Dataset<TRow> rows,
        IReadOnlyList<RowColumn<TRow>>? slices,
        int? seed,
        EvaluationOptions? options
    )
        where TRow : notnull
        where TInput : IRow<TInput>
        where TPrediction : IPrediction<TPrediction>
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(rows);
        options ??= new EvaluationOptions();
        return (options with { Seed = seed ?? options.Seed }, [.. (slices ?? []).Select(column => RoleColumn.Slice(column, rows))]);
    }

    private static TPrediction[] Predict<TRow, TInput, TPrediction>(Model<TInput, TPrediction> model, Dataset<TRow> rows)
        where TRow : notnull
        where TInput : IRowView<TRow, TInput>
        where TPrediction : IPrediction<TPrediction>
    {
        using var scorer = model.CreateScorer();
        return scorer.Score(rows.Select(TInput.From).ToArray());
    }
}
