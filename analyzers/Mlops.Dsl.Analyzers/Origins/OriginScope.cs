using Microsoft.CodeAnalysis;
using Mlops.Dsl.Analyzers.Calls;

namespace Mlops.Dsl.Analyzers.Origins;

/// <summary>What is known at the end of a compilation.</summary>
/// <param name="Reach">What stages execute.</param>
/// <param name="Calls">The call graph.</param>
/// <param name="Held">What anybody puts into a place, whether a stage executes it or not.</param>
internal sealed record OriginScope(StageReach Reach, CallGraph Calls, Func<ISymbol, IEnumerable<Inflow>> Held);
