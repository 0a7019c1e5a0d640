using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Simplification;
using Mlops.Dsl.CodeFixes.Infrastructure;

namespace Mlops.Dsl.CodeFixes.Tracking;

/// <summary>Names and members that fixes add to a pipeline class.</summary>
internal static class Words
{
    /// <summary>A name as C# writes properties and methods: <c>DATA_DIR</c> and <c>data-dir</c> give <c>DataDir</c>.</summary>
    public static string Pascal(string text)
    {
        var name = new StringBuilder();
        var isStart = true;
        var hasLower = text.Any(char.IsLower);
        foreach (var letter in text)
        {
            if (char.IsLetterOrDigit(letter))
            {
                name.Append(
                    isStart ? char.ToUpperInvariant(letter)
                    : hasLower ? letter
                    : char.ToLowerInvariant(letter)
                );
            }

            isStart = !char.IsLetterOrDigit(letter);
        }

        return name.ToString();
    }

    /// <summary>Whether a pipeline class has a member of a name, in whatever part of it.</summary>
    public static bool IsTaken(ClassDeclarationSyntax pipeline, SemanticModel model, string name) =>
        model.GetDeclaredSymbol(pipeline) is not { } type
        || type.GetMembers().Any(member => string.Equals(member.Name, name, StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether a class is declared as a pipeline.</summary>
    public static bool IsPipeline(ClassDeclarationSyntax type, SemanticModel model, CancellationToken cancellationToken) =>
        model
            .GetDeclaredSymbol(type, cancellationToken)
            ?.GetAttributes()
            .Any(static attribute => attribute.AttributeClass is { Name: "PipelineAttribute", ContainingNamespace.Name: "Dsl" }) == true;

    /// <summary>Whether code in a method can use the members of its object.</summary>
    public static bool IsInstance(SyntaxNode node, MethodDeclarationSyntax method) =>
        !method.Modifiers.Any(SyntaxKind.StaticKeyword)
        && !node.Ancestors()
            .TakeWhile(ancestor => ancestor != method)
            .Any(static ancestor =>
                ancestor switch
                {
                    AnonymousFunctionExpressionSyntax function => function.Modifiers.Any(SyntaxKind.StaticKeyword),
                    LocalFunctionStatementSyntax function => function.Modifiers.Any(SyntaxKind.StaticKeyword),
                    _ => false,
                }
            );

    /// <summary>A pipeline class with a new parameter or secret after those that are there, and another method in place of one.</summary>
    /// <param name="pipeline">The class.</param>
    /// <param name="method">The method to replace.</param>
    /// <param name="by">What stands there afterwards.</param>
    /// <param name="attribute">The new property's attribute list.</param>
    /// <param name="declaration">The rest of it.</param>
    public static ClassDeclarationSyntax WithProperty(
        this ClassDeclarationSyntax pipeline,
        MethodDeclarationSyntax method,
        MethodDeclarationSyntax by,
        string attribute,
        string declaration
    )
    {
        var index =
            1
            + pipeline.Members.LastIndexOf(static m =>
                m is PropertyDeclarationSyntax && (m.Attributes("Parameter").Any() || m.Attributes("Secret").Any())
            );
        var property = Member(attribute, declaration, pipeline.Members[Math.Min(index, pipeline.Members.Count - 1)]);
        return pipeline.WithMembers(
            pipeline
                .Members.Replace(method, by)
                .Insert(
                    index,
                    property.ReplaceNodes(
                        property.DescendantNodes().OfType<QualifiedNameSyntax>(),
                        static (_, written) => written.WithAdditionalAnnotations(Simplifier.Annotation)
                    )
                )
        );
    }

    /// <summary>A member of two lines that is laid out like another one, with a blank line after it.</summary>
    public static MemberDeclarationSyntax Member(string attribute, string declaration, MemberDeclarationSyntax like)
    {
        var newLine = SyntaxFactory.EndOfLine(Lines.NewLine(like));
        var indentation = SyntaxFactory.Whitespace(Lines.Indentation(like));
        return SyntaxFactory
            .ParseMemberDeclaration($"{attribute}{newLine}{indentation}{declaration}")!
            .WithLeadingTrivia(
                like.GetLeadingTrivia().Where(static trivia => trivia.IsKind(SyntaxKind.EndOfLineTrivia)).Take(1).Append(indentation)
            )
            .WithTrailingTrivia(
                SyntaxFactory.TriviaList(
                    like.GetLeadingTrivia().Any(static trivia => trivia.IsKind(SyntaxKind.EndOfLineTrivia)) ? [newLine] : [newLine, newLine]
                )
            );
    }
}
