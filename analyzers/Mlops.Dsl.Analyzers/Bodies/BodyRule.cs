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

    /// <summary>Checks one operation in a member of the pipeline.</summary>
    public abstract void Check(OperationAnalysisContext context, INamedTypeSymbol pipeline, KnownTypes types);
}
