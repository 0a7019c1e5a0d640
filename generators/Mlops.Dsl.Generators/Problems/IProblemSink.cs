using Microsoft.CodeAnalysis;

namespace Mlops.Dsl.Generators.Problems;

/// <summary>
/// Takes what the parser finds wrong. The generator passes <see cref="NoProblemSink"/> and emits what it can; the analyzer passes a sink
/// that reports diagnostics. So both follow one understanding of what a pipeline means.
/// </summary>
internal interface IProblemSink
{
    /// <summary>Takes one problem.</summary>
    /// <param name="kind">What is wrong; it says what the arguments are.</param>
    /// <param name="location">The narrowest code that the user must look at; null where it is not in source.</param>
    /// <param name="arguments">What the message names.</param>
    void Report(ProblemKind kind, Location? location, params string[] arguments);
}
