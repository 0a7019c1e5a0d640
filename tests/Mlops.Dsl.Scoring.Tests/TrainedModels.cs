using Mlops.Dsl.MLNet;

namespace Mlops.Dsl.Scoring.Tests;

/// <summary>Models that several tests look at.</summary>
internal static class TrainedModels
{
    private static readonly Lazy<Model<CitizenView, RichScore>> Trees = new(() => Binary(MLNetRecipes.FastTree(8, 20)));

    public static Model<CitizenView, RichScore> FastTree => Trees.Value;

    public static Model<CitizenView, RichScore> Binary(MLNetRecipe recipe)
    {
        using var context = new DetachedStageContext();
        return MLNetTrainer.Fit<Labelled<RichLabel>, CitizenView, RichScore>(Census.Train<RichLabel>(), context, recipe);
    }

    public static Model<CitizenView, IncomeGuess> Regression(MLNetRecipe recipe)
    {
        using var context = new DetachedStageContext();
        return MLNetTrainer.Fit<Labelled<IncomeLabel>, CitizenView, IncomeGuess>(Census.Train<IncomeLabel>(), context, recipe);
    }

    public static void SkipWithoutLightGbm() =>
        Assert.SkipWhen(
            OperatingSystem.IsLinux() && !System.Runtime.InteropServices.NativeLibrary.TryLoad("libgomp.so.1", out _),
            "LightGBM needs libgomp1, which this machine lacks."
        );
}
