using Mlops.Dsl.Columns;

namespace Mlops.Dsl.MLNet;

/// <summary>What is to be learned, as the types say it.</summary>
/// <param name="Label">The name of the label's column.</param>
/// <param name="LabelElement">The elements of the label in the data view, before it becomes a key.</param>
/// <param name="Columns">The columns of the data view.</param>
internal sealed record LearningProblem(string Label, OnnxElement LabelElement, MLNetColumns Columns)
{
    // What ML.NET calls its own columns: an input column of one of these names would be hidden half-way.
    private static readonly string[] Reserved = [MLNetColumns.Label, MLNetColumns.FeatureVector, "Score", "Probability", "PredictedLabel"];

    public static LearningProblem Of<TRow, TInput, TPrediction>()
        where TRow : IRow<TRow>
        where TInput : IRow<TInput>
        where TPrediction : IPrediction<TPrediction>
    {
        if (TRow.Schema.Columns.Where(static column => column.Role == ColumnRole.Label).ToList() is not [var label])
        {
            throw new ModelException($"{typeof(TRow).Name} has no single column to predict: mark exactly one with [Label].");
        }

        foreach (var column in TInput.Schema.Columns)
        {
            if (Reserved.Contains(column.Name, StringComparer.Ordinal))
            {
                throw new ModelException(
                    $"{typeof(TInput).Name} has a column '{column.Name}', which is what ML.NET calls a column of its own; call it "
                        + $"something else."
                );
            }

            if (column.Name == label.Name)
            {
                throw new ModelException(
                    $"{typeof(TInput).Name} contains the label '{label.Name}': a model that is given the answer learns nothing. Leave it "
                        + $"out of the view."
                );
            }
        }

        var task = TaskOf<TRow, TPrediction>(label);
        return new LearningProblem(
            label.Name,
            LabelElementOf(label, task),
            new MLNetColumns(task, TInput.Schema.Columns.Select(static column => column.Accept(new Described<TInput>())))
        );
    }

    private static MLNetTask TaskOf<TRow, TPrediction>(RowColumn<TRow> label)
        where TPrediction : IPrediction<TPrediction>
    {
        var predicted = TPrediction.Schema.Columns.FirstOrDefault(static column => column.Role == ColumnRole.PredictedLabel);
        return (predicted?.Accept(new Kind<TPrediction>()) ?? label.Accept(new Kind<TRow>())) switch
        {
            ScalarKind.Boolean => MLNetTask.Binary,
            ScalarKind.Floating => MLNetTask.Regression,
            _ => MLNetTask.Multiclass,
        };
    }

    private static OnnxElement LabelElementOf<TRow>(RowColumn<TRow> label, MLNetTask task)
    {
        var kind = label.Accept(new Kind<TRow>());
        var isNullable = label.TypeName.EndsWith('?');
        return task switch
        {
            MLNetTask.Binary when kind == ScalarKind.Boolean && !isNullable => OnnxElement.Bool,
            MLNetTask.Regression when kind is ScalarKind.Floating or ScalarKind.Integer => OnnxElement.Float,
            MLNetTask.Multiclass when kind is ScalarKind.Text or ScalarKind.Integer && !isNullable => label
                .Accept(new Described<TRow>())
                .Element,
            _ => throw new ModelException(
                $"The label '{label.Name}' of {typeof(TRow).Name} is {label.TypeName}, and the prediction makes it {task}: two classes are "
                    + $"bool, several a text, an enumeration or an "
                    + "integer, a number is numeric; classes are not nullable."
            ),
        };
    }

    private readonly struct Kind<TRow> : IRowColumnVisitor<TRow, ScalarKind>
    {
        public ScalarKind Visit<T>(RowColumn<TRow, T> column) => Scalar<T>.Kind;
    }

    private readonly struct Described<TRow> : IRowColumnVisitor<TRow, MLNetColumn>
    {
        public MLNetColumn Visit<T>(RowColumn<TRow, T> column) =>
            new(
                column.Name,
                ElementType.DefaultOf<T>(),
                ElementType.MissingOf<T>(RowColumnKind.Of(column)) != MissingValue.None,
                column.Role
            );
    }
}
