using Mlops.Dsl.Execution;
using Mlops.Dsl.Serialization;
using Mlops.Dsl.ServeChild;

namespace Mlops.Dsl.Learning.Tests.Models;

/// <summary>A prediction with the probabilities of both classes: those of <see cref="Verdict"/>.</summary>
internal sealed record Diagnosis(bool Class, float False, float True) : IPrediction<Diagnosis>
{
    /// <summary>A model that gives it.</summary>
    public static Model<Query, Diagnosis> CreateModel() =>
        Model<Query, Diagnosis>.FromOnnx(
            new OnnxBytes()
                .Node("Sigmoid", "True", "Signal")
                .Node("Sub", "False", "one", "True")
                .Node("Greater", "Class", "True", "half")
                .Constant("one", 1)
                .Constant("half", 0.5f)
                .Input("Signal", OnnxElement.Float)
                .Output("Class", OnnxElement.Bool)
                .Output("False", OnnxElement.Float)
                .Output("True", OnnxElement.Float)
                .ToArray()
        );

    public static RowSchema<Diagnosis> Schema { get; } =
        new([
            new RowColumn<Diagnosis, bool>("Class", "bool", ColumnRole.PredictedLabel, static row => row.Class)
            {
                Format = ParameterFormats.Boolean,
            },
            new RowColumn<Diagnosis, float>("False", "float", ColumnRole.Probability, static row => row.False)
            {
                Format = ParameterFormats.Single,
            },
            new RowColumn<Diagnosis, float>("True", "float", ColumnRole.Probability, static row => row.True)
            {
                Format = ParameterFormats.Single,
            },
        ]);

    public static Codec<Diagnosis> Codec => throw new NotSupportedException("No test of this project stores rows.");

    public static Diagnosis Create(RowValues values) => new(values.Get<bool>(0), values.Get<float>(1), values.Get<float>(2));
}
