using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Mlops.Dsl.CodeFixes.Infrastructure;
using Mlops.Dsl.Generators.Model;
using Mlops.Dsl.Generators.Symbols;

namespace Mlops.Dsl.CodeFixes.Tracking;

/// <summary>
/// A file that a stage writes in every run, and that it can return: alone where it returned nothing, otherwise beside what it returned.
/// </summary>
internal sealed class ReturnedFile
{
    private const string File = "FileArtifact";

    private readonly string _name;
    private readonly string _output;
    private readonly TypeSyntax? _returned;
    private readonly string _stage;
    private readonly bool _isTask;

    private ReturnedFile(string name, string output, TypeSyntax? returned, string stage, bool isTask)
    {
        _name = name;
        _output = output;
        _returned = returned;
        _stage = stage;
        _isTask = isTask;
    }

    /// <summary>
    /// The file as something to return; null where not every run writes it, or its name is not known where the stage ends, or what the
    /// stage returns is given.
    /// </summary>
    public static ReturnedFile? Of(ExpressionSyntax write, StagePlace stage, WrittenPath written, SemanticModel model)
    {
        if (
            stage.Stage.Kind != StageKind.Stage
            || !IsAlwaysWritten(write, stage.Method)
            || !IsKnownAtTheEnd(written.Origin, stage.Method, model)
            || Returned(stage.Method) is not { } returned
        )
        {
            return null;
        }

        var constant = model.GetConstantValue(written.Origin) is { HasValue: true, Value: string text }
            ? Path.GetFileNameWithoutExtension(text)
            : "";
        var output = NewStage.FreeName(
            stage.Pipeline,
            Words.Pascal(constant) is { Length: > 0 } word && char.IsLetter(word[0])
                ? word + "File"
                : stage.Method.Identifier.ValueText + "File"
        );
        return new(written.NameInFolder, output, returned.Type, stage.Method.Identifier.ValueText, returned.IsTask);
    }

    /// <summary>The method with the file returned; null where it has no body to return it from.</summary>
    public MethodDeclarationSyntax? AddedTo(MethodDeclarationSyntax method, string context)
    {
        var file = $"{context}.GetFile({_name})";
        var type = _returned is null ? File : $"({_returned.WithoutTrivia()} {_stage}, {File} {_output})";
        var written = SyntaxFactory.ParseTypeName(_isTask ? $"Task<{type}>" : type).WithTriviaFrom(method.ReturnType);
        return (_returned is null ? WithReturn(method, file) : WithPairs(method, file))?.WithReturnType(written);
    }

    private static MethodDeclarationSyntax? WithReturn(MethodDeclarationSyntax method, string file)
    {
        var returns = method.DescendantNodes(static node => !IsFunction(node)).OfType<ReturnStatementSyntax>().ToList();
        var body = method.Body ?? Block(method);
        if (returns.Count > 0 || body is null)
        {
            return null;
        }

        var (newLine, indentation) = (Lines.NewLine(method), Lines.Indentation(method));
        var isOnOneLine = !body.OpenBraceToken.TrailingTrivia.Any(SyntaxKind.EndOfLineTrivia);
        var statement = SyntaxFactory.ParseStatement($"return {file};");
        statement = isOnOneLine
            ? statement.WithTrailingTrivia(SyntaxFactory.Space)
            : statement
                .WithLeadingTrivia(SyntaxFactory.Whitespace(indentation + "    "))
                .WithTrailingTrivia(SyntaxFactory.EndOfLine(newLine));
        var parameters = method.ExpressionBody is null ? method.ParameterList : method.ParameterList.WithTrailingTrivia();
        return method
            .WithParameterList(parameters)
            .WithBody(body.AddStatements(statement))
            .WithExpressionBody(null)
            .WithSemicolonToken(default);
    }

