using Mlops.Dsl.Generators.Tests.Support;
using Mlops.Dsl.Testing.Generation;

namespace Mlops.Dsl.Generators.Tests.Rows;

public sealed class PredictionTests
{
    private const string Score =
        "using Mlops.Dsl; using System.ComponentModel.DataAnnotations;\n[Prediction] public readonly partial record struct "
        + "IncomeScore([PredictedLabel] bool Over50K, [Range(0, 1), Probability] float Probability, string? Model);";

    [Fact]
    public void A_prediction_has_columns_with_the_roles_of_outputs() =>
        Assert.Equal(
            [
                "Over50K: PredictedLabel, ",
                "Probability: Probability, between 0 and 1",
                "Model: None, ",
                "True",
                "True",
                "object(Over50K:bool,Probability:float32,Model:string?)",
            ],
            RowProgram.Run(
                Score,
                RowProgram.Tools
                    + """
                    public static IEnumerable<string> Main()
                    {
                        foreach (var column in IncomeScore.Schema.Columns) yield return $"{column.Name}: {column.Role}, {string.Join("; ", column.Constraints)}";
                        var score = Same(new IncomeScore(true, 0.25f, "m"));
                        yield return score.Equals(Again(score)).ToString();
                        var codec = Mlops.Dsl.Serialization.Codecs.Row<IncomeScore>();
                        yield return score.Equals(Read(codec, Write(codec, score))).ToString();
                        yield return codec.Schema;
                    }

                    private static T Same<T>(T prediction) where T : IPrediction<T> => prediction;
                    """
            )
        );

    [Theory]
    [InlineData(
        "[Prediction] public sealed partial record P([PredictedLabel] string Label, [Score] double Score);",
        "PredictedLabel Score"
    )]
    [InlineData("[Prediction] public partial record struct P { [Score] public double Value { get; init; } }", "Score")]
    [InlineData(
        "[Prediction] public sealed partial class P { public required double Value { get; init; } [PredictedLabel] public bool IsHigh => "
            + "Value > 1; }",
        "None PredictedLabel"
    )]
    [InlineData("[Prediction] public sealed partial record P([Feature, Label] double Columns, [Score] double Schema);", "None Score")]
    public void A_prediction_of_this_shape_has_roles(string declaration, string roles) =>
        Assert.Equal(
            [roles],
            RowProgram.Run(
                "using Mlops.Dsl;\n" + declaration,
                """
                public static IEnumerable<string> Main() { yield return Roles<P>(); }

                private static string Roles<T>() where T : IPrediction<T> => string.Join(' ', T.Schema.Columns.OrderBy(column => column.Name == "Value" ? 0 : 1).Select(column => column.Role));
                """
            )
        );

    [Theory]
    [InlineData("[Prediction] public sealed record P([Score] double X);")]
    [InlineData("[Prediction] public sealed partial record P;")]
    [InlineData("[Prediction] public sealed partial record P(double X);")]
    [InlineData("[Prediction] public sealed partial record P([PredictedLabel] double X, [PredictedLabel] double Y);")]
    [InlineData("[Prediction] public sealed partial record P([Probability] string X);")]
    [InlineData("[Prediction] public sealed partial record P([PredictedLabel, Score, Probability] string X);")]
    [InlineData("[Prediction] public abstract partial record P([Score] double X);")]
    [InlineData("[Prediction] public sealed partial record P<T>([Score] double X);")]
    [InlineData("[Prediction] [Row] public sealed partial record P([Score] double X);")]
    [InlineData("[Prediction] [Prediction] public sealed partial record P([Score] double X);")]
    [InlineData("[Prediction] public sealed partial record P([Score] Unknown X);")]
    [InlineData("[Prediction] public partial")]
    public void A_prediction_that_can_not_be_one_gets_no_error_from_generated_code(string declaration) =>
        RowProgram.AssertNoGeneratedError("using Mlops.Dsl;\n" + declaration);

    [Fact]
    public void An_unrelated_edit_leaves_every_step_cached()
    {
        var run = GeneratorRun.Start(RowProgram.Project(Score).WithSource("Other.cs", "class Other { }"));
        GeneratorAssert.RetainsNoCompilation(run);
        GeneratorAssert.StepsAreCached(run.Rerun(static project => project.WithEdit("Other.cs", static text => text + " class More { }")));
    }
}
