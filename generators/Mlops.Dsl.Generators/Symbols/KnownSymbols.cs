using Microsoft.CodeAnalysis;

namespace Mlops.Dsl.Generators.Symbols;

/// <summary>
/// Recognises the types that the language gives a meaning, by name: looking them up in the compilation would cost a search through all
/// references at every keystroke.
/// </summary>
internal static class KnownSymbols
{
    /// <summary>Whether the attribute is the language's attribute of that name, without <c>Attribute</c>.</summary>
    public static bool Is(this AttributeData attribute, string name) =>
        attribute.AttributeClass is { Arity: 0 } type
        && type.Name.Length == name.Length + "Attribute".Length
        && type.Name.StartsWith(name, StringComparison.Ordinal)
        && type.Name.EndsWith("Attribute", StringComparison.Ordinal)
        && type.IsInLanguage();

    /// <summary>The language's attribute of that name on a symbol, or null.</summary>
    public static AttributeData? Find(this ISymbol symbol, string name)
    {
        foreach (var attribute in symbol.GetAttributes())
        {
            if (attribute.Is(name))
            {
                return attribute;
            }
        }

        return null;
    }

    /// <summary>Whether the type is in the namespace that users name.</summary>
    public static bool IsInLanguage(this ITypeSymbol type) =>
        type.ContainingType is null
        && type.ContainingNamespace is { Name: "Dsl", ContainingNamespace: { Name: "Mlops", ContainingNamespace.IsGlobalNamespace: true } };

    /// <summary>Whether the type is the language's type of that name.</summary>
    public static bool IsLanguageType(this ITypeSymbol? type, string name) =>
        type is INamedTypeSymbol { Arity: 0 } && type.Name == name && type.IsInLanguage();

    /// <summary>Whether the type is <c>System.Threading.CancellationToken</c>.</summary>
    public static bool IsCancellationToken(this ITypeSymbol type) =>
        type
            is {
                Name: "CancellationToken",
                ContainingNamespace:
                { Name: "Threading", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } }
            };

    /// <summary>Whether the type is <c>Task</c> or <c>ValueTask</c>, generic or not.</summary>
    public static bool IsTask(this ITypeSymbol type) =>
        type is INamedTypeSymbol { Name: "Task" or "ValueTask", Arity: <= 1, ContainingType: null } named
        && named.ContainingNamespace
            is {
                Name: "Tasks",
                ContainingNamespace:
                { Name: "Threading", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } },
            };

    /// <summary>
    /// Whether the type, or any type that it is made of, is one that the compiler does not know or allow: it says so itself.
    /// </summary>
    public static bool HasErrors(this ITypeSymbol type) =>
        type switch
        {
            IErrorTypeSymbol => true,
            IArrayTypeSymbol array => array.ElementType.HasErrors(),
            INamedTypeSymbol named => named.TypeArguments.Any(HasErrors)
                || TypeConstraints.AreBroken(named)
                || named.ContainingType?.HasErrors() == true,
            _ => false,
        };
}
