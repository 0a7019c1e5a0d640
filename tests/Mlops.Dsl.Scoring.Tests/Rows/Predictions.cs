using Mlops.Dsl.Execution;
using Mlops.Dsl.Serialization;

namespace Mlops.Dsl.Scoring.Tests;

internal readonly record struct RichScore(bool Rich, float Probability, float Score) : IPrediction<RichScore>
{
    public static RowSchema<RichScore> Schema { get; } =
        new([
            new RowColumn<RichScore, bool>("Rich", "bool", ColumnRole.PredictedLabel, static row => row.Rich)
            {
                Format = ParameterFormats.Boolean,
            },
            new RowColumn<RichScore, float>("Probability", "float", ColumnRole.Probability, static row => row.Probability)
            {
                Format = ParameterFormats.Single,
            },
            new RowColumn<RichScore, float>("Score", "float", ColumnRole.Score, static row => row.Score)
            {
                Format = ParameterFormats.Single,
            },
        ]);

    public static Codec<RichScore> Codec { get; } = new NamedCodec<RichScore>("row(Rich:bool)");

    public static RichScore Create(RowValues values) => new(values.Get<bool>(0), values.Get<float>(1), values.Get<float>(2));
}

internal readonly record struct IncomeGuess(double Income) : IPrediction<IncomeGuess>
{
    public static RowSchema<IncomeGuess> Schema { get; } =
        new([
            new RowColumn<IncomeGuess, double>("Income", "double", ColumnRole.PredictedLabel, static row => row.Income)
            {
                Format = ParameterFormats.Double,
            },
        ]);

    public static Codec<IncomeGuess> Codec { get; } = new NamedCodec<IncomeGuess>("row(Income:float64)");

    public static IncomeGuess Create(RowValues values) => new(values.Get<double>(0));
}

/// <summary>A class of any type, with its probability.</summary>
internal readonly record struct Guess<T>(T Class, float Probability) : IPrediction<Guess<T>>
{
    public static RowSchema<Guess<T>> Schema { get; } =
        new([
            new RowColumn<Guess<T>, T>("Class", typeof(T).Name, ColumnRole.PredictedLabel, static row => row.Class) { Format = FormatOf() },
            new RowColumn<Guess<T>, float>("Probability", "float", ColumnRole.Probability, static row => row.Probability)
            {
                Format = ParameterFormats.Single,
            },
        ]);

    public static Codec<Guess<T>> Codec { get; } = new NamedCodec<Guess<T>>("row(Class)");

    public static Guess<T> Create(RowValues values) => new(values.Get<T>(0), values.Get<float>(1));

    private static ParameterFormat<T> FormatOf() =>
        (ParameterFormat<T>)(
            typeof(T) switch
            {
                var type when type == typeof(int) => (object)ParameterFormats.Int32,
                var type when type == typeof(bool) => ParameterFormats.Boolean,
                var type when type == typeof(string) => ParameterFormats.String,
                _ => ParameterFormats.Enum<Schooling>(),
            }
        );
}
