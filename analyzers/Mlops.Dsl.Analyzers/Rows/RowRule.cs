using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Mlops.Dsl.Analyzers.Infrastructure;
using Mlops.Dsl.Analyzers.Vocabulary;
using Mlops.Dsl.Generators.Rows;
using Mlops.Dsl.Generators.Symbols;

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
internal sealed class RowContext(
    INamedTypeSymbol row,
    Compilation compilation,
    Action<Diagnostic> report,
    CancellationToken cancellationToken
)
{
    /// <summary>The row type.</summary>
    public INamedTypeSymbol Row => row;

    /// <summary>The compilation that declares it.</summary>
    public Compilation Compilation => compilation;

    /// <summary>
    /// The properties of the type and of its bases, but for those that are rows themselves: of these the rules speak there.
    /// </summary>
    public IEnumerable<IPropertySymbol> Columns =>
        row.SelfAndBases()
            .Where(type => SymbolEqualityComparer.Default.Equals(type, row) || RowKinds.Of(type) == RowKind.None)
            .SelectMany(static type => type.GetMembers())
            .OfType<IPropertySymbol>();

    /// <summary>Whether the type declares a property itself.</summary>
    public bool IsOwn(IPropertySymbol column) => SymbolEqualityComparer.Default.Equals(column.ContainingType, row);

    public CancellationToken CancellationToken => cancellationToken;

    /// <summary>Reports a diagnostic.</summary>
    public void Report(DiagnosticDescriptor rule, Location? location, params object[] arguments) =>
        report(Diagnostic.Create(rule, location, arguments));
}
