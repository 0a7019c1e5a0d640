using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Simplification;
using Mlops.Dsl.Analyzers.Infrastructure;
using Mlops.Dsl.CodeFixes.Infrastructure;

namespace Mlops.Dsl.CodeFixes.Watching;

/// <summary>Declares a source with the type of what was served, or of the artifact that was published.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class DeclareSourceTypeFix() : CodeFix<MethodDeclarationSyntax>("MLP8013", "MLP8014")
{
    private protected override IEnumerable<Replacement> Offers(MethodDeclarationSyntax node, Diagnostic diagnostic)
    {
        if (diagnostic.Properties.TryGetValue(RuleProperties.Replacement, out var type) && type is { Length: > 0 })
        {
            var written = node.ReturnType;
            yield return new("Declare it with the type of what it reads", written, () => Parse(type).WithTriviaFrom(written));
        }
    }

    /// <summary>Parses a type. Its qualified names are shortened when the fix is applied.</summary>
    private static TypeSyntax Parse(string type)
    {
        var parsed = SyntaxFactory.ParseTypeName(type);
        return parsed.ReplaceNodes(
            parsed.DescendantNodesAndSelf().OfType<NameSyntax>(),
            static (_, node) => node.WithAdditionalAnnotations(Simplifier.Annotation));
    }
}
