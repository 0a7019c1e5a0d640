using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Mlops.Dsl.Build.Tests.Harness.Execution;
using Mlops.Dsl.Build.Walking;

namespace Mlops.Dsl.Build.Tests.Harness;

/// <summary>One version of a program: compiled, walked and run.</summary>
public sealed class CorpusRun
{
    private static readonly ConcurrentDictionary<(string Source, OptimizationLevel Optimization), Lazy<Execution>> Programs = new();
    private readonly CompiledProgram _program;

    private CorpusRun(Execution execution)
    {
        _program = execution.Program;
        using var modules = _program.Load();
        Fingerprints = Fingerprinter
            .Compute(modules)
            .SelectMany(pipeline => pipeline.Stages)
            .ToDictionary(stage => stage.Name, StringComparer.Ordinal);
        Results = execution.Results;
    }

    /// <summary>The walk of each stage.</summary>
    public IReadOnlyDictionary<string, StageFingerprint> Fingerprints { get; }

    /// <summary>The results of the stages when all run in one process.</summary>
    public IReadOnlyDictionary<string, string> Results { get; }

    /// <summary>
    /// The run of a program that several edits start from. What the compiler made of it and what it did are kept; the walk, which is what
    /// is tested, is made anew, so that a slip in it that comes later is on both sides of the comparison.
    /// </summary>
    public static CorpusRun Shared(string source, OptimizationLevel optimization) =>
        new(Programs.GetOrAdd((source, optimization), static key => new(() => Execution.Of(key.Source, key.Optimization))).Value);

    public static CorpusRun Of(string source, OptimizationLevel optimization) => new(Execution.Of(source, optimization));

    /// <summary>The fingerprint of a stage, if there is such a stage.</summary>
    public string? Fingerprint(string stage) => Fingerprints.GetValueOrDefault(stage)?.Fingerprint;

    /// <summary>The result of a stage that runs without the others before it.</summary>
    public string? Alone(string stage) => ProgramRunner.Run(_program, stage).GetValueOrDefault(stage);

    private sealed record Execution(CompiledProgram Program, IReadOnlyDictionary<string, string> Results)
    {
        public static Execution Of(string source, OptimizationLevel optimization)
        {
            var program = CorpusCompiler.Build(CorpusProgram.Parse(source), optimization);
            return new(program, ProgramRunner.Run(program));
        }
    }
}
