using Microsoft.CodeAnalysis;

namespace Mlops.Dsl.Analyzers.Origins;

/// <summary>The types whose values can carry a path or an address: text, file and folder objects, what holds some of them, and functions that take or give some.</summary>
internal static class PathTypes
{
    private const int Deepest = 3;

    /// <summary>Whether values of a type can carry a path or an address.</summary>
    public static bool Includes(ITypeSymbol? type) => Includes(type, Deepest);

    /// <summary>Whether a type's objects hold what their methods are given: collections, and text that is being built.</summary>
    public static bool IsContainer(ITypeSymbol? type) => type is INamedTypeSymbol named && (named.IsGenericType || named.Name == "StringBuilder") && Includes(type);

    private static bool Includes(ITypeSymbol? type, int depth) => type switch
    {
        null => false,
        _ when depth == 0 => false,
        { SpecialType: SpecialType.System_String or SpecialType.System_Object } => true,
        IArrayTypeSymbol array => Includes(array.ElementType, depth - 1),
        ITypeParameterSymbol => true,
        INamedTypeSymbol { DelegateInvokeMethod: { } invoke } => Includes(invoke.ReturnType, depth - 1) || invoke.Parameters.Any(parameter => Includes(parameter.Type, depth - 1)),
        INamedTypeSymbol { IsGenericType: true } generic => generic.TypeArguments.Any(argument => argument.SpecialType == SpecialType.System_Char || Includes(argument, depth - 1)),
        INamedTypeSymbol { SpecialType: SpecialType.None, TypeKind: TypeKind.Class } named => named.Name is "FileInfo" or "DirectoryInfo" or "FileSystemInfo" or "Uri" or "StringBuilder" or "UriBuilder",
        _ => false,
    };
}
