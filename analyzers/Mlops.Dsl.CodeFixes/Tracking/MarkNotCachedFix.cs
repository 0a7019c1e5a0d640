using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Mlops.Dsl.CodeFixes.Infrastructure;

namespace Mlops.Dsl.CodeFixes.Tracking;

/// <summary>Lets a stage run each time, because its cache key does not know what it depends on.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class MarkNotCachedFix() : CodeFix<MethodDeclarationSyntax>("MLP3003", "MLP3004", "MLP3007", "MLP4002", "MLP4009", "MLP4012")
{
    private protected override IEnumerable<Replacement> Offers(MethodDeclarationSyntax node, Diagnostic diagnostic)
    {
        // A helper's stage may be in another file, and several stages may call it.
        if (node.Attributes("Stage").Any())
        {
            yield return new("Mark the stage [NoCache]", node, () => node.WithAttribute("NoCache", "Stage"));
        }
    }
}
