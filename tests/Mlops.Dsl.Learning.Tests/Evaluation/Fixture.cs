namespace Mlops.Dsl.Learning.Tests.Evaluation;

/// <summary>
/// Data that Python makes alike: x := (1103515245 x + 12345) mod 2^31, of which the upper 23 bits are taken. The expected numbers of the
/// tests were computed from it by
/// scikit-learn 1.2.1 and numpy 1.24.
/// </summary>
internal sealed class Fixture
{
    private long _state;

    private Fixture(long seed) => _state = seed;

    /// <summary>200 rows with many tied scores, in three groups.</summary>
    public static (bool[] Labels, double[] Scores, string[] Groups) Binary()
    {
        var random = new Fixture(42);
        var rows = new (bool, double, string)[200];
        for (var i = 0; i < rows.Length; i++)
        {
            var chance = random.Next(1000);
            var label = random.Next(1000) < chance;
            var noisy = chance + random.Next(400) - 200;
            var score = Math.Min(99, Math.Max(1, (int)Math.Floor(noisy / 10.0))) / 100.0;
            rows[i] = (label, score, "ABC"[random.Next(3)].ToString());
        }

        return (
            [.. rows.Select(static row => row.Item1)],
            [.. rows.Select(static row => row.Item2)],
            [.. rows.Select(static row => row.Item3)]
        );
    }

    /// <summary>150 rows of three classes.</summary>
    public static (int[] Labels, int[] Predictions, double[] Probabilities) Multiclass()
    {
        var random = new Fixture(7);
        var (labels, predictions, probabilities) = (new int[150], new int[150], new double[450]);
        for (var i = 0; i < labels.Length; i++)
        {
            labels[i] = random.Next(3);
            int[] weights = [1 + random.Next(100), 1 + random.Next(100), 1 + random.Next(100)];
            weights[labels[i]] += 60;
            predictions[i] = Array.IndexOf(weights, weights.Max());
            for (var k = 0; k < 3; k++)
            {
                probabilities[(i * 3) + k] = (double)weights[k] / weights.Sum();
            }
        }

        return (labels, predictions, probabilities);
    }

    /// <summary>120 rows of numbers, none of them 0.</summary>
    public static (double[] Labels, double[] Predictions) Regression()
    {
        var random = new Fixture(3);
        var (labels, predictions) = (new double[120], new double[120]);
        for (var i = 0; i < labels.Length; i++)
        {
            labels[i] = (random.Next(2000) / 10.0) - 20;
            predictions[i] = (labels[i] * 0.9) + (random.Next(300) / 10.0) - 12;
        }

        return (labels, predictions);
    }

    private int Next(int bound)
    {
        _state = ((_state * 1103515245) + 12345) % 2147483648;
        return (int)((_state >> 8) % bound);
    }
}
