using Mlops.Dsl.Benchmarks.Whole;
using Mlops.Dsl.ServeChild;

namespace Mlops.Dsl.Benchmarks.Serving;

/// <summary>What a scorer adds to ONNX Runtime: on one row, and on rows at once.</summary>
internal static class ScorerFindings
{
    private const int Rows = 20_000;
    private const int BatchSize = 1000;
    private const int Repetitions = 21;

    private static readonly Application[] Applications =
    [
        .. Enumerable.Range(0, Rows).Select(static i => new Application(i, 17 + (i % 100), null, 40, "DE", "f")),
    ];
    private static readonly int[] Ages = [.. Applications.Select(static row => row.Age)];

    public static IEnumerable<Finding> Run()
    {
        var model = TinyModel.Create(bias: 0);
        using var session = RawScorer.Open(model.Onnx);
        using var scorer = model.CreateScorer(new ScorerOptions { BatchSize = BatchSize });
        using var raw = new RawScorer(session, 1);
        using var rawBatch = new RawScorer(session, BatchSize);
        var predictions = new IncomeScore[Rows];
        var rawPredictions = new (bool, float)[Rows];
        yield return Compare(
            "score one row",
            () => Array.ForEach(Applications, row => predictions[row.Id] = scorer.Score(row)),
            () => Array.ForEach(Applications, row => rawPredictions[row.Id] = raw.Score(row.Age))
        );
        Verify(predictions, rawPredictions);
        yield return Compare(
            $"score {BatchSize} rows at once, each",
            () => scorer.Score(Applications, predictions),
            () =>
            {
                for (var i = 0; i < Rows; i += BatchSize)
                {
                    rawBatch.Score(Ages.AsSpan(i, BatchSize), rawPredictions.AsSpan(i, BatchSize));
                }
            }
        );
        Verify(predictions, rawPredictions);
    }

    private static Finding Compare(string what, Action scorer, Action raw)
    {
        var allocated = 0L;
        var (ours, floor) = Measure.Medians(
            Repetitions,
            () =>
            {
                var before = GC.GetAllocatedBytesForCurrentThread();
                scorer();
                allocated = GC.GetAllocatedBytesForCurrentThread() - before;
            },
            raw
        );
        var least = floor.TotalMicroseconds / Rows;
        return new Finding(
            what,
            ours.TotalMicroseconds / Rows,
            "µs",
            Budget: least + 4,
            Goal: least + 2,
            ("ONNX Runtime with bound buffers, filled and read by hand", least)
        )
        {
            Note = FormattableString.Invariant($"{(double)allocated / Rows:0.##} B allocated a row"),
        };
    }

    private static void Verify(IncomeScore[] predictions, (bool Label, float Probability)[] raw)
    {
        for (var i = 0; i < Rows; i++)
        {
            if ((predictions[i].Over50K, predictions[i].Probability) != raw[i])
            {
                throw new InvalidOperationException($"The scorer says {predictions[i]} of row {i}, and ONNX Runtime {raw[i]}.");
            }
        }
    }
}
