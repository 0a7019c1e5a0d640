using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Mlops.Dsl.Analyzers.Flow;

/// <summary>A call of a method or constructor with what is known of its arguments.</summary>
/// <param name="Operation">The call.</param>
/// <param name="Method">What is called: of a generic type or method, the constructed one.</param>
/// <param name="Instance">The object that it is called on; null for static methods, extension methods and constructors.</param>
/// <param name="Arguments">The arguments, in the order of the parameters; an extension method's first is the object.</param>
internal sealed record FlowCall(IOperation Operation, IMethodSymbol Method, FlowValue? Instance, ImmutableArray<FlowArgument> Arguments)
{
    /// <summary>The marks of the object and all arguments.</summary>
    public Mark All => Arguments.Aggregate(Instance?.All ?? Mark.None, static (all, argument) => all | argument.Value.All);
}

/// <summary>An argument.</summary>
/// <param name="Parameter">The parameter that takes it.</param>
/// <param name="Operation">The expression; null where the parameter's default is taken.</param>
/// <param name="Value">What is known of it.</param>
internal sealed record FlowArgument(IParameterSymbol Parameter, IOperation? Operation, FlowValue Value);
