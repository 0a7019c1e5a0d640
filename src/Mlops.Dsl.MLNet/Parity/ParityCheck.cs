using System.Globalization;
using Microsoft.ML;
using Mlops.Dsl.MLNet.Export;
using Mlops.Dsl.MLNet.Views;

namespace Mlops.Dsl.MLNet.Parity;

/// <summary>
/// Compares what ML.NET says of rows with what the graph says: through the scorer that will serve it, so that feeding the graph is
/// compared as well.
/// </summary>
internal static class ParityCheck
{
    private const string Advice =
        "One of the estimator's transforms exports wrongly; leave them out one by one, or take one of MLNetRecipes.";

    public static ParityRecord Run<TRow, TInput, TPrediction>(
        MLContext ml,
        TrainedModel trained,
        LearningProblem problem,
        Model<TInput, TPrediction> model,
        TrainSet<TRow> train,
        MLNetOptions options,
        CancellationToken cancellation
    )
        where TRow : notnull
        where TInput : IRowView<TRow, TInput>
        where TPrediction : IPrediction<TPrediction>
    {
        ArgumentNullException.ThrowIfNull(ml);
        var real = Sample(train.Count, options.ParityRows)
            .Select(index => new ComparedRow<TInput>(TInput.From(train[index]), $"training row {index}"))
            .ToList();
        var hostile = HostileRows.Of(real.ConvertAll(static row => row.Row)).ToList();
        List<ComparedRow<TInput>> rows = [.. real, .. hostile];
        var transformed = trained.Transformer.Transform(Unlabelled(trained, problem, rows.ConvertAll(static row => row.Row), cancellation));
        var predictions = Score(model, rows.ConvertAll(static row => row.Row));
        var margins = PredictedValues.Margins(transformed);
        var outputs = OutputColumn.Of<TPrediction>(problem.Columns.Task, transformed.Schema);
        var (largest, disagreements) = (0d, new HashSet<int>());
        foreach (var (property, output) in TPrediction.Schema.Columns.Zip(outputs))
        {
            var expected = PredictedValues.OfColumn(transformed, output.Column);
            var read = property.Accept(new PropertyValue<TPrediction>());
            var isClass = property.Role == ColumnRole.PredictedLabel && problem.Columns.Task != MLNetTask.Regression;
            for (var i = 0; i < rows.Count; i++)
            {
                var actual = read(predictions[i]);
                // Where ML.NET itself has no number for the classes (an infinite value in a linear model), neither label is the right one.
                if (isClass && !expected[i].Equals(actual) && margins is not null && !(margins[i] > options.Tolerance))
                {
                    disagreements.Add(i);
                    continue;
                }

                var difference = Difference(expected[i], actual);
                if (!(difference <= (isClass ? 0 : options.Tolerance)))
                {
                    throw Differ(rows[i].Name, property.Name, expected[i], actual, options.Tolerance);
                }

                largest = Math.Max(largest, difference);
            }
        }

        return new ParityRecord(real.Count, hostile.Count, largest, options.Tolerance, disagreements.Count);
    }

    private static TPrediction[] Score<TInput, TPrediction>(Model<TInput, TPrediction> model, List<TInput> rows)
        where TInput : IRow<TInput>
        where TPrediction : IPrediction<TPrediction>
    {
        using var scorer = model.CreateScorer();
        try
        {
            return scorer.Score(rows);
        }
        catch (ModelException exception)
        {
            throw new ParityException(
                $"The ONNX graph fails on rows that ML.NET scores, so no model was made. {Advice} {exception.Message}",
                exception
            );
        }
    }

    // The transformer may look for the label, if only to ignore it.
    private static IDataView Unlabelled<TInput>(
        TrainedModel trained,
        LearningProblem problem,
        List<TInput> rows,
        CancellationToken cancellation
    )
        where TInput : IRow<TInput> =>
        trained.LabelKeys.Transform(
            new RowsView<TInput>(
                rows,
                [
                    .. TInput.Schema.Columns.Select(static column =>
                        column.Accept(new SourceMaker<TInput, TInput>(column.Name, OnnxElement.None, static row => row))
                    ),
                    NoLabel.Source<TInput>(problem.LabelElement),
                ],
                cancellation
            )
        );

    private static IEnumerable<int> Sample(int count, int most)
    {
        var taken = Math.Min(count, Math.Max(1, most));
        return Enumerable.Range(0, taken).Select(index => (int)((long)index * count / taken));
    }

    private static double Difference(object expected, object actual) =>
        (expected, actual) switch
        {
            (double left, double right) when left.Equals(right) || (double.IsNaN(left) && double.IsNaN(right)) => 0,
            (double left, double right) => Math.Abs(left - right) / Math.Max(1, Math.Abs(left)),
            _ => expected.Equals(actual) ? 0 : double.PositiveInfinity,
        };

    private static ParityException Differ(string row, string property, object expected, object actual, double tolerance) =>
        new(
            string.Create(
                CultureInfo.InvariantCulture,
                $"The ONNX graph does not say what was trained. Of {row}, ML.NET says {property} = {expected}, and the graph says "
                    + $"{actual}; the tolerance is {tolerance}. No model was made: "
                    + $"a served model would answer otherwise than the evaluated one. {Advice}"
            )
        );
}

/// <summary>The label of rows that have none.</summary>
internal static class NoLabel
{
    public static ColumnSource<TItem> Source<TItem>(OnnxElement element) =>
        element switch
        {
            OnnxElement.String => new TextSource<TItem>(MLNetColumns.Label, static _ => ""),
            _ => new RowColumn<TItem, bool>(MLNetColumns.Label, "bool", ColumnRole.Label, static _ => false).Accept(
                new SourceMaker<TItem, TItem>(MLNetColumns.Label, element, static item => item)
            ),
        };
}
