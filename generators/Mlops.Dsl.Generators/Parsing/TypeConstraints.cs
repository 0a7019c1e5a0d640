using Microsoft.CodeAnalysis;

namespace Mlops.Dsl.Generators.Parsing;

/// <summary>Finds constructed types that the compiler refuses. It says so where the user wrote them; generated code must not repeat them.</summary>
internal static class TypeConstraints
{
    /// <summary>Whether a type argument breaks a <c>struct</c>, <c>class</c>, <c>unmanaged</c> or <c>new()</c> constraint.</summary>
    public static bool AreBroken(INamedTypeSymbol type)
    {
        for (var i = 0; i < type.TypeArguments.Length; i++)
        {
            if (IsBroken(type.TypeParameters[i], type.TypeArguments[i]))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsBroken(ITypeParameterSymbol parameter, ITypeSymbol argument) =>
        argument.TypeKind is not (TypeKind.TypeParameter or TypeKind.Error)
        && ((parameter.HasValueTypeConstraint && (!argument.IsValueType || argument.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T))
            || (parameter.HasReferenceTypeConstraint && !argument.IsReferenceType)
            || (parameter.HasUnmanagedTypeConstraint && !argument.IsUnmanagedType)
            || (parameter.HasConstructorConstraint && !IsCreatable(argument)));

    private static bool IsCreatable(ITypeSymbol type) => type is not INamedTypeSymbol { TypeKind: TypeKind.Class } named
        || (!named.IsAbstract && named.InstanceConstructors.Any(static constructor => constructor.Parameters.IsEmpty && constructor.DeclaredAccessibility == Accessibility.Public));
}
