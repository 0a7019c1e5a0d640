using Microsoft.CodeAnalysis;
using Mlops.Dsl.Build.Walking;

namespace Mlops.Dsl.Build.Tests.Harness;

/// <summary>The stages of a program that is compiled and walked, but not run.</summary>
internal static class WalkedStages
{
    /// <summary>The stages of all pipelines, by name.</summary>
    public static Dictionary<string, StageFingerprint> Of(string source)
    {
        using var modules = CorpusCompiler.Compile(CorpusProgram.Parse(source), OptimizationLevel.Release);
        return Fingerprinter
            .Compute(modules)
            .SelectMany(pipeline => pipeline.Stages)
            .ToDictionary(stage => stage.Name, StringComparer.Ordinal);
    }

    /// <summary>Whether an edit, which must hit one place, changes a stage's fingerprint.</summary>
    public static bool Changes(string source, string text, string replacement, string stage = "A")
    {
        var first = source.IndexOf(text, StringComparison.Ordinal);
        Assert.True(first >= 0 && source.IndexOf(text, first + 1, StringComparison.Ordinal) < 0, $"'{text}' must occur once.");
        var edited = source.Replace(text, replacement, StringComparison.Ordinal);
        return Of(source)[stage].Fingerprint != Of(edited)[stage].Fingerprint;
    }
}
