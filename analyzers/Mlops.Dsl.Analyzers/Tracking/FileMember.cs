using Microsoft.CodeAnalysis;
using Mlops.Dsl.Analyzers.Infrastructure;

namespace Mlops.Dsl.Analyzers.Tracking;

/// <summary>Methods and constructors that read or write a file, and where they take its path.</summary>
/// <param name="Type">The type's metadata name.</param>
/// <param name="Names">The methods' names, separated by blanks; <c>WriteAll*</c> for all that begin so.</param>
/// <param name="Read">The parameter with the path that is read; null for none, empty for the object's own path.</param>
/// <param name="Write">The same of the path that is written.</param>
/// <param name="ByMode">Whether a <see cref="FileMode"/> or <see cref="FileAccess"/> decides between the two.</param>
internal sealed record FileMember(string Type, string Names, string? Read = null, string? Write = null, bool ByMode = false)
{
    private readonly string[] _names = Names.Split(' ');

    /// <summary>Whether a member is one of these, and takes a path in a way that is known.</summary>
    public bool Includes(ISymbol member) =>
        Array.Exists(
            _names,
            name =>
                name == member.Name
                || (name[name.Length - 1] == '*' && member.Name.StartsWith(name.Substring(0, name.Length - 1), StringComparison.Ordinal))
        ) && (member is not IMethodSymbol method || (Has(method, Read) && Has(method, Write)));

    private static bool Has(IMethodSymbol method, string? parameter) =>
        string.IsNullOrEmpty(parameter)
        || method.Parameters.Any(p => p.Name == parameter && IsText(p.Type is IArrayTypeSymbol several ? several.ElementType : p.Type));

    private static bool IsText(ITypeSymbol type) => type.SpecialType == SpecialType.System_String;
}
