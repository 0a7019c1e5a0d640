namespace Mlops.Dsl;

/// <summary>The probabilities of all classes, where a prediction has them.</summary>
internal static class ClassProbabilities
{
    // By how much a sum of floats may miss 1.
    private const double Rounding = 1e-6;

    /// <summary>
    /// Reads the probabilities of the first prediction, in the order of the classes, then those of the next; none where the
    /// predictions have fewer than two.
    /// </summary>
    /// <exception cref="ArgumentException">A class has none.</exception>
    public static double[] Read<TPrediction>(TPrediction[] predictions, string[] classes)
        where TPrediction : IPrediction<TPrediction>
    {
        var columns = TPrediction.Schema.Columns.Where(static column => column.Role == ColumnRole.Probability).ToArray();
        if (columns.Length < 2)
        {
            return [];
        }

        var readers = Array.ConvertAll(classes, name => RoleColumn.ReadNumber(Find(columns, name)));
        var probabilities = new double[predictions.Length * classes.Length];
        for (var i = 0; i < probabilities.Length; i++)
        {
            var probability = readers[i % classes.Length](predictions[i / classes.Length]);
            probabilities[i] = probability is > 1 and <= 1 + Rounding ? 1 : probability;
        }

        return probabilities;
    }

    private static RowColumn<TPrediction> Find<TPrediction>(RowColumn<TPrediction>[] columns, string name)
    {
        var fitting = Array.FindAll(columns, column => Plain(column.Name) == Plain(name));
        return fitting.Length == 1
            ? fitting[0]
            : throw new ArgumentException(
                $"{typeof(TPrediction).Name} has several [Probability] columns, of which {fitting.Length} are named as the class '{name}': "
                    + $"exactly one is expected. They are {string.Join(", ", columns.Select(static column => column.Name))}."
            );
    }

    private static string Plain(string name) =>
        string.Concat(name.Where(static character => character is not ('-' or '_' or '.' or ' '))).ToUpperInvariant();
}
