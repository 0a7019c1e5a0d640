using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Mlops.Dsl.Generators.Symbols;

namespace Mlops.Dsl.Generators.Codecs;

/// <summary>Names codec classes: readable, and never the same for two types.</summary>
internal sealed class CodecNames(string? assembly)
{
    private const string Root = "Mlops.Dsl.Generated";

    // File systems have room for 255 characters.
    private const int LongestName = 120;

    private readonly string _assembly = string.Join(".", (assembly ?? "Program").Split('.').Select(Identifier));
    private readonly Dictionary<INamespaceSymbol, CodecHome> _homes = new(SymbolEqualityComparer.Default);

    /// <summary>
    /// The namespace for the codecs of a type's namespace. The assembly is in it, because two may write codecs for one type and see each
    /// other.
    /// </summary>
    public CodecHome HomeOf(INamedTypeSymbol type)
    {
        if (!_homes.TryGetValue(type.ContainingNamespace, out var home))
        {
            var declared = CodecHome.NamespaceOf(type);
            home = CodecHome.OfNamespace(
                declared.Length == 0 || declared == _assembly ? $"{Root}.{_assembly}"
                : declared.StartsWith(_assembly + ".", StringComparison.Ordinal) ? $"{Root}.{declared}"
                : $"{Root}.{_assembly}.Imported.{declared}"
            );
            _homes.Add(type.ContainingNamespace, home);
        }

        return home;
    }

    /// <summary>The class's name, such as <c>AreaScoreCodec</c>; with a hash where the readable part could be another type's too.</summary>
    public static string Class(INamedTypeSymbol type, string code, bool isTaken)
    {
        var readable = Readable(type);
        return isTaken || type.IsGenericType || type.Name.Contains('_') ? $"{readable}_{Hash(code)}Codec" : readable + "Codec";
    }

    /// <summary>The file's name. Names that differ in case alone are told apart by the hash: files' names would not tell them.</summary>
    public static string Hint(CodecHome home, string className, string code)
    {
        var place = home.FullName.Replace("global::", "").Replace('<', '(').Replace('>', ')').Replace("@", "");
        var name = $"{place}.{className}";
        return $"{(name.Length <= LongestName ? name : name.Substring(name.Length - LongestName))}.{Hash(code)}.g.cs";
    }

    private static string Readable(INamedTypeSymbol type)
    {
        var name = type.ContainingType is null ? type.Name : $"{Readable(type.ContainingType)}_{type.Name}";
        return type.TypeArguments.Length == 0 ? name : $"{name}_{string.Join("_", type.TypeArguments.Select(ReadableArgument))}";
    }

    private static string ReadableArgument(ITypeSymbol type) =>
        type switch
        {
            IArrayTypeSymbol array => ReadableArgument(array.ElementType) + "Array",
            INamedTypeSymbol named => named.Name.Length == 0 ? "Tuple" : named.Name,
            _ => "Type",
        };

    private static string Identifier(string text)
    {
        var name = new StringBuilder();
        foreach (var character in text)
        {
            name.Append(SyntaxFacts.IsIdentifierPartCharacter(character) ? character : '_');
        }

        if (name.Length == 0 || !SyntaxFacts.IsIdentifierStartCharacter(name[0]))
        {
            name.Insert(0, '_');
        }

        return TypeText.Identifier(name.ToString());
    }

    /// <summary>FNV-1a, 32 bits: <see cref="string.GetHashCode()"/> differs from process to process.</summary>
    private static string Hash(string code)
    {
        var hash = 2166136261u;
        foreach (var character in code)
        {
            hash = unchecked((hash ^ character) * 16777619u);
        }

        return hash.ToString("x8", System.Globalization.CultureInfo.InvariantCulture);
    }
}
