using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Mlops.Dsl.Generators.Collections;

namespace Mlops.Dsl.Generators.Symbols;

/// <summary>Where a codec class is declared: in a namespace of generated code, or, for a private type, nested beside it.</summary>
/// <param name="Namespace">The namespace; empty for the global one.</param>
/// <param name="Declarations">The partial types to open, outermost first; none for a codec in a namespace.</param>
/// <param name="FullName">The name from <c>global::</c> on.</param>
internal sealed record CodecHome(string Namespace, EquatableArray<string> Declarations, string FullName)
{
    /// <summary>Whether codecs are nested in a user's type.</summary>
    public bool IsNested => Declarations.Count > 0;

    /// <summary>The namespace for the codecs of types that the whole assembly can name.</summary>
    public static CodecHome OfNamespace(string name) => new(name, EquatableArray<string>.Empty, "global::" + name);

    /// <summary>Inside a partial type; null if it, or a type around it, is not partial, or generic.</summary>
    public static CodecHome? Inside(INamedTypeSymbol type)
    {
        for (var declaring = type; declaring is not null; declaring = declaring.ContainingType)
        {
            if (declaring.Arity > 0)
            {
                return null;
            }
        }

        return ForBodies(type);
    }

    /// <summary>Inside a partial type that may be generic, for bodies of methods; null if another file can't add to it.</summary>
    public static CodecHome? ForBodies(INamedTypeSymbol type)
    {
        var declarations = new List<string>();
        for (var declaring = type; declaring is not null; declaring = declaring.ContainingType)
        {
            if (declaring.IsFileLocal || !IsPartial(declaring))
            {
                return null;
            }

            declarations.Insert(0, $"partial {Keyword(declaring)} {TypeText.Identifier(declaring.Name)}{TypeParameters(declaring)}");
        }

        return new CodecHome(NamespaceOf(type), declarations.ToEquatableArray(), TypeText.Code(type));
    }

    /// <summary>The namespace of a type as code writes it; empty for the global one.</summary>
    public static string NamespaceOf(INamedTypeSymbol type) =>
        type.ContainingNamespace.IsGlobalNamespace
            ? ""
            : type.ContainingNamespace.ToDisplayString(
                SymbolDisplayFormat.FullyQualifiedFormat.WithGlobalNamespaceStyle(SymbolDisplayGlobalNamespaceStyle.Omitted)
            );

    /// <summary>The home inside a class that is nested in this one.</summary>
    public CodecHome Nest(string declaration, string name) =>
        new(Namespace, Declarations.Append(declaration).ToEquatableArray(), $"{FullName}.{name}");

    private static string TypeParameters(INamedTypeSymbol type) =>
        type.Arity == 0
            ? ""
            : $"<{string.Join(", ", type.TypeParameters.Select(static parameter => TypeText.Identifier(parameter.Name)))}>";

    private static bool IsPartial(INamedTypeSymbol type) =>
        type.DeclaringSyntaxReferences.Length > 0
        && type.DeclaringSyntaxReferences.All(static reference =>
            reference.GetSyntax() is TypeDeclarationSyntax declaration && declaration.Modifiers.Any(SyntaxKind.PartialKeyword)
        );

    private static string Keyword(INamedTypeSymbol type) =>
        (type.TypeKind, type.IsRecord) switch
        {
            (TypeKind.Struct, true) => "record struct",
            (TypeKind.Struct, false) => "struct",
            (TypeKind.Interface, _) => "interface",
            (_, true) => "record",
            _ => "class",
        };
}
