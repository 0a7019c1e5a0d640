using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Mlops.Dsl.Analyzers.Infrastructure;
using Mlops.Dsl.CodeFixes.Infrastructure;

namespace Mlops.Dsl.CodeFixes.Release;

/// <summary>Lets a gate that is there decide about a publication that does not ask it.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class AskGateFix() : CodeFix<MethodDeclarationSyntax>("MLP6001", "MLP6003", "MLP6007")
{
    private protected override IEnumerable<Replacement> Offers(MethodDeclarationSyntax node, Diagnostic diagnostic)
    {
        foreach (var gate in Candidates(diagnostic))
        {
            if (diagnostic.Id != "MLP6003")
            {
                yield return new($"Publish only [When(nameof({gate}))]", node, () => node.AskingGate(gate));
                continue;
            }

            // Reported at the gate: the publications are the further places.
            foreach (var publication in Publications(node, diagnostic))
            {
                yield return new(
                    $"Publish '{publication.Identifier.ValueText}' only [When(nameof({gate}))]",
                    publication,
                    () => publication.AskingGate(gate)
                );
            }
        }
    }

    private static IEnumerable<string> Candidates(Diagnostic diagnostic) =>
        diagnostic.Properties.TryGetValue(RuleProperties.Candidates, out var names) && names is { Length: > 0 }
            ? names.Split(',').Select(static name => name.Trim())
            : [];

    private static IEnumerable<MethodDeclarationSyntax> Publications(MethodDeclarationSyntax gate, Diagnostic diagnostic)
    {
        var root = gate.SyntaxTree.GetRoot();
        return diagnostic
            .AdditionalLocations.Where(place =>
                place.SourceTree?.FilePath == gate.SyntaxTree.FilePath && root.FullSpan.Contains(place.SourceSpan)
            )
            .Select(place => root.FindNode(place.SourceSpan).FirstAncestorOrSelf<MethodDeclarationSyntax>())
            .OfType<MethodDeclarationSyntax>();
    }
}
