using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Mlops.Dsl.Analyzers.Infrastructure;
using Mlops.Dsl.CodeFixes.Infrastructure;

namespace Mlops.Dsl.CodeFixes.Release;

/// <summary>Adds a gate for the user to complete. Until then it refuses: what nobody has decided about is not published.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class AddGateFix() : CodeFix<MethodDeclarationSyntax>("MLP6001", "MLP6007")
{
    private protected override IEnumerable<Replacement> Offers(MethodDeclarationSyntax node, Diagnostic diagnostic)
    {
        if (
            diagnostic.Properties.TryGetValue(RuleProperties.Candidates, out var candidates)
            && candidates is { Length: 0 }
            && node.Parent is TypeDeclarationSyntax type
        )
        {
            diagnostic.Properties.TryGetValue(RuleProperties.Replacement, out var required);
            diagnostic.Properties.TryGetValue(RuleProperties.Evidence, out var evidence);
            var name = required is { Length: > 0 } && SyntaxFacts.IsValidIdentifier(required) ? required : FreeName(type);
            yield return new($"Add gate '{name}'", type, () => WithGate(type, node, name, evidence ?? ""));
        }
    }

    private static string FreeName(TypeDeclarationSyntax type)
    {
        var taken = new HashSet<string>(
            type.Members.Select(static member =>
                member switch
                {
                    MethodDeclarationSyntax method => method.Identifier.ValueText,
                    PropertyDeclarationSyntax property => property.Identifier.ValueText,
                    _ => "",
                }
            ),
            StringComparer.OrdinalIgnoreCase
        );
        return Enumerable
            .Range(1, taken.Count + 1)
            .Select(static i => i == 1 ? "GoodEnough" : $"GoodEnough{i}")
            .First(name => !taken.Contains(name));
    }

    private static TypeDeclarationSyntax WithGate(
        TypeDeclarationSyntax type,
        MethodDeclarationSyntax publication,
        string name,
        string parameters
    )
    {
        var newLine = SyntaxFactory.EndOfLine(type.SyntaxTree.GetText().ToString().Contains("\r\n") ? "\r\n" : "\n");
        var indentation = SyntaxFactory.Whitespace(
            publication.GetLeadingTrivia().LastOrDefault(static t => t.IsKind(SyntaxKind.WhitespaceTrivia)).ToString()
        );
        var gate = SyntaxFactory.ParseMemberDeclaration(
            $"[Gate]{newLine}{indentation}public GateResult {name}({parameters}) =>{newLine}{indentation}    GateResult.Refuse(\"{name} "
                + $"does not compare anything yet\");"
        )!;
        var index = type.Members.IndexOf(publication);
        var comments = publication.GetLeadingTrivia();
        var hasBlankLine = comments.Count > 0 && comments[0].IsKind(SyntaxKind.EndOfLineTrivia);

        // The gate takes the place, and the publication keeps its own comments.
        var members = type.Members.Replace(
            publication,
            publication.AskingGate(name).WithLeadingTrivia(hasBlankLine ? comments : comments.Insert(0, newLine))
        );
        return type.WithMembers(
            members.Insert(
                index,
                gate.WithLeadingTrivia(hasBlankLine ? SyntaxFactory.TriviaList(newLine, indentation) : [indentation])
                    .WithTrailingTrivia(newLine)
            )
        );
    }
}
