using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Mlops.Dsl.Generators.Symbols;

/// <summary>An attribute whose class is known by its name alone.</summary>
/// <param name="Class">The full name of the attribute's class.</param>
/// <param name="Syntax">Where it is written.</param>
internal sealed record NamedAttribute(string Class, AttributeSyntax Syntax)
{
    private const string Language = "Mlops.Dsl.";
    private const string Suffix = "Attribute";

    /// <summary>The arguments.</summary>
    public SeparatedSyntaxList<AttributeArgumentSyntax> Arguments => Syntax.ArgumentList?.Arguments ?? default;

    /// <summary>Whether it is one of the language's.</summary>
    public bool IsInLanguage => Class.StartsWith(Language, StringComparison.Ordinal) && Class.IndexOf('.', Language.Length) < 0;

    /// <summary>Whether it is the language's attribute of that name, without <c>Attribute</c>.</summary>
    public bool Is(string name) =>
        Class.Length == Language.Length + name.Length + Suffix.Length
        && IsInLanguage
        && string.CompareOrdinal(Class, Language.Length, name, 0, name.Length) == 0
        && Class.EndsWith(Suffix, StringComparison.Ordinal);
}

/// <summary>
/// The attributes of a member or a parameter, bound only where their names do not tell enough: lives as long as one parse.
/// </summary>
/// <param name="symbol">The member or parameter.</param>
/// <param name="named">Its attributes; null where only the compiler can tell.</param>
internal sealed class MemberAttributes(ISymbol symbol, IReadOnlyList<NamedAttribute>? named)
{
    /// <summary>The attributes by name; null where only the compiler can tell.</summary>
    public IReadOnlyList<NamedAttribute>? Named => named;

    /// <summary>All attributes, as the compiler binds them.</summary>
    public IEnumerable<AttributeData> Bound => symbol.GetAttributes();

    /// <summary>Whether there is an attribute of the language's of that name, without <c>Attribute</c>.</summary>
    public bool Has(string name) => named is null ? symbol.Find(name) is not null : FindNamed(name) is not null;

    /// <summary>The language's attribute of that name, or null.</summary>
    public AttributeData? Find(string name) => Has(name) ? symbol.Find(name) : null;

    /// <summary>The language's attribute of that name, where names tell of it.</summary>
    public NamedAttribute? FindNamed(string name)
    {
        foreach (var attribute in named ?? [])
        {
            if (attribute.Is(name))
            {
                return attribute;
            }
        }

        return null;
    }

    /// <summary>Whether using the member is an error.</summary>
    public bool IsObsoleteError =>
        (named is null || named.Any(static attribute => attribute.Class == "System.ObsoleteAttribute")) && symbol.IsObsoleteError();
}
