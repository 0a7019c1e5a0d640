using Microsoft.CodeAnalysis;

namespace Mlops.Dsl.Generators.Problems;

/// <summary>One problem: the arguments of <see cref="IProblemSink.Report"/>.</summary>
internal sealed record Problem(ProblemKind Kind, Location? Location, string[] Arguments);

/// <summary>Keeps problems, to be reported later. It holds locations, so that it must not outlive the compilation.</summary>
internal sealed class RecordingProblemSink : IProblemSink
{
    private readonly List<Problem> _problems = [];

    /// <summary>What was reported, in order.</summary>
    public IReadOnlyList<Problem> Problems => _problems;

    public void Report(ProblemKind kind, Location? location, params string[] arguments) =>
        _problems.Add(new Problem(kind, location, arguments));
}
