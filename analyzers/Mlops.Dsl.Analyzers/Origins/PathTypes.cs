using Microsoft.CodeAnalysis;

namespace Mlops.Dsl.Analyzers.Origins;

/// <summary>
/// The types whose values can carry a path or an address: text, file and folder objects, what holds some of them, options, and functions
/// that take or give some.
/// </summary>
internal static class PathTypes
{
    private const int Deepest = 3;

    /// <summary>Whether values of a type can carry a path or an address.</summary>
    public static bool Includes(ITypeSymbol? type) => type is not null && Includes(type, Deepest);

    /// <summary>Whether a type's objects hold what their methods are given: collections, and text that is being built.</summary>
    public static bool IsContainer(ITypeSymbol? type) =>
        type is INamedTypeSymbol named && (named.IsGenericType || named.Name == "StringBuilder") && Includes(type);

    private static bool Includes(ITypeSymbol type, int depth)
    {
        if (depth == 0)
        {
            return false;
        }

        return type.TypeKind switch
        {
            TypeKind.TypeParameter => true,
            TypeKind.Array => Includes(((IArrayTypeSymbol)type).ElementType, depth - 1),
            TypeKind.Delegate => IncludesAny((INamedTypeSymbol)type, depth - 1),
            TypeKind.Class
            or TypeKind.Struct
            or TypeKind.Interface
            or TypeKind.Error when type is INamedTypeSymbol { IsGenericType: true } generic => IsOptions(generic)
                || HoldsAny(generic, depth - 1),
            TypeKind.Class => type.SpecialType switch
            {
                SpecialType.System_String or SpecialType.System_Object => true,
                SpecialType.None => type.Name
                    is "FileInfo"
                        or "DirectoryInfo"
                        or "FileSystemInfo"
                        or "Uri"
                        or "StringBuilder"
                        or "UriBuilder",
                _ => false,
            },
            _ => false,
        };
    }

    /// <summary>Settings, which are followed to who made them as a path is.</summary>
    private static bool IsOptions(INamedTypeSymbol type) => type.Name is "IOptions" or "IOptionsMonitor" or "IOptionsSnapshot";

    private static bool IncludesAny(INamedTypeSymbol function, int depth)
    {
        if (function.DelegateInvokeMethod is not { } invoke)
        {
            return false;
        }

        if (Includes(invoke.ReturnType, depth))
        {
            return true;
        }

        foreach (var parameter in invoke.Parameters)
        {
            if (Includes(parameter.Type, depth))
            {
                return true;
            }
        }

        return false;
    }

    private static bool HoldsAny(INamedTypeSymbol generic, int depth)
    {
        foreach (var argument in generic.TypeArguments)
        {
            if (argument.SpecialType == SpecialType.System_Char || Includes(argument, depth))
            {
                return true;
            }
        }

        return false;
    }
}
