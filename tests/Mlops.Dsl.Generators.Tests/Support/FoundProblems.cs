using Microsoft.CodeAnalysis;
using Mlops.Dsl.Generators.Parsing;
using Mlops.Dsl.Generators.Problems;
using Mlops.Dsl.Testing;

namespace Mlops.Dsl.Generators.Tests.Support;

/// <summary>What the parser finds wrong with the class <c>P</c>.</summary>
internal static class FoundProblems
{
    /// <summary>One line per problem: the kind, the code that it is reported at, and the arguments.</summary>
    public static IEnumerable<string> Of(string source)
    {
        var compilation = GeneratorProject.Create("using Mlops.Dsl;\n" + source).CreateCompilation();
        var sink = new Sink();
        _ = PipelineParser.Parse(compilation.GetTypeByMetadataName("P")!, compilation, sink, TestContext.Current.CancellationToken);
        return sink.Lines;
    }

    private sealed class Sink : IProblemSink
    {
        public List<string> Lines { get; } = [];

        public void Report(ProblemKind kind, Location? location, params string[] arguments) =>
            Lines.Add($"{kind} at {location?.SourceTree?.GetText().ToString(location.SourceSpan)}: {string.Join("; ", arguments)}");
    }
}
