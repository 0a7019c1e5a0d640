using Microsoft.CodeAnalysis;

namespace Mlops.Dsl.Generators.Codecs;

/// <summary>Says why values of a type are not stored, in words that follow the type's name.</summary>
internal static class Refusal
{
    /// <summary>The reason for a type that is no class, struct, enum or array.</summary>
    public static string Of(ITypeSymbol type) =>
        type.TypeKind switch
        {
            TypeKind.Delegate => "is a delegate: code is no data",
            TypeKind.Pointer or TypeKind.FunctionPointer => "is a pointer, which means nothing in another process",
            TypeKind.Dynamic => "can be anything: declare what is there",
            TypeKind.TypeParameter => "is a type parameter: an artifact has one known type",
            _ => "is not known",
        };

    /// <summary>The reason for a class, struct or interface whose members can't be all there is to it; null if there is none.</summary>
    public static string? Find(INamedTypeSymbol type, Compilation compilation) =>
        type.SpecialType == SpecialType.System_Object ? "can be anything: declare what is there"
        : type.SpecialType is SpecialType.System_IntPtr or SpecialType.System_UIntPtr ? "has another size on other machines: use long"
        : type.IsRefLikeType ? "is a ref struct, which lives on the stack"
        : type.IsStatic ? "is static"
        : type.IsUnboundGenericType || type.TypeArguments.Any(static argument => argument.TypeKind == TypeKind.TypeParameter)
            ? "has an open type parameter: an artifact has one known type"
        : type.IsFileLocal ? "is file-local, so that generated code can't name it"
        : type.TypeKind == TypeKind.Interface
            ? "is an interface: declare the record, class or collection that is there, or name its codec with [ArtifactCodec]"
        : type.IsAnonymousType ? "is anonymous: declare a record"
        : IsFrameworks(type) ? "is the framework's and has no codec: copy what is needed of it into a record"
        : !SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, compilation.Assembly)
        && !compilation.IsSymbolAccessibleWithin(type, compilation.Assembly)
            ? "is internal to another assembly"
        : null;

    /// <summary>
    /// Whether a type is the framework's, or of a signed package in its namespaces: its members are seldom all that it holds.
    /// </summary>
    public static bool IsFrameworks(INamedTypeSymbol type)
    {
        var outermost = type.ContainingNamespace;
        while (outermost is { IsGlobalNamespace: false, ContainingNamespace.IsGlobalNamespace: false })
        {
            outermost = outermost.ContainingNamespace;
        }

        return outermost is { IsGlobalNamespace: false, Name: "System" or "Microsoft" }
            && type.DeclaringSyntaxReferences.Length == 0
            && type.ContainingAssembly.Identity.IsStrongName;
    }
}
