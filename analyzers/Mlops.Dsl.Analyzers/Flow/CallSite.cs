using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Mlops.Dsl.Analyzers.Flow;

/// <summary>A call that a body makes: what is called, and where what goes in comes from, so that it can be changed there.</summary>
/// <param name="Method">What is called.</param>
/// <param name="Operation">The call, or whatever calls without saying so, such as an operator.</param>
/// <param name="Object">The expression of the object; null where there is none.</param>
/// <param name="Instance">What is known of the object.</param>
/// <param name="Arguments">The arguments, in the order of the parameters.</param>
internal readonly record struct CallSite(
    IMethodSymbol Method,
    IOperation Operation,
    IOperation? Object,
    FlowValue Instance,
    ImmutableArray<FlowArgument> Arguments
)
{
    /// <summary>The marks of the object and all arguments.</summary>
    public Mark Marks => Arguments.Aggregate(Instance.All, static (all, a) => all | a.Value.All);

    /// <summary>What is known of the arguments.</summary>
    public ImmutableArray<FlowValue> Values => [.. Arguments.Select(static a => a.Value)];
}
