using Microsoft.CodeAnalysis;

namespace Mlops.Dsl.Generators.State;

/// <summary>Tells what each object of a type holds: the same, whether the type is declared in the project or in another assembly.</summary>
internal static class StoredState
{
    /// <summary>The parts that a type declares itself, less its bases', in declaration order.</summary>
    /// <returns>The parts; null where they can't be known: a reference assembly has no private fields of classes.</returns>
    public static IReadOnlyList<StoredPart>? Of(INamedTypeSymbol type) =>
        type.ContainingModule?.GetMetadata() is not { } module ? SourceState.Read(type)
        : type.IsReferenceType && IsReferenceAssembly(type.ContainingAssembly) ? null
        : new MetadataState(type, module.GetMetadataReader()).Read();

    /// <summary>Whether an object holds a property's value, rather than computing it.</summary>
    public static bool Holds(IPropertySymbol property) =>
        Of(property.ContainingType) is { } parts
            ? parts.Any(part => part.Kind == PartKind.Property && part.Name == property.Name)
            : property.GetMethod is { } getter
                && getter.GetAttributes().Any(static attribute => attribute.AttributeClass?.Name == "CompilerGeneratedAttribute");

    private static bool IsReferenceAssembly(IAssemblySymbol assembly) =>
        assembly.GetAttributes().Any(static attribute => attribute.AttributeClass?.Name == "ReferenceAssemblyAttribute");
}
