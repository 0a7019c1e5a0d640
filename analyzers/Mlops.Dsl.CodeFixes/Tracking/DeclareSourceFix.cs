using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Mlops.Dsl.CodeFixes.Infrastructure;

namespace Mlops.Dsl.CodeFixes.Tracking;

/// <summary>Declares the file that a stage reads as a source, and lets the stage take it.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class DeclareSourceFix() : CodeFix<ExpressionSyntax>("MLP3002")
{
    private static readonly string[] Roles = ["Stage", "Gate", "Publish"];

    private protected override async Task<IEnumerable<Replacement>> OffersAsync(
        ExpressionSyntax node,
        Diagnostic diagnostic,
        Document document,
        CancellationToken cancellationToken
    )
    {
        var model = (await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false))!;
        if (
            PathArgument.Find(node, diagnostic, model, cancellationToken) is not { } path
            || model.GetSymbolInfo(node, cancellationToken).Symbol is not { ContainingType.Name: not "Directory" } called
            || node.FirstAncestorOrSelf<MethodDeclarationSyntax>() is not { Parent: ClassDeclarationSyntax pipeline } stage
            || !Array.Exists(Roles, role => stage.Attributes(role).Any())
            || Location(path, model, cancellationToken) is not { } location
        )
        {
            return [];
        }

        var name = Words.Pascal(Path.GetFileNameWithoutExtension(location.Trim('{', '}'))) + "File";
        var parameter = char.ToLowerInvariant(name[0]) + name.Substring(1);
        if (
            !SyntaxFacts.IsValidIdentifier(name)
            || Words.IsTaken(pipeline, model, name)
            || stage.DescendantTokens().Any(token => token.ValueText == parameter)
        )
        {
            return [];
        }

        var isFile = called.Name == "FromPath";
        return
        [
            new(
                $"Declare source '{name}'",
                pipeline,
                () =>
                    WithSource(
                        pipeline,
                        stage,
                        isFile ? node : path,
                        isFile ? parameter : parameter + ".Location",
                        location,
                        name,
                        parameter
                    )
            ),
        ];
    }

    /// <summary>The location of a source: a constant path, or the placeholder of a parameter; null for what no source can say.</summary>
    private static string? Location(ExpressionSyntax path, SemanticModel model, CancellationToken cancellationToken) =>
        model.GetConstantValue(path, cancellationToken) is { HasValue: true, Value: string { Length: > 0 } constant }
            ? (constant.IndexOfAny(['{', '}', '*', '?', '\\', '"']) < 0 ? constant : null)
        : model.GetSymbolInfo(path, cancellationToken).Symbol is IPropertySymbol { Type.SpecialType: SpecialType.System_String } property
        && property
            .GetAttributes()
            .Any(static attribute => attribute.AttributeClass is { Name: "ParameterAttribute", ContainingNamespace.Name: "Dsl" })
            ? $"{{{property.Name}}}"
        : null;

    private static ClassDeclarationSyntax WithSource(
        ClassDeclarationSyntax pipeline,
        MethodDeclarationSyntax stage,
        ExpressionSyntax node,
        string replacement,
        string location,
        string name,
        string parameter
    )
    {
        var list = stage.ParameterList;
        var added = SyntaxFactory
            .Parameter(SyntaxFactory.Identifier(parameter))
            .WithType(SyntaxFactory.IdentifierName("FileArtifact").WithTrailingTrivia(SyntaxFactory.Space));
        var parameters = list.Parameters.Insert(0, added);
        var changed = stage
            .ReplaceNode(node, SyntaxFactory.ParseExpression(replacement).WithTriviaFrom(node))
            .WithParameterList(
                list.WithParameters(
                    parameters.Count > 1
                        ? parameters.Replace(parameters[1], parameters[1].WithLeadingTrivia(SyntaxFactory.Space))
                        : parameters
                )
            );
        var members = pipeline.Members.Replace(stage, changed);
        return pipeline.WithMembers(
            members.Insert(
                members.Count == 0 ? 0 : pipeline.Members.IndexOf(stage),
                Words.Member($"[Source(\"{location}\")]", $"public partial FileArtifact {name}();", stage)
            )
        );
    }
}
