using Microsoft.CodeAnalysis;

namespace Mlops.Dsl.Build.Tests.Harness;

/// <summary>Compares a program before and after an edit with what the corpus says of it.</summary>
public static class CorpusVerdict
{
    public static IReadOnlyList<Finding> Of(CorpusCase item) =>
        [.. Enum.GetValues<OptimizationLevel>().SelectMany(optimization => Of(item, optimization))];

    private static IEnumerable<Finding> Of(CorpusCase item, OptimizationLevel optimization)
    {
        var before = CorpusRun.Shared(item.Source, optimization);
        var after = CorpusRun.Of(item.Edited, optimization);
        foreach (var stage in before.Fingerprints.Keys.Union(after.Fingerprints.Keys).Order(StringComparer.Ordinal))
        {
            Expectation? expected = item.Stages.TryGetValue(stage, out var named) ? named : null;
            var fingerprintChanged = before.Fingerprint(stage) != after.Fingerprint(stage);
            var resultChanged = ResultChanged(before, after, stage, expected == Expectation.Result);
            if (!fingerprintChanged && (resultChanged || expected is Expectation.Result or Expectation.Unseen))
            {
                yield return new(Fault.Stale, stage, optimization, Results(before, after, stage));
            }

            if (fingerprintChanged && !resultChanged && expected is null)
            {
                yield return new(Fault.Spurious, stage, optimization, Symbols(before, after, stage));
            }

            if (!resultChanged && expected == Expectation.Result)
            {
                yield return new(Fault.Unproven, stage, optimization, Results(before, after, stage));
            }

            if (resultChanged && expected is null or Expectation.Allowed)
            {
                yield return new(Fault.Unnamed, stage, optimization, Results(before, after, stage));
            }
        }

        foreach (var stage in item.Stages.Keys.Except(before.Fingerprints.Keys).Except(after.Fingerprints.Keys))
        {
            yield return new(Fault.Unproven, stage, optimization, "there is no such stage");
        }
    }

    /// <summary>
    /// A surprising result is asked for again of the stage alone, since stages before it may leave state; one that is not the same twice
    /// tells nothing.
    /// </summary>
    private static bool ResultChanged(CorpusRun before, CorpusRun after, string stage, bool expected)
    {
        if (before.Results.GetValueOrDefault(stage) != after.Results.GetValueOrDefault(stage) == expected)
        {
            return expected;
        }

        var alone = before.Alone(stage);
        return alone == before.Alone(stage) && alone != after.Alone(stage);
    }

    private static string Results(CorpusRun before, CorpusRun after, string stage) =>
        before.Results.GetValueOrDefault(stage, "no stage") + " => " + after.Results.GetValueOrDefault(stage, "no stage");

    private static string Symbols(CorpusRun before, CorpusRun after, string stage)
    {
        var old = before.Fingerprints.GetValueOrDefault(stage)?.Symbols ?? [];
        var current = after.Fingerprints.GetValueOrDefault(stage)?.Symbols ?? [];
        var gone = old.Except(current).Select(symbol => "-" + symbol.Symbol);
        return string.Join(", ", gone.Concat(current.Except(old).Select(symbol => "+" + symbol.Symbol)));
    }
}
