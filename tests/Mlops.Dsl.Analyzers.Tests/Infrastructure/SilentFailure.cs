using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Mlops.Dsl.Generators.Parsing;
using Mlops.Dsl.Generators.Problems;
using Mlops.Dsl.Testing;

namespace Mlops.Dsl.Analyzers.Tests.Infrastructure;

/// <summary>Finds what no user could explain: a pipeline that the generator gives up on although nothing is reported.</summary>
internal static class SilentFailure
{
    /// <summary>Checks that each pipeline is complete, or something in the project is an error.</summary>
    public static void AssertNone(TestProject project, ImmutableArray<Diagnostic> reported)
    {
        if (
            reported.Any(d => d.Severity == DiagnosticSeverity.Error)
            || project.CreateGeneratedCompilation().GetDiagnostics().Any(d => d.Severity == DiagnosticSeverity.Error)
        )
        {
            return;
        }

        // As the generator saw it: its own members would count as taken names.
        var compilation = project.CreateCompilation();

        foreach (var type in compilation.GetSymbolsWithName(_ => true, SymbolFilter.Type).OfType<INamedTypeSymbol>())
        {
            if (type.GetAttributes().Any(a => a.AttributeClass?.Name == "PipelineAttribute"))
            {
                var parsed = PipelineParser.Parse(type, compilation, NoProblemSink.Instance, CancellationToken.None);
                Assert.True(parsed?.Pipeline.IsComplete == true, $"The generator gives up on '{type.Name}', and nobody says why.");
            }
        }
    }
}
