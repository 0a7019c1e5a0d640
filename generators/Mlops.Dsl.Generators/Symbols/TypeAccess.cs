using Microsoft.CodeAnalysis;

namespace Mlops.Dsl.Generators.Symbols;

/// <summary>Tells who can name a type.</summary>
internal static class TypeAccess
{
    /// <summary>
    /// The widest access that a property of the type can have in the pipeline class: <c>public</c>, <c>internal</c>, or null where there
    /// can be none.
    /// </summary>
    public static string? In(INamedTypeSymbol pipeline, ITypeSymbol type)
    {
        if (type.HasErrors() || type.IsRefLikeType || IsUnusable(type))
        {
            return null;
        }

        var access = Of(type);
        return access == Accessibility.Public || (access == Accessibility.Internal && Of(pipeline) != Accessibility.Public) ? "public"
            : access == Accessibility.Internal ? "internal"
            : null;
    }

    /// <summary>Whether a pointer, a method's type parameter, or what no code may use, is part of the type.</summary>
    public static bool IsUnusable(ITypeSymbol type) =>
        type switch
        {
            IPointerTypeSymbol or IFunctionPointerTypeSymbol or ITypeParameterSymbol => true,
            IArrayTypeSymbol array => IsUnusable(array.ElementType),
            INamedTypeSymbol named => named.IsStatic || named.IsObsoleteError() || named.TypeArguments.Any(IsUnusable),
            _ => false,
        };

    /// <summary>The access of the type and all that it is made of and nested in: public, internal, or private for anything less.</summary>
    public static Accessibility Of(ITypeSymbol type) =>
        type switch
        {
            IArrayTypeSymbol array => Of(array.ElementType),
            INamedTypeSymbol named => named
                .TypeArguments.Select(Of)
                .Append(Simplify(named.DeclaredAccessibility))
                .Append(named.ContainingType is null ? Accessibility.Public : Of(named.ContainingType))
                .Min(),
            _ => Accessibility.Public,
        };

    private static Accessibility Simplify(Accessibility access) =>
        access switch
        {
            Accessibility.Public or Accessibility.NotApplicable => Accessibility.Public,
            Accessibility.Internal or Accessibility.ProtectedOrInternal => Accessibility.Internal,
            _ => Accessibility.Private,
        };
}
