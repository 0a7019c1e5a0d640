using Microsoft.CodeAnalysis;

namespace Mlops.Dsl.Generators.Symbols;

/// <summary>
/// Finds constructed types that the compiler refuses. It says so where the user wrote them; generated code must not repeat them.
/// </summary>
internal static class TypeConstraints
{
    /// <summary>Whether a type argument breaks a constraint of its parameter.</summary>
    public static bool AreBroken(INamedTypeSymbol type)
    {
        for (var i = 0; i < type.TypeArguments.Length; i++)
        {
            if (IsBroken(type.TypeParameters[i], type.TypeArguments[i], type))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsBroken(ITypeParameterSymbol parameter, ITypeSymbol argument, INamedTypeSymbol type) =>
        argument.TypeKind is not (TypeKind.TypeParameter or TypeKind.Error or TypeKind.Dynamic)
        && (
            (
                parameter.HasValueTypeConstraint
                && (!argument.IsValueType || argument.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T)
            )
            || (parameter.HasReferenceTypeConstraint && !argument.IsReferenceType)
            || (parameter.HasUnmanagedTypeConstraint && !argument.IsUnmanagedType)
            || (parameter.HasConstructorConstraint && !IsCreatable(argument))
            || (argument.IsRefLikeType && !parameter.AllowsRefLikeType)
            || parameter.ConstraintTypes.Any(constraint =>
                !Satisfies(argument, constraint, type) && !WillSatisfy(argument, constraint, type)
            )
        );

    private static bool IsCreatable(ITypeSymbol type) =>
        type is not INamedTypeSymbol { TypeKind: TypeKind.Class } named
        || (
            !named.IsAbstract
            && named.InstanceConstructors.Any(static constructor =>
                constructor.Parameters.IsEmpty && constructor.DeclaredAccessibility == Accessibility.Public
            )
        );

    /// <summary>
    /// Whether a type argument is, or derives from or implements, what a constraint names. Where variance might help, it counts as helping.
    /// </summary>
    private static bool Satisfies(ITypeSymbol argument, ITypeSymbol constraint, INamedTypeSymbol type) =>
        BaseTypesAndInterfaces(argument).Any(candidate => IsSame(candidate, constraint, type) || IsVariant(candidate, constraint));

    /// <summary>
    /// Whether another generator makes a type what a constraint names: this one sees a row, a view or a prediction without what is
    /// generated for it.
    /// </summary>
    private static bool WillSatisfy(ITypeSymbol argument, ITypeSymbol constraint, INamedTypeSymbol type) =>
        constraint is INamedTypeSymbol { Arity: 1, Name: "IRow" or "IPrediction" } contract
        && contract.IsInLanguage()
        && IsSame(argument, contract.TypeArguments[0], type)
        && argument is INamedTypeSymbol row
        && RowTypeShape.WillBe(row, contract.Name);

    private static IEnumerable<ITypeSymbol> BaseTypesAndInterfaces(ITypeSymbol type)
    {
        for (var current = type; current is not null; current = current.BaseType)
        {
            yield return current;
        }

        foreach (var implemented in type.AllInterfaces)
        {
            yield return implemented;
        }
    }

    private static bool IsVariant(ITypeSymbol candidate, ITypeSymbol constraint) =>
        constraint is INamedTypeSymbol { TypeKind: TypeKind.Interface or TypeKind.Delegate } named
        && SymbolEqualityComparer.Default.Equals(candidate.OriginalDefinition, named.OriginalDefinition)
        && named.OriginalDefinition.TypeParameters.Any(static parameter => parameter.Variance != VarianceKind.None);

    /// <summary>
    /// Whether a type is what a constraint names, with the type's own arguments in place of its parameters: <c>IComparable&lt;T&gt;</c> of
    /// a <c>Box&lt;int&gt;</c> is <c>IComparable&lt;int&gt;</c>.
    /// </summary>
    private static bool IsSame(ITypeSymbol candidate, ITypeSymbol constraint, INamedTypeSymbol type) =>
        constraint switch
        {
            ITypeParameterSymbol parameter => Argument(parameter, type) is not { } argument
                || argument.TypeKind is TypeKind.Error or TypeKind.TypeParameter
                || SymbolEqualityComparer.Default.Equals(candidate, argument),
            IArrayTypeSymbol array => candidate is IArrayTypeSymbol other
                && array.Rank == other.Rank
                && IsSame(other.ElementType, array.ElementType, type),
            INamedTypeSymbol { TypeArguments.Length: > 0 } named => candidate is INamedTypeSymbol other
                && SymbolEqualityComparer.Default.Equals(named.OriginalDefinition, other.OriginalDefinition)
                && named.TypeArguments.Zip(other.TypeArguments, (wanted, given) => IsSame(given, wanted, type)).All(static same => same),
            _ => constraint.TypeKind == TypeKind.Error || SymbolEqualityComparer.Default.Equals(candidate, constraint),
        };

    private static ITypeSymbol? Argument(ITypeParameterSymbol parameter, INamedTypeSymbol type)
    {
        for (var current = type; current is not null; current = current.ContainingType)
        {
            if (SymbolEqualityComparer.Default.Equals(parameter.ContainingSymbol.OriginalDefinition, current.OriginalDefinition))
            {
                return current.TypeArguments[parameter.Ordinal];
            }
        }

        return null;
    }
}
