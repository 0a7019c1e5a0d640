using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Mlops.Dsl.Generators.State;

/// <summary>Tells which members give back what they are given: fields, and properties whose accessors the compiler writes.</summary>
internal static class PlainMembers
{
    /// <summary>Whether a member of an object of a type gives back what it is given.</summary>
    /// <param name="member">The property or field, of the type or of a base.</param>
    /// <param name="type">The object's type, which may override it.</param>
    public static bool Contains(ISymbol member, INamedTypeSymbol type) =>
        member is IFieldSymbol || (member is IPropertySymbol property && HasPlainAccessors(property) && !IsOverridden(property, type));

    private static bool HasPlainAccessors(IPropertySymbol property)
    {
        var declaring = property.PartialImplementationPart ?? property;
        return declaring.DeclaringSyntaxReferences.IsEmpty
            ? IsCompilers(property.GetMethod) && IsCompilers(property.SetMethod)
            : declaring.DeclaringSyntaxReferences.All(static reference => IsPlain(reference.GetSyntax()));
    }

    private static bool IsPlain(SyntaxNode declaration) =>
        declaration switch
        {
            ParameterSyntax => true,
            PropertyDeclarationSyntax { ExpressionBody: null, AccessorList: { } list } => list.Accessors.All(static accessor =>
                accessor is { Body: null, ExpressionBody: null }
            ),
            _ => false,
        };

    /// <summary>In an assembly, an accessor that the compiler wrote says so.</summary>
    private static bool IsCompilers(IMethodSymbol? accessor) =>
        accessor is null
        || accessor.GetAttributes().Any(static attribute => attribute.AttributeClass?.Name == "CompilerGeneratedAttribute");

    private static bool IsOverridden(IPropertySymbol property, INamedTypeSymbol type)
    {
        var declaring = property.ContainingType;
        for (
            var derived = type;
            derived is not null && !SymbolEqualityComparer.Default.Equals(derived, declaring);
            derived = derived.BaseType
        )
        {
            if (derived.GetMembers(property.Name).Any(static member => member.IsOverride))
            {
                return true;
            }
        }

        return false;
    }
}
