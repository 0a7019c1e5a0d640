using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Mlops.Dsl.Analyzers.Calls;

/// <summary>A body as the compiler has bound it.</summary>
/// <param name="Symbol">The member that it belongs to.</param>
/// <param name="Blocks">Its blocks.</param>
internal sealed record CodeBody(ISymbol Symbol, ImmutableArray<IOperation> Blocks)
{
    /// <summary>The body that a compiler is at.</summary>
    public static CodeBody Of(OperationBlockAnalysisContext context) => new(context.OwningSymbol, context.OperationBlocks);
}
