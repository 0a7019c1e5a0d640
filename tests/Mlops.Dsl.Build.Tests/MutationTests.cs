using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Mlops.Dsl.Build.Tests.Harness;
using Mlops.Dsl.Build.Walking;

namespace Mlops.Dsl.Build.Tests;

public sealed class MutationTests
{
    private static readonly ConcurrentDictionary<(string Source, OptimizationLevel Optimization), Dictionary<string, StageFingerprint>> Programs = new();

    public static TheoryData<string> Cases => [.. CorpusReader.All.Select(item => item.Name)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void An_edit_changes_exactly_the_stages_that_it_can_affect(string name)
    {
        var item = CorpusReader.All.Single(candidate => candidate.Name == name);
        foreach (var optimization in Enum.GetValues<OptimizationLevel>())
        {
            var before = Before(item.Source, optimization);
            var after = Fingerprints(item.Edited, optimization);
            var changed = before.Keys.Union(after.Keys)
                .Where(stage => before.GetValueOrDefault(stage)?.Fingerprint != after.GetValueOrDefault(stage)?.Fingerprint)
                .Order(StringComparer.Ordinal)
                .ToArray();
            Assert.True(changed.SequenceEqual(item.Changed.Order(StringComparer.Ordinal)), $"Changed in {optimization}: [{string.Join(", ", changed)}]\n{Explain(before, after)}");
        }
    }

    // Many edits share one program.
    private static Dictionary<string, StageFingerprint> Before(string source, OptimizationLevel optimization) =>
        Programs.GetOrAdd((source, optimization), static program => Fingerprints(program.Source, program.Optimization));

    private static Dictionary<string, StageFingerprint> Fingerprints(string source, OptimizationLevel optimization)
    {
        using var modules = CorpusCompiler.Compile(CorpusProgram.Parse(source), optimization);
        return Fingerprinter.Compute(modules).SelectMany(pipeline => pipeline.Stages).ToDictionary(stage => stage.Name, StringComparer.Ordinal);
    }

    private static string Explain(Dictionary<string, StageFingerprint> before, Dictionary<string, StageFingerprint> after) =>
        string.Join("\n", before.Keys.Intersect(after.Keys).Select(stage =>
            $"{stage}: {string.Join(", ", before[stage].Symbols.Except(after[stage].Symbols).Select(symbol => "-" + symbol.Symbol))} {string.Join(", ", after[stage].Symbols.Except(before[stage].Symbols).Select(symbol => "+" + symbol.Symbol))}"));
}
