using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Mlops.Dsl.CodeFixes.Infrastructure;

namespace Mlops.Dsl.CodeFixes.Leakage;

/// <summary>Makes a column that tells the label no feature.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class RemoveFeatureFix() : CodeFix<SyntaxNode>("MLP2006")
{
    private protected override IEnumerable<Replacement> Offers(SyntaxNode node, Diagnostic diagnostic)
    {
        var lists = node.FirstAncestorOrSelf<SyntaxNode>(static column => column is ParameterSyntax or PropertyDeclarationSyntax) switch
        {
            ParameterSyntax parameter => parameter.AttributeLists,
            PropertyDeclarationSyntax property => property.AttributeLists,
            _ => default,
        };
        return lists
            .SelectMany(static list => list.Attributes)
            .Where(static attribute => attribute.IsNamed("Feature"))
            .Take(1)
            .Select(static attribute => AttributeEdits.Removal(attribute))
            .OfType<Replacement>();
    }
}
