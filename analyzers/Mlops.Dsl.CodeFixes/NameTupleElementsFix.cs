using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Mlops.Dsl.CodeFixes.Infrastructure;

namespace Mlops.Dsl.CodeFixes;

/// <summary>Names the elements of a tuple that a stage returns.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class NameTupleElementsFix() : CodeFix<MethodDeclarationSyntax>("MLP1015")
{
    private protected override IEnumerable<Replacement> Offers(MethodDeclarationSyntax node, Diagnostic diagnostic)
    {
        if (node.ReturnType.DescendantNodesAndSelf().OfType<TupleTypeSyntax>().FirstOrDefault() is { } tuple)
        {
            yield return new("Name the elements", tuple, () => Named(tuple, node));
        }
    }

    private static TupleTypeSyntax Named(TupleTypeSyntax tuple, MethodDeclarationSyntax method)
    {
        var taken = new HashSet<string>(
            method
                .FirstAncestorOrSelf<TypeDeclarationSyntax>()!
                .Members.OfType<MethodDeclarationSyntax>()
                .Select(m => m.Identifier.ValueText)
                .Concat(tuple.Elements.Select(e => e.Identifier.ValueText)),
            StringComparer.OrdinalIgnoreCase
        );
        return tuple.WithElements(
            SyntaxFactory.SeparatedList(
                tuple.Elements.Select(e => e.Identifier.IsKind(SyntaxKind.None) ? Named(e, taken) : e),
                tuple.Elements.GetSeparators()
            )
        );
    }

    private static TupleElementSyntax Named(TupleElementSyntax element, HashSet<string> taken)
    {
        var stem = Stem(element.Type);
        var name = stem;
        for (var number = 2; !taken.Add(name); number++)
        {
            name = stem + number;
        }

        return element
            .WithType(element.Type.WithTrailingTrivia(SyntaxFactory.Space))
            .WithIdentifier(SyntaxFactory.Identifier(name).WithTrailingTrivia(element.GetTrailingTrivia()));
    }

    /// <summary>A name that says what the type says: <c>TrainSet&lt;Row&gt;</c> gives <c>TrainSet</c>.</summary>
    private static string Stem(TypeSyntax type)
    {
        var word = type switch
        {
            QualifiedNameSyntax qualified => qualified.Right.Identifier.ValueText,
            SimpleNameSyntax simple => simple.Identifier.ValueText,
            PredefinedTypeSyntax predefined => predefined.Keyword.ValueText,
            _ => "Item",
        };
        var name = char.ToUpperInvariant(word[0]) + word.Substring(1);

        // C# keeps these names to itself, and ItemN to the N-th element.
        return
            name is "Rest" or "ToString" or "Equals" or "GetHashCode" or "CompareTo" or "Deconstruct"
            || name.StartsWith("Item", StringComparison.Ordinal)
            ? name + "Value"
            : name;
    }
}
