using Microsoft.CodeAnalysis;

namespace Mlops.Dsl.Generators.Problems;

/// <summary>Ignores problems: telling the user is the analyzers' job.</summary>
internal sealed class NoProblemSink : IProblemSink
{
    public static NoProblemSink Instance { get; } = new();

    public void Report(ProblemKind kind, Location? location, params string[] arguments) { }
}
