using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Mlops.Dsl.Testing.Tests.Samples;

/// <summary>Offers the type's name in capital-and-small letters, and a fix that breaks the code.</summary>
internal sealed class ShoutingFix : CodeFixProvider
{
    public override ImmutableArray<string> FixableDiagnosticIds => ["TEST1"];

    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var root = (await context.Document.GetSyntaxRootAsync(context.CancellationToken))!;
        var declaration = root.FindNode(context.Span).FirstAncestorOrSelf<BaseTypeDeclarationSyntax>()!;
        var name = declaration.Identifier.Text;
        Register("Calm down", string.Concat(name[..1], name[1..].ToLowerInvariant()));
        Register("Break it", "class");

        void Register(string title, string replacement) =>
            context.RegisterCodeFix(CodeAction.Create(title, _ => Task.FromResult(Rename(replacement)), title), context.Diagnostics);

        Document Rename(string replacement) =>
            context.Document.WithSyntaxRoot(
                root.ReplaceToken(declaration.Identifier, SyntaxFactory.Identifier(replacement).WithTriviaFrom(declaration.Identifier))
            );
    }
}
