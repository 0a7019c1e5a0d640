using System.Globalization;
using Microsoft.Extensions.Logging;

namespace Mlops.Dsl.MLNet;

/// <summary>Looks at the labels before a training does: ML.NET leaves rows out whose number is none, and tells nobody.</summary>
internal static class LabelCheck
{
    /// <summary>Refuses labels that are no finite numbers, and tells how many rows have none.</summary>
    /// <exception cref="ModelException">A label is NaN or infinite. The message names the first such row.</exception>
    public static void Run<TRow>(LearningProblem problem, TrainSet<TRow> train, ILogger logger)
        where TRow : notnull, IRow<TRow>
    {
        var read = TRow.Schema.Columns.First(column => column.Name == problem.Label).Accept(new NumberReader<TRow>());
        var (missing, row) = (0, 0);
        foreach (var item in train)
        {
            if (read(item) is not { } number)
            {
                missing++;
            }
            else if (!double.IsFinite(number))
            {
                throw new ModelException(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"The label '{problem.Label}' of row {row} of the training set is {number}, from which nothing can be learned: "
                    ) + "give the column a [Range], so that validation keeps such rows out."
                );
            }

            row++;
        }

        if (missing == train.Count)
        {
            throw new ModelException($"No row of the training set has a value of the label '{problem.Label}'.");
        }

        if (missing > 0)
        {
            logger.LogWarning(
                "{Missing} of {Rows} rows have no value of the label '{Label}' and are left out",
                missing,
                train.Count,
                problem.Label
            );
        }
    }

    private readonly struct NumberReader<TRow> : IRowColumnVisitor<TRow, Func<TRow, double?>>
    {
        // What is no number of these types is always finite.
        public Func<TRow, double?> Visit<T>(RowColumn<TRow, T> column) =>
            row =>
                column.Get(row) switch
                {
                    null => null,
                    double number => number,
                    float number => number,
                    Half number => (double)number,
                    _ => 0,
                };
    }
}
