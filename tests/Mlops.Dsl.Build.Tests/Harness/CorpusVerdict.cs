using Microsoft.CodeAnalysis;

namespace Mlops.Dsl.Build.Tests.Harness;

/// <summary>What is wrong with one stage after an edit.</summary>
/// <param name="Fault">The kind of fault.</param>
/// <param name="Stage">The stage.</param>
/// <param name="Optimization">How the program was compiled.</param>
/// <param name="Detail">Results or symbols, for people.</param>
public sealed record Finding(Fault Fault, string Stage, OptimizationLevel Optimization, string Detail)
{
    public override string ToString() => $"{Fault} {Stage} in {Optimization}: {Detail}";
}

/// <summary>The ways in which the walk or the corpus can be wrong.</summary>
public enum Fault
{
    /// <summary>The result changed, the fingerprint did not.</summary>
    Stale,

    /// <summary>The fingerprint changed, though neither the result did nor the corpus says that it may.</summary>
    Spurious,

    /// <summary>The corpus says that the result changes, and running the stage does not show it.</summary>
    Unproven,

    /// <summary>The result changed, and the corpus does not name the stage.</summary>
    Unnamed,
}

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
            var fingerprintChanged = before.Fingerprints.GetValueOrDefault(stage)?.Fingerprint != after.Fingerprints.GetValueOrDefault(stage)?.Fingerprint;
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

        foreach (var stage in item.Stages.Keys.Where(stage => !before.Fingerprints.ContainsKey(stage) && !after.Fingerprints.ContainsKey(stage)))
        {
            yield return new(Fault.Unproven, stage, optimization, "there is no such stage");
        }
    }

    /// <summary>A surprising result is asked for again of the stage alone, since stages before it may leave state; one that is not the same twice tells nothing.</summary>
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
        return string.Join(", ", old.Except(current).Select(symbol => "-" + symbol.Symbol).Concat(current.Except(old).Select(symbol => "+" + symbol.Symbol)));
    }
}
