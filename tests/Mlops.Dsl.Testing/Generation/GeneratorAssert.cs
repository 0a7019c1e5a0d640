using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis;

namespace Mlops.Dsl.Testing.Generation;

/// <summary>Checks that every incremental generator must pass.</summary>
public static class GeneratorAssert
{
    /// <summary>Checks that named steps did no new work in a rerun: each output is <c>Cached</c> or <c>Unchanged</c>.</summary>
    /// <param name="run">A rerun after an edit.</param>
    /// <param name="steps">Tracking names; none means every step that the generators named.</param>
    /// <exception cref="VerificationException">A step ran anew, or there is no such step.</exception>
    public static void StepsAreCached(GeneratorRun run, params IEnumerable<string> steps)
    {
        var names = steps.ToImmutableArray();
        names = names.IsEmpty ? run.StepNames : names;
        if (names.IsEmpty)
        {
            throw new VerificationException("The generators have no named step: nothing could be checked.");
        }

        var stale = new StringBuilder();
        foreach (var name in names)
        {
            var outputs = run.Steps(name).SelectMany(s => s.Outputs).ToList();
            if (outputs.Count == 0)
            {
                stale.Append("  ").Append(name).Append(": no output; the steps are ").AppendJoin(", ", run.StepNames).Append('\n');
            }

            foreach (
                var (value, reason) in outputs.Where(o =>
                    o.Reason is not (IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged)
                )
            )
            {
                stale.Append("  ").Append(name).Append(": ").Append(reason).Append(" (").Append(value).Append(")\n");
            }
        }

        if (stale.Length > 0)
        {
            throw new VerificationException("Steps that should be cached ran anew:\n" + stale);
        }
    }

    /// <summary>Checks that what the generators make does not depend on the order of the source files.</summary>
    public static void IsIndependentOfFileOrder(TestProject project)
    {
        var expected = GeneratorRun.Start(project).Sources;
        var count = project.Sources.Length;
        for (var shift = 0; shift < count; shift++)
        {
            var rotated = project.Sources.Skip(shift).Concat(project.Sources.Take(shift)).ToImmutableArray();
            SameSources(expected, GeneratorRun.Start(project with { Sources = rotated }).Sources, "rotated by " + shift);
            SameSources(
                expected,
                GeneratorRun.Start(project with { Sources = [.. rotated.Reverse()] }).Sources,
                $"rotated by {shift} and reversed"
            );
        }
    }

    /// <summary>Checks that no two generated files have names that collide on a file system that ignores case.</summary>
    public static void HintNamesAreUnique(GeneratorRun run)
    {
        var collision = run
            .Result.Results.SelectMany(r => r.GeneratedSources)
            .GroupBy(s => s.HintName, StringComparer.OrdinalIgnoreCase)
            .FirstOrDefault(g => g.Count() > 1);
        if (collision is not null)
        {
            throw new VerificationException("Hint names collide: " + string.Join(", ", collision.Select(s => s.HintName)));
        }
    }

    /// <summary>Checks that no value that the generators' named steps keep reaches a symbol, syntax, location or compilation.</summary>
    public static void RetainsNoCompilation(GeneratorRun run) => RetentionWalk.Assert(run);

    private static void SameSources(
        ImmutableSortedDictionary<string, string> expected,
        ImmutableSortedDictionary<string, string> actual,
        string order
    )
    {
        var different = expected
            .Keys.Union(actual.Keys, StringComparer.Ordinal)
            .Where(k => !string.Equals(expected.GetValueOrDefault(k), actual.GetValueOrDefault(k), StringComparison.Ordinal))
            .ToList();
        if (different.Count > 0)
        {
            throw new VerificationException($"With the files {order}, other sources are generated: {string.Join(", ", different)}.");
        }
    }
}
