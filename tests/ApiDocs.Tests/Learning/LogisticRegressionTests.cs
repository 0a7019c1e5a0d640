using ApiDocs.Features;
using ApiDocs.Learning;

namespace ApiDocs.Tests.Learning;

public sealed class LogisticRegressionTests
{
    private static readonly string[] _labels = ["a", "b", "c"];

    // Column k tells label k; column 3 tells nothing.
    private static readonly SparseRows _rows = new(
        [0, 2, 4, 6, 8, 10, 12],
        [0, 3, 1, 3, 2, 3, 0, 3, 1, 3, 2, 3],
        [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1]
    );
    private static readonly int[] _targets = [0, 1, 2, 0, 1, 2];

    [Fact]
    public void Separable_rows_are_learned() => Assert.Equal(["a", "b", "c", "a", "b", "c"], Fit().Predict(_rows));

    [Fact]
    public void The_loss_of_the_first_epoch_starts_near_that_of_guessing_and_falls()
    {
        var losses = new List<double>();
        Fit(
            epochs: 20,
            rate: 0.1,
            epochEnded: (epoch, loss) =>
            {
                Assert.Equal(losses.Count + 1, epoch);
                losses.Add(loss);
            }
        );

        Assert.Equal(20, losses.Count);
        Assert.InRange(losses[0], 0.5, Math.Log(3) + 0.2);
        Assert.True(losses[^1] < losses[0] / 2, $"from {losses[0]} to {losses[^1]}");
    }

    [Fact]
    public void The_first_step_follows_the_gradient_of_the_cross_entropy()
    {
        // One row of label 1, all weights zero: the gradient is p - y = (1/3, -2/3, 1/3), and AdaGrad's first step is the rate times its
        // sign.
        var model = LogisticRegression.Fit(
            new SparseRows([0, 1], [0], [1]),
            [1],
            _labels,
            columns: 1,
            new TrainingSettings(1, 0.25),
            new Random(1),
            static (_, _) => { },
            TestContext.Current.CancellationToken
        );

        Assert.Equal([-0.25f, 0.25f, -0.25f], model.Weights.Select(static weight => MathF.Round(weight, 4)));
        Assert.Equal([-0.25f, 0.25f, -0.25f], model.Biases.Select(static bias => MathF.Round(bias, 4)));
    }

    [Fact]
    public void The_same_seed_gives_the_same_bytes()
    {
        Assert.Equal(Fit(seed: 7).Weights, Fit(seed: 7).Weights);
        Assert.NotEqual(Fit(seed: 7).Weights, Fit(seed: 8).Weights);
    }

    [Fact]
    public void Cancellation_stops_the_training()
    {
        using var cancellation = new CancellationTokenSource();

        Assert.Throws<OperationCanceledException>(() =>
            Fit(epochs: int.MaxValue, epochEnded: (_, _) => cancellation.Cancel(), cancellation: cancellation)
        );
    }

    private static LinearClassifier Fit(
        int seed = 1,
        int epochs = 50,
        double rate = 0.5,
        Action<int, double>? epochEnded = null,
        CancellationTokenSource? cancellation = null
    ) =>
        LogisticRegression.Fit(
            _rows,
            _targets,
            _labels,
            columns: 4,
            new TrainingSettings(epochs, rate),
            new Random(seed),
            epochEnded ?? (static (_, _) => { }),
            cancellation?.Token ?? TestContext.Current.CancellationToken
        );
}
