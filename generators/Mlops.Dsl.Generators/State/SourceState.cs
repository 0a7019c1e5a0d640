using Microsoft.CodeAnalysis;

namespace Mlops.Dsl.Generators.State;

/// <summary>Reads the state of types that are there as source.</summary>
internal static class SourceState
{
    /// <summary>The parts that a type declares itself, in declaration order.</summary>
    public static List<StoredPart> Read(INamedTypeSymbol type) =>
        [.. type.GetMembers().Where(static member => !member.IsStatic).Select(Part).OfType<StoredPart>()];

    private static StoredPart? Part(ISymbol member) =>
        member switch
        {
            IFieldSymbol { IsConst: false, AssociatedSymbol: IPropertySymbol property } => new(
                PartKind.Property,
                property.Name,
                property,
                property.SetMethod is { IsInitOnly: false },
                IsInternal(property.GetMethod)
            ),
            IFieldSymbol { IsConst: false, AssociatedSymbol: null } field => FieldNames.Parameter(field.Name) is { } parameter
                ? new(PartKind.Parameter, parameter, null, CanChange: true, IsInternal: false)
                : new(PartKind.Field, field.Name, field, !field.IsReadOnly, IsInternal(field)),
            IEventSymbol { AddMethod.IsImplicitlyDeclared: true, IsAbstract: false } => new(
                PartKind.Event,
                member.Name,
                null,
                CanChange: true,
                IsInternal: false
            ),
            _ => null,
        };

    private static bool IsInternal(ISymbol? member) =>
        member?.DeclaredAccessibility is Accessibility.Internal or Accessibility.ProtectedOrInternal;
}
