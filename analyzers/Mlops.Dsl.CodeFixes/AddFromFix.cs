using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Mlops.Dsl.Analyzers.Infrastructure;
using Mlops.Dsl.CodeFixes.Infrastructure;

namespace Mlops.Dsl.CodeFixes;

/// <summary>Binds a parameter to one of the outputs that could be meant.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class AddFromFix() : CodeFix<ParameterSyntax>("MLP1032", "MLP1033")
{
    private protected override IEnumerable<Replacement> Offers(ParameterSyntax node, Diagnostic diagnostic)
    {
        if (diagnostic.Properties.TryGetValue(RuleProperties.Candidates, out var candidates) && candidates is { Length: > 0 })
        {
            foreach (var candidate in candidates.Split(',').Select(c => c.Trim()))
            {
                var attribute = From(node, candidate);
                yield return new($"Bind with [{attribute}]", node, () => node.Bound(attribute));
            }
        }
    }

    /// <summary>A stage is named by nameof, so that renaming it renames the binding; a tuple's element has no symbol to name.</summary>
    private static string From(ParameterSyntax parameter, string output) =>
        parameter.FirstAncestorOrSelf<TypeDeclarationSyntax>() is { } type
        && type.Members.OfType<MethodDeclarationSyntax>().Any(m => m.Identifier.ValueText == output)
            ? $"From(nameof({output}))"
            : $"From(\"{output}\")";
}
