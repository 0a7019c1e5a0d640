using Microsoft.CodeAnalysis;

namespace Mlops.Dsl.Generators.Symbols;

/// <summary>Writes types: for people, and for generated code.</summary>
internal sealed class TypeText
{
    // From global:: on, because a name that the user's code hides must still mean what it meant here.
    private static readonly SymbolDisplayFormat CodeFormat = SymbolDisplayFormat.FullyQualifiedFormat.WithMiscellaneousOptions(
        SymbolDisplayMiscellaneousOptions.EscapeKeywordIdentifiers
            | SymbolDisplayMiscellaneousOptions.UseSpecialTypes
            | SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier
    );

    private static readonly SymbolDisplayFormat DisplayFormat = SymbolDisplayFormat.MinimallyQualifiedFormat.AddMiscellaneousOptions(
        SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier
    );

    private readonly Dictionary<ITypeSymbol, string> _code = new(SymbolEqualityComparer.IncludeNullability);
    private readonly Dictionary<ITypeSymbol, string> _display = new(SymbolEqualityComparer.IncludeNullability);

    /// <summary>The type as a person would write it.</summary>
    public static string Display(ITypeSymbol type) => type.ToDisplayString(DisplayFormat);

    /// <summary>The type as generated code writes it.</summary>
    public static string Code(ITypeSymbol type) => Keyword(type) ?? type.ToDisplayString(CodeFormat);

    /// <summary>The named types that were written as code, with those that they are made of.</summary>
    public HashSet<INamedTypeSymbol> Named { get; } = new(SymbolEqualityComparer.Default);

    /// <summary><see cref="Code"/>, remembered: most types of a pipeline occur many times.</summary>
    public string CodeOf(ITypeSymbol type) =>
        Remember(
            _code,
            type,
            written =>
            {
                Note(written);
                return Code(written);
            }
        );

    /// <summary><see cref="Display"/>, remembered.</summary>
    public string DisplayOf(ITypeSymbol type) => Remember(_display, type, Display);

    /// <summary>An identifier as code writes it.</summary>
    public static string Identifier(string name) =>
        Microsoft.CodeAnalysis.CSharp.SyntaxFacts.GetKeywordKind(name) != Microsoft.CodeAnalysis.CSharp.SyntaxKind.None
        || Microsoft.CodeAnalysis.CSharp.SyntaxFacts.GetContextualKeywordKind(name) != Microsoft.CodeAnalysis.CSharp.SyntaxKind.None
            ? "@" + name
            : name;

    /// <summary>What the language calls the commonest types; null for others.</summary>
    private static string? Keyword(ITypeSymbol type) =>
        type.SpecialType switch
        {
            SpecialType.System_Boolean => "bool",
            SpecialType.System_Int32 => "int",
            SpecialType.System_Int64 => "long",
            SpecialType.System_Single => "float",
            SpecialType.System_Double => "double",
            SpecialType.System_String => type.NullableAnnotation == NullableAnnotation.Annotated ? "string?" : "string",
            _ => null,
        };

    private void Note(ITypeSymbol type)
    {
        if (type is IArrayTypeSymbol array)
        {
            Note(array.ElementType);
        }
        else if (type is INamedTypeSymbol named)
        {
            Named.Add(named.OriginalDefinition);
            foreach (var argument in named.TypeArguments)
            {
                Note(argument);
            }
        }
    }

    private static string Remember(Dictionary<ITypeSymbol, string> known, ITypeSymbol type, Func<ITypeSymbol, string> write)
    {
        if (!known.TryGetValue(type, out var text))
        {
            text = write(type);
            known.Add(type, text);
        }

        return text;
    }
}
