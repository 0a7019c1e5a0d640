using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Mlops.Dsl.Generators.Symbols;

/// <summary>
/// Tells which attributes the members of a pipeline have. Asked for one, the compiler binds all attributes of a member with their
/// arguments, which is most of what reading a pipeline costs; and most of them are the same few names. So a name is bound where it is first
/// met, and means the same on every other member in the same scope.
/// </summary>
internal sealed class AttributeReader(INamedTypeSymbol pipeline, Compilation compilation, CancellationToken cancellationToken)
{
    // A class in several files has as many scopes: each file has imports of its own.
    private readonly Dictionary<SyntaxNode, ScopeMeanings> _scopes = [];

    /// <summary>The attributes of a member of the pipeline, or of a parameter of one.</summary>
    public MemberAttributes Read(ISymbol symbol)
    {
        if (
            symbol.DeclaringSyntaxReferences is not [var reference]
            || DeclaredOn(reference.GetSyntax(cancellationToken)) is not var (lists, type)
        )
        {
            return new MemberAttributes(symbol, named: null);
        }

        var named = new List<NamedAttribute>();
        foreach (var list in lists)
        {
            foreach (var attribute in list.Attributes)
            {
                if (list.Target is not null || !ScopeOf(type).TryGetAttribute(TextOf(attribute), out var name))
                {
                    Learn(symbol, ScopeOf(type));
                    return new MemberAttributes(symbol, named: null);
                }

                named.Add(new NamedAttribute(name, attribute));
            }
        }

        return new MemberAttributes(symbol, named);
    }

    /// <summary>What names mean in a part of the class.</summary>
    public ScopeMeanings ScopeOf(TypeDeclarationSyntax type)
    {
        if (!_scopes.TryGetValue(type, out var scope))
        {
            scope = ScopeMeanings.Of(compilation, type, pipeline, cancellationToken);
            _scopes.Add(type, scope);
        }

        return scope;
    }

    /// <summary>
    /// The attribute lists, and the part of the class that they are in; null where there is more to it: another part of a partial member,
    /// or type parameters.
    /// </summary>
    private static (SyntaxList<AttributeListSyntax> Lists, TypeDeclarationSyntax Type)? DeclaredOn(SyntaxNode node) =>
        node switch
        {
            ParameterSyntax { Parent.Parent: MethodDeclarationSyntax method } parameter when DeclaredOn(method) is var (_, type) => (
                parameter.AttributeLists,
                type
            ),
            MethodDeclarationSyntax { TypeParameterList: null }
            or PropertyDeclarationSyntax
                when node is MemberDeclarationSyntax { Parent: TypeDeclarationSyntax type } member
                    && !member.Modifiers.Any(SyntaxKind.PartialKeyword) => (member.AttributeLists, type),
            _ => null,
        };

    private static void Learn(ISymbol symbol, ScopeMeanings scope)
    {
        foreach (var attribute in symbol.GetAttributes())
        {
            if (
                attribute is { AttributeClass: { TypeKind: TypeKind.Class, Arity: 0, ContainingType: null } type }
                && attribute.ApplicationSyntaxReference?.GetSyntax() is AttributeSyntax syntax
            )
            {
                scope.AddAttribute(TextOf(syntax), $"{type.ContainingNamespace.ToDisplayString()}.{type.Name}");
            }
        }
    }

    private static string TextOf(AttributeSyntax attribute) =>
        attribute.Name is IdentifierNameSyntax simple ? simple.Identifier.Text : attribute.Name.ToString();
}
