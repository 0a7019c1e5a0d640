using Microsoft.CodeAnalysis;

namespace Mlops.Dsl.Generators.Problems;

/// <summary>Passes problems on and remembers whether there was any.</summary>
internal sealed class CountingProblemSink(IProblemSink inner) : IProblemSink
{
    public bool HasProblems { get; private set; }

    public void Report(ProblemKind kind, Location? location, params string[] arguments)
    {
        HasProblems = true;
        inner.Report(kind, location, arguments);
    }
}
