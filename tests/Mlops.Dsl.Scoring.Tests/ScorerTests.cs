using Mlops.Dsl.Sessions;

namespace Mlops.Dsl.Scoring.Tests;

public sealed class ScorerTests
{
    [Fact]
    public void One_row_and_many_get_the_same_predictions()
    {
        using var scorer = TrainedModels.FastTree.CreateScorer(new ScorerOptions { BatchSize = 64 });
        var views = Census.Views(300);
        var batch = scorer.Score(views);
        Assert.Equal(300, batch.Length);
        Assert.Equal(batch, views.Select(scorer.Score));
        Assert.True(batch.Select(static prediction => prediction.Probability).Distinct().Count() > 20);
    }

    [Fact]
    public void A_row_costs_no_allocation_after_the_first_ones()
    {
        using var scorer = TrainedModels.FastTree.CreateScorer();
        var views = Census.Views(50);
        Score(scorer, views, 100);
        // What the runtime allocates once, as it replaces code that runs often, falls into one round, what its first code allocates into
        // those before it is replaced, which takes a while on a busy machine; what a row costs falls into all.
        var least = long.MaxValue;
        for (var round = 0; round < 100 && least > 0; round++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            Score(scorer, views, 100);
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
            Thread.Sleep(10);
        }

        Assert.Equal(0, least);
    }

    [Fact]
    public void One_scorer_serves_eight_threads()
    {
        using var scorer = TrainedModels.FastTree.CreateScorer();
        var views = Census.Views();
        var expected = scorer.Score(views);
        var wrong = 0;
        Thread[] threads =
        [
            .. Enumerable
                .Range(0, 8)
                .Select(offset => new Thread(() =>
                {
                    for (var i = 0; i < 2000; i++)
                    {
                        var at = (i + (offset * 37)) % views.Length;
                        if (scorer.Score(views[at]) != expected[at])
                        {
                            Interlocked.Increment(ref wrong);
                        }
                    }
                })),
        ];
        Array.ForEach(threads, static thread => thread.Start());
        Array.ForEach(threads, static thread => thread.Join());
        Assert.Equal(0, wrong);
    }

    [Fact]
    public void A_scorer_that_was_disposed_of_says_so()
    {
        var scorer = TrainedModels.FastTree.CreateScorer();
        scorer.Dispose();
        scorer.Dispose();
        Assert.Throws<ObjectDisposedException>(() => scorer.Score(Census.Views(1)[0]));
    }

    [Fact]
    public void CUDA_that_is_absent_is_said_to_be()
    {
        var exception = Assert.Throws<ModelException>(() =>
            TrainedModels.FastTree.CreateScorer(new ScorerOptions { Device = ScorerDevice.Cuda })
        );
        Assert.Contains("CUDA is absent", exception.Message, StringComparison.Ordinal);
        Assert.Contains("Mlops.Dsl.OnnxRuntime.Gpu", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_native_library_that_is_absent_is_told_from_other_failures()
    {
        Assert.True(
            SessionFactory.IsNativeLibraryMissing(new TypeInitializationException("NativeMethods", new DllNotFoundException("onnxruntime")))
        );
        Assert.False(SessionFactory.IsNativeLibraryMissing(new InvalidOperationException()));
        Assert.Contains("Mlops.Dsl.OnnxRuntime", SessionFactory.NativeLibraryMissing, StringComparison.Ordinal);
    }

    [Fact]
    public void Too_few_threads_and_rows_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => TrainedModels.FastTree.CreateScorer(new ScorerOptions { Threads = 0 }));
        Assert.Throws<ArgumentOutOfRangeException>(() => TrainedModels.FastTree.CreateScorer(new ScorerOptions { BatchSize = 0 }));
        using var scorer = TrainedModels.FastTree.CreateScorer();
        Assert.Throws<ArgumentException>(() => scorer.Score(Census.Views(2), new RichScore[1]));
    }

    private static void Score(Scorer<CitizenView, RichScore> scorer, CitizenView[] views, int rounds)
    {
        for (var round = 0; round < rounds; round++)
        {
            foreach (var view in views)
            {
                _ = scorer.Score(view);
            }
        }
    }
}
