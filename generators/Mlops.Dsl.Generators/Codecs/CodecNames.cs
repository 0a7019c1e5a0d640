using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Mlops.Dsl.Generators.Parsing;

namespace Mlops.Dsl.Generators.Codecs;

/// <summary>Names codec classes: readable, and never the same for two types.</summary>
internal static class CodecNames
{
    private const string Root = "Mlops.Dsl.Generated";

    /// <summary>The namespace of an assembly's codecs for types of a namespace. The assembly is in it, because two may write codecs for one type and see each other.</summary>
    public static string Namespace(string? assembly, INamedTypeSymbol type)
    {
        var own = string.Join(".", (assembly ?? "Program").Split('.').Select(Identifier));
        var declared = CodecHome.NamespaceOf(type);
        return declared.Length == 0 || declared == own ? $"{Root}.{own}"
            : declared.StartsWith(own + ".", StringComparison.Ordinal) ? $"{Root}.{declared}"
            : $"{Root}.{own}.Imported.{declared}";
    }

    /// <summary>The class's name, such as <c>AreaScoreCodec</c>; with a hash where the readable part could be another type's too.</summary>
    public static string Class(INamedTypeSymbol type, bool isTaken)
    {
        var readable = Readable(type);
        return isTaken || type.IsGenericType || type.Name.Contains('_') ? $"{readable}_{Hash(type)}Codec" : readable + "Codec";
    }

    /// <summary>The file's name. Names that differ in case alone are told apart by the hash: files' names would not tell them.</summary>
    public static string Hint(CodecHome home, string className, INamedTypeSymbol type)
    {
        var place = home.FullName.Replace("global::", "").Replace('<', '(').Replace('>', ')').Replace("@", "");
        return $"{place}.{className}.{Hash(type)}.g.cs";
    }

    private static string Readable(INamedTypeSymbol type)
    {
        var name = type.ContainingType is null ? type.Name : $"{Readable(type.ContainingType)}_{type.Name}";
        return type.TypeArguments.Length == 0 ? name : $"{name}_{string.Join("_", type.TypeArguments.Select(ReadableArgument))}";
    }

    private static string ReadableArgument(ITypeSymbol type) => type switch
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
    private static string Hash(ITypeSymbol type)
    {
        var hash = 2166136261u;
        foreach (var character in TypeText.Code(type))
        {
            hash = unchecked((hash ^ character) * 16777619u);
        }

        return hash.ToString("x8", System.Globalization.CultureInfo.InvariantCulture);
    }
}