    private static BlockSyntax? Block(MethodDeclarationSyntax method)
    {
        if (method.ExpressionBody is not { Expression: var expression })
        {
            return null;
        }

        var (newLine, indentation) = (Lines.NewLine(method), Lines.Indentation(method));
        return (BlockSyntax)
            SyntaxFactory.ParseStatement(
                $"{newLine}{indentation}{{{newLine}{indentation}    {expression.WithoutTrivia()};{newLine}{indentation}}}{newLine}"
            );
    }

    private static MethodDeclarationSyntax? WithPairs(MethodDeclarationSyntax method, string file)
    {
        var returns = method
            .DescendantNodes(static node => !IsFunction(node))
            .OfType<ReturnStatementSyntax>()
            .Select(static statement => statement.Expression)
            .ToList();
        return returns.Count > 0 && !returns.Contains(null)
            ? method.ReplaceNodes(
                returns.OfType<ExpressionSyntax>(),
                (_, value) => SyntaxFactory.ParseExpression($"({value.WithoutTrivia()}, {file})").WithTriviaFrom(value)
            )
            : null;
    }

    /// <summary>What a method returns: null for nothing, and no answer for tuples, sequences, and tasks that it does not await.</summary>
    private static (TypeSyntax? Type, bool IsTask)? Returned(MethodDeclarationSyntax method)
    {
        var isAsync = method.Modifiers.Any(SyntaxKind.AsyncKeyword);
        return method.ReturnType switch
        {
            PredefinedTypeSyntax { Keyword.RawKind: (int)SyntaxKind.VoidKeyword } when !isAsync => (null, false),
            IdentifierNameSyntax { Identifier.ValueText: "Task" } when isAsync => (null, true),
            GenericNameSyntax { Identifier.ValueText: "Task", TypeArgumentList.Arguments: [not TupleTypeSyntax and var type] }
                when isAsync => (type, true),
            TupleTypeSyntax => null,
            GenericNameSyntax { Identifier.ValueText: "IAsyncEnumerable" or "IEnumerable" or "Task" or "ValueTask" }
            or IdentifierNameSyntax { Identifier.ValueText: "Task" or "ValueTask" } => null,
            var type when !isAsync => (type, false),
            _ => null,
        };
    }

    private static bool IsAlwaysWritten(ExpressionSyntax write, MethodDeclarationSyntax method) =>
        write
            .Ancestors()
            .TakeWhile(ancestor => ancestor != method)
            .All(static ancestor =>
                ancestor switch
                {
                    UsingStatementSyntax
                    or BlockSyntax { Parent: MethodDeclarationSyntax or UsingStatementSyntax }
                    or LocalDeclarationStatementSyntax
                    or ExpressionStatementSyntax => true,
                    StatementSyntax
                    or AnonymousFunctionExpressionSyntax
                    or ConditionalExpressionSyntax
                    or SwitchExpressionSyntax
                    or ConditionalAccessExpressionSyntax => false,
                    BinaryExpressionSyntax binary => !binary.IsKind(SyntaxKind.LogicalAndExpression)
                        && !binary.IsKind(SyntaxKind.LogicalOrExpression)
                        && !binary.IsKind(SyntaxKind.CoalesceExpression),
                    _ => true,
                }
            );

    /// <summary>Whether a path names nothing but the pipeline's own members and the stage's inputs, which are there to the end.</summary>
    private static bool IsKnownAtTheEnd(ExpressionSyntax path, MethodDeclarationSyntax method, SemanticModel model) =>
        path.DescendantNodesAndSelf()
            .OfType<SimpleNameSyntax>()
            .All(name =>
                model.GetSymbolInfo(name).Symbol switch
                {
                    ILocalSymbol local => local.IsConst,
                    IParameterSymbol parameter => parameter.ContainingSymbol.Equals(
                        model.GetDeclaredSymbol(method),
                        SymbolEqualityComparer.Default
                    ),
                    IMethodSymbol { MethodKind: MethodKind.LocalFunction } => false,
                    _ => true,
                }
            );

    private static bool IsFunction(SyntaxNode node) => node is LocalFunctionStatementSyntax or AnonymousFunctionExpressionSyntax;
}
