using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Mlops.Dsl.Analyzers.Infrastructure;

/// <summary>
/// A rule about a pipeline class as its symbols tell it. <see cref="PipelineAnalyzer"/> runs all of them, and only on pipelines.
/// </summary>
internal abstract class PipelineRule
{
    /// <summary>What the rule may report.</summary>
    public abstract ImmutableArray<DiagnosticDescriptor> Descriptors { get; }

    /// <summary>Checks one pipeline.</summary>
    public abstract void Check(PipelineContext context);
}
