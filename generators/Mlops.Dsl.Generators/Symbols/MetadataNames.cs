using Microsoft.CodeAnalysis;

namespace Mlops.Dsl.Generators.Symbols;

/// <summary>The names of types that reflection uses.</summary>
internal static class MetadataNames
{
    /// <summary>The name that reflection uses.</summary>
    public static string Of(INamedTypeSymbol type) =>
        type.ContainingType is not null ? $"{Of(type.ContainingType)}+{type.MetadataName}"
        : type.ContainingNamespace.IsGlobalNamespace ? type.MetadataName
        : $"{NameOf(type.ContainingNamespace)}.{type.MetadataName}";

    private static string NameOf(INamespaceSymbol container) =>
        container.ContainingNamespace.IsGlobalNamespace ? container.Name : $"{NameOf(container.ContainingNamespace)}.{container.Name}";
}
