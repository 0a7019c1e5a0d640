using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Mlops.Dsl.CodeFixes.Infrastructure;

/// <summary>Lets a fix use the stage's context: through the method's parameter, or through one that it adds to a stage.</summary>
internal sealed class StageContextParameter
{
    private readonly MethodDeclarationSyntax _method;
    private readonly bool _isNew;

    private StageContextParameter(MethodDeclarationSyntax method, string name, bool isNew)
    {
        _method = method;
        _isNew = isNew;
        Name = name;
    }

    /// <summary>The parameter's name.</summary>
    public string Name { get; }

    /// <summary>
    /// The context at a place in code; null where there is none and none can be had: only a stage's own signature is free to change,
    /// because the engine alone calls it, and a static function captures nothing.
    /// </summary>
    public static StageContextParameter? Find(SyntaxNode place, SemanticModel model, CancellationToken cancellationToken)
    {
        if (
            place.FirstAncestorOrSelf<MethodDeclarationSyntax>() is not { } method
            || place.Ancestors().TakeWhile(a => a != method).Any(IsStaticFunction)
            || model.GetDeclaredSymbol(method, cancellationToken) is not { } symbol
        )
        {
            return null;
        }

        if (
            symbol.Parameters.FirstOrDefault(static p =>
                p.Type is { Name: "StageContext", ContainingNamespace: { Name: "Mlops" or "Dsl" } }
            ) is
            { } present
        )
        {
            return new(method, present.Name, isNew: false);
        }

        return IsStage(symbol) && symbol.Parameters.All(static p => !p.IsParams) && IsFree(place, method, symbol, model)
            ? new(method, "context", isNew: true)
            : null;
    }

    /// <summary>Replaces a node of the method by an expression that uses the context, and adds the parameter if it is new.</summary>
    public Replacement Replace(string title, SyntaxNode node, Func<string, SyntaxNode> replacement) =>
        new(title, _isNew ? _method : node, () => _isNew ? AddedTo(_method.ReplaceNode(node, replacement(Name))) : replacement(Name));

    /// <summary>The method, or what it has become, with the parameter if it is new.</summary>
    public MethodDeclarationSyntax AddedTo(MethodDeclarationSyntax method)
    {
        if (!_isNew)
        {
            return method;
        }

        var list = method.ParameterList;
        var index = list
            .Parameters.TakeWhile(static p =>
                p.Default is null && p.Type?.ToString() is not ("CancellationToken" or "System.Threading.CancellationToken")
            )
            .Count();
        var parameter = SyntaxFactory
            .Parameter(SyntaxFactory.Identifier(Name))
            .WithType(SyntaxFactory.IdentifierName("StageContext").WithTrailingTrivia(SyntaxFactory.Space));
        var parameters = list.Parameters.Insert(index, index == 0 ? parameter : parameter.WithLeadingTrivia(SyntaxFactory.Space));
        if (index == 0 && parameters.Count > 1)
        {
            parameters = parameters.Replace(parameters[1], parameters[1].WithLeadingTrivia(SyntaxFactory.Space));
        }

        return method.WithParameterList(list.WithParameters(parameters));
    }

    private static bool IsStage(IMethodSymbol method) =>
        method.PartialDefinitionPart is null
        && method
            .GetAttributes()
            .Any(static a =>
                a.AttributeClass is { Name: "StageAttribute" or "GateAttribute" or "PublishAttribute", ContainingNamespace.Name: "Dsl" }
            );

    private static bool IsFree(SyntaxNode place, MethodDeclarationSyntax method, IMethodSymbol symbol, SemanticModel model) =>
        symbol.Parameters.All(static p => p.Name != "context")
        && model
            .LookupSymbols(place.SpanStart, name: "context")
            .All(static s => s is not (ILocalSymbol or IParameterSymbol or IRangeVariableSymbol))
        && !method.DescendantTokens().Any(static t => t.IsKind(SyntaxKind.IdentifierToken) && t.ValueText == "context");

    private static bool IsStaticFunction(SyntaxNode node) =>
        node switch
        {
            LocalFunctionStatementSyntax function => function.Modifiers.Any(SyntaxKind.StaticKeyword),
            AnonymousFunctionExpressionSyntax function => function.Modifiers.Any(SyntaxKind.StaticKeyword),
            _ => false,
        };
}
