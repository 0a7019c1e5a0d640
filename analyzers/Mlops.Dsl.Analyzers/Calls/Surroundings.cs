using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Mlops.Dsl.Analyzers.Calls;

/// <summary>What the compiler gives to whoever analyzes a body, while the body is compiled or at the end.</summary>
/// <param name="Compilation">The compilation.</param>
/// <param name="Options">The options of the analyzers.</param>
/// <param name="CancellationToken">Ends the analysis.</param>
internal sealed record Surroundings(Compilation Compilation, AnalyzerOptions Options, CancellationToken CancellationToken);
