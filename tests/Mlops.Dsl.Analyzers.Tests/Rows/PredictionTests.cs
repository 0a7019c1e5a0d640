using Mlops.Dsl.Analyzers.Tests.Infrastructure;

namespace Mlops.Dsl.Analyzers.Tests.Rows;

public class PredictionTests
{
    [Theory]
    [InlineData("[Prediction] public sealed partial record {|MLP1088:Told|}(bool Left);")]
    [InlineData(
        "[Prediction] public sealed partial record {|MLP1088:Told|}([PredictedLabel] bool Left, [PredictedLabel] bool Gone, [Probability] "
            + "float P);"
    )]
    [InlineData("[Prediction] public sealed partial record {|MLP1088:Told|}([PredictedLabel, Score] double Left);")]
    [InlineData("[Row, Prediction] public sealed partial record {|MLP1088:Told|}([Score] double Left);")]
    [InlineData("[Prediction] public sealed partial record Told([PredictedLabel] bool Left, [Probability] int {|MLP1089:P|});")]
    [InlineData("[Prediction] public partial record struct Told { [Probability] public decimal {|MLP1089:P|} { get; init; } }")]
    [InlineData("[Prediction] public sealed partial record Told([Probability] float? {|MLP1089:P|});")]
    [InlineData("[Prediction] public sealed record {|MLP1081:Told|}([Score] double Left);")]
    [InlineData("[Prediction] public abstract partial record {|MLP1082:Told|}([Score] double Left);")]
    [InlineData("[Prediction] public sealed partial record {|MLP1082:Told|};")]
    [InlineData("[Prediction] public sealed partial record Told([Score] Stream {|MLP1083:Left|});")]
    public async Task A_prediction_that_can_not_be_one_is_reported(string code) => await RuleTest.VerifyAsync("using System.IO;\n" + code);

    [Theory]
    [InlineData("[Prediction] public readonly partial record struct Told([PredictedLabel] bool Left, [Probability] float P);")]
    [InlineData("[Prediction] public sealed partial record Told([PredictedLabel] string Class, [Score] float[] Scores, string? Model);")]
    [InlineData("[Prediction] public sealed partial record Told([Score] double Value);")]
    [InlineData(
        "public abstract record Output([property: Score] double Value); [Prediction] public sealed partial record Told(double Value) : "
            + "Output(Value);"
    )]
    public async Task Predictions_are_not_reported(string code) => await RuleTest.VerifyAsync(code);
}
