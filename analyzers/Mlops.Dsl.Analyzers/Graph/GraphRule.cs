using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Mlops.Dsl.Analyzers.Graph;

/// <summary>
/// A rule about how a pipeline's stages depend on each other. <see cref="PipelineGraphAnalyzer"/> runs all of them on pipelines that bind
/// completely.
/// </summary>
internal abstract class GraphRule
{
    /// <summary>What the rule reports.</summary>
    public abstract ImmutableArray<DiagnosticDescriptor> Descriptors { get; }

    /// <summary>Checks one pipeline.</summary>
    public abstract void Check(GraphContext context);
}
