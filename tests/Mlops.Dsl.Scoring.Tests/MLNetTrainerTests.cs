using Mlops.Dsl.MLNet;

namespace Mlops.Dsl.Scoring.Tests;

public sealed class MLNetTrainerTests
{
    [Fact]
    public void FastTree_for_two_classes_becomes_a_graph_that_says_the_same()
    {
        var model = TrainedModels.FastTree;
        Assert.Equal(
            ["Age", "Hours", "Owner", "Savings", "Schooling", "Work"],
            model.Signature.Inputs.Select(static input => input.Column).Order(StringComparer.Ordinal)
        );
        Assert.Equal(["Rich", "Probability", "Score"], model.Signature.Outputs.Select(static output => output.Property));
        var parity = Assert.IsType<ParityRecord>(model.Parity);
        Assert.Equal(400, parity.RealRows);
        Assert.InRange(parity.HostileRows, 20, 100);
        Assert.InRange(parity.LargestDifference, 0, 1e-5);
        Assert.StartsWith("ML.NET 5", model.Origin.Framework, StringComparison.Ordinal);
    }

    [Fact]
    public void What_was_learned_is_worth_something()
    {
        using var scorer = TrainedModels.FastTree.CreateScorer();
        var citizens = Census.Citizens();
        var right = citizens.Count(citizen => scorer.Score(CitizenView.From(citizen)).Rich == citizen.Rich);
        Assert.InRange(right, 360, 400);
    }

    [Theory]
    [InlineData("FastTree")]
    [InlineData("Sdca")]
    [InlineData("LightGbm")]
    public void One_seed_gives_one_model_bit_for_bit(string trainer)
    {
        if (trainer == "LightGbm")
        {
            TrainedModels.SkipWithoutLightGbm();
        }

        var recipe = trainer switch
        {
            "FastTree" => MLNetRecipes.FastTree(8, 20),
            "Sdca" => MLNetRecipes.Sdca(),
            _ => MLNetRecipes.LightGbm(8, 20),
        };
        var (first, second) = (TrainedModels.Binary(recipe), TrainedModels.Binary(recipe));
        Assert.True(first.Onnx.Span.SequenceEqual(second.Onnx.Span));
        Assert.Equal(first.Hash, second.Hash);
    }

    [Theory]
    [InlineData("FastTree")]
    [InlineData("Sdca")]
    [InlineData("LightGbm")]
    public void A_number_is_predicted(string trainer)
    {
        if (trainer == "LightGbm")
        {
            TrainedModels.SkipWithoutLightGbm();
        }

        var model = TrainedModels.Regression(
            trainer switch
            {
                "FastTree" => MLNetRecipes.FastTree(),
                "Sdca" => MLNetRecipes.Sdca(),
                _ => MLNetRecipes.LightGbm(),
            }
        );
        using var scorer = model.CreateScorer();
        var citizens = Census.Citizens();
        var mean = citizens.Average(static citizen => citizen.Income);
        var unexplained = citizens.Sum(citizen => Math.Pow(citizen.Income - scorer.Score(CitizenView.From(citizen)).Income, 2));
        Assert.InRange(unexplained / citizens.Sum(citizen => Math.Pow(citizen.Income - mean, 2)), 0, 0.4);
    }

    [Theory]
    [InlineData(float.NaN, "NaN")]
    [InlineData(float.PositiveInfinity, "Infinity")]
    public void A_label_that_is_no_finite_number_is_refused(float income, string shown)
    {
        var citizens = Census.Citizens();
        citizens[7] = citizens[7] with { Income = income };
        var train = UnitTestDatasets.TrainSet(citizens.Select(static citizen => new Labelled<IncomeLabel>(citizen)));
        using var context = new DetachedStageContext();
        var error = Assert.Throws<ModelException>(() =>
            MLNetTrainer.Fit<Labelled<IncomeLabel>, CitizenView, IncomeGuess>(
                train,
                context,
                MLNetRecipes.FastTree(),
                TestContext.Current.CancellationToken
            )
        );
        Assert.StartsWith($"The label 'Income' of row 7 of the training set is {shown}", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Sdca")]
    [InlineData("LightGbm")]
    public void One_of_several_texts_is_predicted(string trainer)
    {
        var model = Several<ClassLabel, string>(trainer);
        using var scorer = model.CreateScorer();
        var citizens = Census.Citizens();
        var guesses = scorer.Score(Census.Views());
        Assert.InRange(citizens.Zip(guesses).Count(static pair => pair.First.Class == pair.Second.Class), 280, 400);
        Assert.All(guesses, static guess => Assert.InRange(guess.Probability, 1f / 3, 1));
    }

    [Fact]
    public void One_of_an_enumeration_is_predicted()
    {
        using var scorer = Several<SchoolingLabel, Schooling>("Sdca").CreateScorer();
        var guesses = scorer.Score(Census.Views());
        Assert.InRange(Census.Citizens().Zip(guesses).Count(static pair => pair.First.Grade == (int)pair.Second.Class), 280, 400);
    }

    [Fact]
    public void One_of_several_numbers_is_predicted()
    {
        using var scorer = Several<GradeLabel, int>("Sdca").CreateScorer();
        var guesses = scorer.Score(Census.Views());
        Assert.InRange(Census.Citizens().Zip(guesses).Count(static pair => pair.First.Grade == pair.Second.Class), 280, 400);
    }

    private static Model<CitizenView, Guess<TClass>> Several<TLabel, TClass>(string trainer)
        where TLabel : ILabel
    {
        if (trainer == "LightGbm")
        {
            TrainedModels.SkipWithoutLightGbm();
        }

        using var context = new DetachedStageContext();
        var view = (object)Census.Train<TLabel>();
        var recipe = trainer == "Sdca" ? MLNetRecipes.Sdca() : MLNetRecipes.LightGbm();
        return view switch
        {
            TrainSet<Labelled<ClassLabel>> train => MLNetTrainer.Fit<Labelled<ClassLabel>, CitizenView, Guess<TClass>>(
                train,
                context,
                recipe
            ),
            TrainSet<Labelled<SchoolingLabel>> train => MLNetTrainer.Fit<Labelled<SchoolingLabel>, CitizenView, Guess<TClass>>(
                train,
                context,
                recipe
            ),
            _ => MLNetTrainer.Fit<Labelled<GradeLabel>, CitizenView, Guess<TClass>>((TrainSet<Labelled<GradeLabel>>)view, context, recipe),
        };
    }
}
