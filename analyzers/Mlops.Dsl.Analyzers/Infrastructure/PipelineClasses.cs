using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Mlops.Dsl.Analyzers.Infrastructure;

/// <summary>
/// Finds the pipeline classes of a compilation by the name of their attribute, so that nothing is bound where there is none: cheap enough
/// to ask before a program is analyzed at all.
/// </summary>
internal static class PipelineClasses
{
    /// <summary>Whether there can be a pipeline: whether a class has an attribute of that name. Looks at syntax alone.</summary>
    public static bool MayExist(Compilation compilation, CancellationToken cancellationToken) =>
        Marked(compilation, cancellationToken).Any();

    /// <summary>The classes that [Pipeline] marks, by name.</summary>
    public static ImmutableArray<INamedTypeSymbol> Find(Compilation compilation, KnownTypes types, CancellationToken cancellationToken)
    {
        var found = new HashSet<INamedTypeSymbol>(SymbolEqualityComparer.Default);
        foreach (var declaration in Marked(compilation, cancellationToken))
        {
            if (
                compilation.GetSemanticModel(declaration.SyntaxTree).GetDeclaredSymbol(declaration, cancellationToken)
                    is INamedTypeSymbol type
                && type.FindAttribute(types.Pipeline) is not null
            )
            {
                found.Add(type);
            }
        }

        return [.. found.OrderBy(static type => type.ToDisplayString(), StringComparer.Ordinal)];
    }

    private static IEnumerable<TypeDeclarationSyntax> Marked(Compilation compilation, CancellationToken cancellationToken)
    {
        var trees = compilation.SyntaxTrees.Where(IsWritten).ToList();
        var names = AttributeNames(trees, cancellationToken);
        return trees.SelectMany(tree => Types(tree.GetRoot(cancellationToken))).Where(type => IsMarked(type, names));
    }

    /// <summary>The attribute's names, and what <c>using</c> directives call it; a global one counts in every file.</summary>
    private static HashSet<string> AttributeNames(List<SyntaxTree> trees, CancellationToken cancellationToken)
    {
        var names = new HashSet<string>(StringComparer.Ordinal) { "Pipeline", "PipelineAttribute" };
        foreach (var tree in trees)
        {
            foreach (var directive in Usings(tree.GetRoot(cancellationToken)))
            {
                if (directive is { Alias: { } alias, Name: { } target } && LastName(target) == "PipelineAttribute")
                {
                    names.Add(alias.Name.Identifier.ValueText);
                }
            }
        }

        return names;
    }

    /// <summary>
    /// What generators wrote is not analyzed, and is not even parsed before the compiler gets to it; only the project's own global usings
    /// are a generated file that may name the attribute.
    /// </summary>
    private static bool IsWritten(SyntaxTree tree) =>
        !tree.FilePath.EndsWith(".g.cs", StringComparison.OrdinalIgnoreCase)
        || tree.FilePath.EndsWith("GlobalUsings.g.cs", StringComparison.OrdinalIgnoreCase);

    private static IEnumerable<UsingDirectiveSyntax> Usings(SyntaxNode container) =>
        container switch
        {
            CompilationUnitSyntax unit => unit.Usings.Concat(unit.Members.SelectMany(Usings)),
            BaseNamespaceDeclarationSyntax space => space.Usings.Concat(space.Members.SelectMany(Usings)),
            _ => [],
        };

    private static IEnumerable<TypeDeclarationSyntax> Types(SyntaxNode container) =>
        container switch
        {
            CompilationUnitSyntax unit => unit.Members.SelectMany(Types),
            BaseNamespaceDeclarationSyntax space => space.Members.SelectMany(Types),
            TypeDeclarationSyntax type => type.Members.OfType<TypeDeclarationSyntax>().SelectMany(Types).Prepend(type),
            _ => [],
        };

    private static bool IsMarked(TypeDeclarationSyntax type, HashSet<string> names)
    {
        foreach (var list in type.AttributeLists)
        {
            foreach (var attribute in list.Attributes)
            {
                if (names.Contains(LastName(attribute.Name)))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static string LastName(NameSyntax name) =>
        name switch
        {
            SimpleNameSyntax simple => simple.Identifier.ValueText,
            QualifiedNameSyntax qualified => qualified.Right.Identifier.ValueText,
            AliasQualifiedNameSyntax alias => alias.Name.Identifier.ValueText,
            _ => "",
        };
}
