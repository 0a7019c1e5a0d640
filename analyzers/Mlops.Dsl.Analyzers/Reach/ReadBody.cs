using Microsoft.CodeAnalysis;
using Mlops.Dsl.Analyzers.Calls;
using Mlops.Dsl.Analyzers.Origins;

namespace Mlops.Dsl.Analyzers.Reach;

/// <summary>What rules have to check in a body that was read.</summary>
/// <param name="Owner">The member, as the call graph knows it.</param>
/// <param name="Symbol">The member that the body belongs to.</param>
/// <param name="Candidates">What they have to check, in the order of the code.</param>
/// <param name="Origins">What the body puts where.</param>
internal sealed record ReadBody(Member Owner, ISymbol Symbol, IReadOnlyList<Candidate> Candidates, BodyOrigins Origins);
