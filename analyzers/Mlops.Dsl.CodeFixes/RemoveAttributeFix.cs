using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Mlops.Dsl.CodeFixes.Infrastructure;

namespace Mlops.Dsl.CodeFixes;

/// <summary>Removes an attribute that does nothing, or that another one forbids.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class RemoveAttributeFix() : CodeFix<AttributeSyntax>("MLP1010", "MLP1016", "MLP1025", "MLP1084", "MLP5001", "MLP5007")
{
    private protected override IEnumerable<Replacement> Offers(AttributeSyntax node, Diagnostic diagnostic) =>
        AttributeEdits.Removal(node) is { } removal ? [removal] : [];
}
