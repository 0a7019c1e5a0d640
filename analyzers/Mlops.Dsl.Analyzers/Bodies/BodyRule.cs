using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Mlops.Dsl.Analyzers.Infrastructure;

namespace Mlops.Dsl.Analyzers.Bodies;

/// <summary>A rule about operations in the members of a pipeline class.</summary>
internal abstract class BodyRule
{
    /// <summary>What the rule reports.</summary>
    public abstract DiagnosticDescriptor Rule { get; }

    /// <summary>The operations that it looks at.</summary>
    public abstract ImmutableArray<OperationKind> Operations { get; }

    /// <summary>Checks one operation of a kind that the rule looks at.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="body">The body that holds it, of a member of the pipeline or of a type nested in it.</param>
    /// <param name="pipeline">The pipeline class.</param>
    /// <param name="types">The language's types.</param>
    public abstract void Check(IOperation operation, OperationBlockAnalysisContext body, INamedTypeSymbol pipeline, KnownTypes types);
}
