using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Mlops.Dsl.Analyzers.Rows;

/// <summary>A rule about a [Row] type as its symbols tell it. <see cref="RowAnalyzer"/> runs all of them.</summary>
internal abstract class RowRule
{
    /// <summary>What the rule may report.</summary>
    public abstract ImmutableArray<DiagnosticDescriptor> Descriptors { get; }

    /// <summary>Checks one row type.</summary>
    public abstract void Check(RowContext context);
}

/// <summary>A row type under analysis, and where to report.</summary>
internal sealed class RowContext(INamedTypeSymbol row, Compilation compilation, Action<Diagnostic> report, CancellationToken cancellationToken)
{
    /// <summary>The row type.</summary>
    public INamedTypeSymbol Row => row;

    /// <summary>The compilation that declares it.</summary>
    public Compilation Compilation => compilation;

    public CancellationToken CancellationToken => cancellationToken;

    /// <summary>Reports a diagnostic.</summary>
    public void Report(DiagnosticDescriptor rule, Location? location, params object[] arguments) => report(Diagnostic.Create(rule, location, arguments));
}
