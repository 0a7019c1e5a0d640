using Microsoft.ML;
using Microsoft.ML.Data;

namespace Mlops.Dsl.MLNet.Export;

/// <summary>Which of ML.NET's columns a property of the prediction is made of.</summary>
/// <param name="Property">The property's name.</param>
/// <param name="Column">The column's name in ML.NET.</param>
/// <param name="IsLargest">
/// Whether the property is the largest of the column's values, as the probability of the predicted class is.
/// </param>
internal sealed record OutputColumn(string Property, string Column, bool IsLargest)
{
    public static List<OutputColumn> Of<TPrediction>(MLNetTask task, DataViewSchema outputs)
        where TPrediction : IPrediction<TPrediction> =>
        [.. TPrediction.Schema.Columns.Select(property => Of<TPrediction>(property.Name, property.Role, task, outputs))];

    private static OutputColumn Of<TPrediction>(string property, ColumnRole role, MLNetTask task, DataViewSchema outputs)
    {
        var name = (role, task) switch
        {
            (ColumnRole.PredictedLabel, MLNetTask.Regression) => "Score",
            (ColumnRole.PredictedLabel, _) => "PredictedLabel",
            (ColumnRole.Probability, MLNetTask.Binary) => "Probability",
            (ColumnRole.Probability, MLNetTask.Multiclass) => "Score",
            (ColumnRole.Score, _) => "Score",
            _ => throw new ModelException(
                $"The property '{property}' of {typeof(TPrediction).Name} has no meaning for a model that is {task}: mark it with "
                    + $"[PredictedLabel], [Score] or, for classes, [Probability]."
            ),
        };
        var column =
            outputs.GetColumnOrNull(name)
            ?? throw new ModelException(
                $"The property '{property}' of {typeof(TPrediction).Name} is made of ML.NET's column '{name}', and the estimator "
                    + "gives only: "
                    + string.Join(", ", outputs.Where(static column => !column.IsHidden).Select(static column => column.Name))
                    + "."
                    + (name == "Probability" ? " A trainer without probabilities needs a calibrator." : "")
            );
        return new OutputColumn(property, name, column.Type is VectorDataViewType);
    }
}
