using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Transforms;
using Mlops.Dsl.MLNet.Views;

namespace Mlops.Dsl.MLNet;

/// <summary>What ML.NET trained.</summary>
/// <param name="Transformer">From the columns of the data view to the prediction's.</param>
/// <param name="LabelKeys">Makes the label a key, where there are several classes; otherwise does nothing.</param>
/// <param name="Data">The training rows that <paramref name="Transformer"/> was fitted to.</param>
internal sealed record TrainedModel(ITransformer Transformer, ITransformer LabelKeys, IDataView Data)
{
    public static TrainedModel Train<TRow, TInput>(
        MLContext ml,
        LearningProblem problem,
        TrainSet<TRow> train,
        MLNetRecipe recipe,
        CancellationToken cancellation
    )
        where TRow : notnull, IRow<TRow>
        where TInput : IRowView<TRow, TInput>
    {
        var label = TRow.Schema.Columns.First(column => column.Name == problem.Label);
        var rows = new RowsView<TrainingRow<TRow, TInput>>(
            new TrainingRows<TRow, TInput>(train),
            [
                .. TInput.Schema.Columns.Select(static column =>
                    column.Accept(
                        new SourceMaker<TrainingRow<TRow, TInput>, TInput>(column.Name, OnnxElement.None, static item => item.Input)
                    )
                ),
                label.Accept(
                    new SourceMaker<TrainingRow<TRow, TInput>, TRow>(MLNetColumns.Label, problem.LabelElement, static item => item.Row)
                ),
            ],
            cancellation
        );
        ITransformer keys =
            problem.Columns.Task == MLNetTask.Multiclass
                ? ml
                    .Transforms.Conversion.MapValueToKey(
                        MLNetColumns.Label,
                        keyOrdinality: ValueToKeyMappingEstimator.KeyOrdinality.ByValue
                    )
                    .Fit(rows)
                : new TransformerChain<ITransformer>();
        var data = keys.Transform(rows);
        var transformer = recipe.Build(ml, problem.Columns).Fit(data);
        cancellation.ThrowIfCancellationRequested();
        var predicted = transformer.GetOutputSchema(data.Schema).GetColumnOrNull("PredictedLabel");
        return new TrainedModel(
            predicted is { Type: KeyDataViewType }
                ? new TransformerChain<ITransformer>(
                    transformer,
                    ml.Transforms.Conversion.MapKeyToValue("PredictedLabel").Fit(transformer.Transform(data))
                )
                : transformer,
            keys,
            data
        );
    }
}
