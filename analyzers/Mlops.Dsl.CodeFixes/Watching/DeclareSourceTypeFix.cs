using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Simplification;
using Mlops.Dsl.Analyzers.Infrastructure;
using Mlops.Dsl.CodeFixes.Infrastructure;

namespace Mlops.Dsl.CodeFixes.Watching;

/// <summary>Declares a source with the type of what was served, or of the artifact that was published.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class DeclareSourceTypeFix() : CodeFix<MethodDeclarationSyntax>("MLP8013", "MLP8014")
{
    private protected override async Task<IEnumerable<Edit>> EditsAsync(
        MethodDeclarationSyntax node,
        Diagnostic diagnostic,
        Document document,
        CancellationToken cancellationToken
    )
    {
        if (
            !diagnostic.Properties.TryGetValue(RuleProperties.Replacement, out var type)
            || type is not { Length: > 0 }
            || await StagePlace.FindAsync(node, document, cancellationToken).ConfigureAwait(false) is not { } source
        )
        {
            return [];
        }

        // What takes the source by the type that it had takes it by the new one.
        var solution = new SolutionEditor(document.Project.Solution);
        var written = new List<TypeSyntax> { node.ReturnType };
        foreach (var consumer in source.Pipeline.Stages)
        {
            var inputs = consumer.Inputs.FindAll(input =>
                input.Output.Stage == source.Stage && SymbolEqualityComparer.Default.Equals(input.Parameter.Type, input.Output.Type)
            );
            if (inputs.Count > 0 && await source.OfAsync(consumer, cancellationToken).ConfigureAwait(false) is { } place)
            {
                written.AddRange(inputs.Select(input => place.Parameter(input).Type!));
            }
        }

        foreach (var old in written)
        {
            var editor = await solution
                .GetDocumentEditorAsync(document.Project.Solution.GetDocument(old.SyntaxTree)!.Id, cancellationToken)
                .ConfigureAwait(false);
            editor.ReplaceNode(old, Parse(type).WithTriviaFrom(old));
        }

        var changed = solution.GetChangedSolution();
        return await EditCheck.HoldsAsync(source, changed, cancellationToken).ConfigureAwait(false)
            ? [Edit.Made("Declare it with the type of what it reads", changed)]
            : [];
    }

    /// <summary>Parses a type. Its qualified names are shortened when the fix is applied.</summary>
    private static TypeSyntax Parse(string type)
    {
        var parsed = SyntaxFactory.ParseTypeName(type);
        return parsed.ReplaceNodes(
            parsed.DescendantNodesAndSelf().OfType<NameSyntax>(),
            static (_, node) => node.WithAdditionalAnnotations(Simplifier.Annotation)
        );
    }
}
