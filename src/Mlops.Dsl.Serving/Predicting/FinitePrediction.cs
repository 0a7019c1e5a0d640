using System.Globalization;

namespace Mlops.Dsl.Serving;

/// <summary>Refuses predictions with numbers that are none: JSON has none for them, and no client could tell what was meant.</summary>
internal static class FinitePrediction<TPrediction>
    where TPrediction : IPrediction<TPrediction>
{
    private static readonly (string Name, Func<TPrediction, double>? Get)[] Numbers =
    [
        .. TPrediction.Schema.Columns.Select(static column => (column.Name, column.Accept(new NumberOf()))),
    ];

    /// <summary>Throws where a property that can't be null is NaN or infinite.</summary>
    /// <exception cref="ModelException">It is so.</exception>
    public static void Check(TPrediction prediction)
    {
        foreach (var (name, get) in Numbers)
        {
            if (get?.Invoke(prediction) is { } number && !double.IsFinite(number))
            {
                throw new ModelException(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"The prediction's {name} is {number}, which no answer can have: look at the model, and at what it was given."
                    )
                );
            }
        }
    }

    private readonly struct NumberOf : IRowColumnVisitor<TPrediction, Func<TPrediction, double>?>
    {
        public Func<TPrediction, double>? Visit<T>(RowColumn<TPrediction, T> column) =>
            column switch
            {
                RowColumn<TPrediction, float> number => row => number.Get(row),
                RowColumn<TPrediction, double> number => number.Get,
                _ => null,
            };
    }
}
