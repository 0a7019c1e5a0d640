using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Mlops.Dsl.Analyzers.Calls;

/// <summary>
/// Methods that the compiler calls because a statement or pattern says so, and that the operation does not name: an enumerator's, a
/// disposable's, an awaiter's. They are looked up by name, as the language does, and on types of the compilation's own source alone.
/// </summary>
internal static class ImplicitCalls
{
    /// <summary>The methods that an operation calls implicitly.</summary>
    public static IEnumerable<IMethodSymbol?> Of(IOperation operation, IAssemblySymbol assembly) =>
        operation.Kind switch
        {
            OperationKind.Loop => operation is IForEachLoopOperation loop ? Enumeration(Unconverted(loop.Collection).Type, assembly) : [],
            OperationKind.Using => Disposal(((IUsingOperation)operation).Resources, assembly),
            OperationKind.UsingDeclaration => Disposal(((IUsingDeclarationOperation)operation).DeclarationGroup, assembly),
            OperationKind.Await => Await(((IAwaitOperation)operation).Operation.Type, assembly),
            OperationKind.DeconstructionAssignment => Named(
                ((IDeconstructionAssignmentOperation)operation).Value.Type,
                assembly,
                "Deconstruct"
            ),
            OperationKind.RecursivePattern => [((IRecursivePatternOperation)operation).DeconstructSymbol as IMethodSymbol],
            OperationKind.CollectionExpression => [((ICollectionExpressionOperation)operation).ConstructMethod],
            OperationKind.ImplicitIndexerReference => Accessors(((IImplicitIndexerReferenceOperation)operation).IndexerSymbol),
            OperationKind.ListPattern => Accessors(((IListPatternOperation)operation).IndexerSymbol),
            _ => [],
        };

    private static IEnumerable<IMethodSymbol?> Enumeration(ITypeSymbol? collection, IAssemblySymbol assembly)
    {
        foreach (var method in Named(collection, assembly, "GetEnumerator", "GetAsyncEnumerator"))
        {
            yield return method;
            foreach (var step in Named(method?.ReturnType, assembly, "MoveNext", "MoveNextAsync", "get_Current", "Dispose", "DisposeAsync"))
            {
                yield return step;
            }
        }
    }

    private static IEnumerable<IMethodSymbol?> Await(ITypeSymbol? awaited, IAssemblySymbol assembly)
    {
        foreach (var method in Named(awaited, assembly, "GetAwaiter"))
        {
            yield return method;
            foreach (var step in Named(method?.ReturnType, assembly, "get_IsCompleted", "OnCompleted", "UnsafeOnCompleted", "GetResult"))
            {
                yield return step;
            }
        }
    }

    private static IEnumerable<IMethodSymbol?> Disposal(IOperation resources, IAssemblySymbol assembly)
    {
        var types = resources is IVariableDeclarationGroupOperation group
            ? group
                .Declarations.SelectMany(static declaration => declaration.Declarators)
                .Select(static declarator => (ITypeSymbol?)declarator.Symbol.Type)
            : [Unconverted(resources).Type];
        return types.SelectMany(type => Named(type, assembly, "Dispose", "DisposeAsync"));
    }

    private static IEnumerable<IMethodSymbol?> Named(ITypeSymbol? type, IAssemblySymbol assembly, params ImmutableArray<string> names)
    {
        for (var current = type; current is not null && current.IsIn(assembly); current = current.BaseType)
        {
            foreach (var name in names)
            {
                foreach (var member in current.GetMembers(name))
                {
                    yield return member as IMethodSymbol;
                }
            }
        }
    }

    private static IEnumerable<IMethodSymbol?> Accessors(ISymbol? indexer) =>
        indexer switch
        {
            IPropertySymbol property => [property.GetMethod, property.SetMethod],
            IMethodSymbol slice => [slice],
            _ => [],
        };

    private static IOperation Unconverted(IOperation value) =>
        value is IConversionOperation { IsImplicit: true } conversion ? Unconverted(conversion.Operand) : value;
}
