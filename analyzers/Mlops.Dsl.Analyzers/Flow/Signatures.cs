using Microsoft.CodeAnalysis;

namespace Mlops.Dsl.Analyzers.Flow;

/// <summary>What the signature of a library's method tells of what it takes and gives.</summary>
internal static class Signatures
{
    /// <summary>
    /// Whether an argument is a function that the method calls. An object that holds functions, such as an element of a list of them, is
    /// kept as it is.
    /// </summary>
    public static bool IsCalledBack(IParameterSymbol parameter, FlowArgument argument) =>
        !argument.Value.Functions.IsEmpty && OfFunction(parameter.Type) is not null;

    /// <summary>What a function of a type takes and gives; null if the type is none of a function, or of an expression of one.</summary>
    public static IMethodSymbol? OfFunction(ITypeSymbol type) =>
        type is not INamedTypeSymbol named
            ? null
            : named.DelegateInvokeMethod
                ?? (
                    named is { Name: "Expression", TypeArguments: [INamedTypeSymbol { DelegateInvokeMethod: { } quoted }] } ? quoted : null
                );

    /// <summary>The type parameters that a type mentions.</summary>
    public static IEnumerable<ITypeSymbol> Mentioned(ITypeSymbol type) =>
        type switch
        {
            ITypeParameterSymbol => [type],
            IArrayTypeSymbol array => Mentioned(array.ElementType),
            INamedTypeSymbol { IsGenericType: true } named => named
                .TypeArguments.SelectMany(Mentioned)
                .Concat(named.ContainingType is { } outer ? Mentioned(outer) : []),
            INamedTypeSymbol { ContainingType: { } outer } => Mentioned(outer),
            _ => [],
        };
}
