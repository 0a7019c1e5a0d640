using System.Collections.Immutable;
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
public sealed class AddFromFix : CodeFixProvider
{
    /// <inheritdoc />
    public override ImmutableArray<string> FixableDiagnosticIds => ["MLP1032", "MLP1033"];

    /// <inheritdoc />
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc />
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (var diagnostic in context.Diagnostics)
        {
            if (diagnostic.Properties.TryGetValue(RuleProperties.Candidates, out var candidates)
                && candidates is { Length: > 0 }
                && await context.FindAsync<ParameterSyntax>(diagnostic).ConfigureAwait(false) is { } parameter)
            {
                foreach (var candidate in candidates.Split(',').Select(c => c.Trim()))
                {
                    var attribute = From(parameter, candidate);
                    context.RegisterReplacement(diagnostic, $"Bind with [{attribute}]", parameter, () => Bound(parameter, attribute));
                }
            }
        }
    }

    /// <summary>A stage is named by nameof, so that renaming it renames the binding; a tuple's element has no symbol to name.</summary>
    private static string From(ParameterSyntax parameter, string output) =>
        parameter.FirstAncestorOrSelf<TypeDeclarationSyntax>() is { } type && type.Members.OfType<MethodDeclarationSyntax>().Any(m => m.Identifier.ValueText == output)
            ? $"From(nameof({output}))"
            : $"From(\"{output}\")";

    private static ParameterSyntax Bound(ParameterSyntax parameter, string attribute)
    {
        var list = SyntaxFactory.ParseCompilationUnit($"[assembly: {attribute}]").AttributeLists[0].WithTarget(null).WithTrailingTrivia(SyntaxFactory.Space);
        var others = parameter.AttributeLists.Where(l => l.Attributes is not [{ Name: IdentifierNameSyntax { Identifier.ValueText: "From" or "FromAttribute" } }]);
        var bare = parameter.WithAttributeLists([]).WithLeadingTrivia();
        return bare.WithAttributeLists([.. others, list]).WithLeadingTrivia(parameter.GetLeadingTrivia());
    }
}
