using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Mlops.Dsl.Generators.State;

/// <summary>Tells which constructors can be seen to do nothing but give members what they take.</summary>
internal static class PlainConstructors
{
    /// <summary>Whether the compiler itself makes a member of a constructor's parameter, as it does for positional records.</summary>
    public static bool Declares(IParameterSymbol parameter, ISymbol member) =>
        IsOwn(parameter, member)
        && member.Name == parameter.Name
        && SyntaxOf(member) is ParameterSyntax
        && SyntaxOf(parameter.ContainingSymbol) is TypeDeclarationSyntax;

    /// <summary>Whether a constructor can be seen to give a member what it takes as a parameter.</summary>
    /// <param name="parameter">The parameter.</param>
    /// <param name="member">The property or field.</param>
    public static bool Assigns(IParameterSymbol parameter, ISymbol member) =>
        IsOwn(parameter, member)
        && SyntaxOf(parameter.ContainingSymbol) switch
        {
            TypeDeclarationSyntax => Initializer(SyntaxOf(member)) is IdentifierNameSyntax value
                && value.Identifier.ValueText == parameter.Name,
            ConstructorDeclarationSyntax constructor when !CallsAnother(constructor) => Assigns(
                constructor,
                (IMethodSymbol)parameter.ContainingSymbol,
                parameter.Name,
                member.Name
            ),
            _ => false,
        };

    private static bool CallsAnother(ConstructorDeclarationSyntax constructor) =>
        constructor.Initializer is not (null or { RawKind: (int)SyntaxKind.BaseConstructorInitializer, ArgumentList.Arguments.Count: 0 });

    private static bool IsOwn(IParameterSymbol parameter, ISymbol member) =>
        SymbolEqualityComparer.Default.Equals(parameter.ContainingSymbol.ContainingType, member.ContainingType);

    private static SyntaxNode? SyntaxOf(ISymbol symbol) => symbol.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax();

    private static ExpressionSyntax? Initializer(SyntaxNode? member) =>
        member switch
        {
            PropertyDeclarationSyntax property => property.Initializer?.Value,
            VariableDeclaratorSyntax field => field.Initializer?.Value,
            _ => null,
        };

    private static bool Assigns(ConstructorDeclarationSyntax syntax, IMethodSymbol constructor, string parameter, string member)
    {
        var expressions = syntax.ExpressionBody is { } arrow
            ? [arrow.Expression]
            : syntax.Body?.Statements.Select(static statement => (statement as ExpressionStatementSyntax)?.Expression).ToList() ?? [];
        var assignments = expressions.Select(expression => Assignment(expression, constructor)).ToList();
        return assignments.TrueForAll(static assignment => assignment is not null)
            && assignments.Where(assignment => assignment!.Value.Member == member).ToList() is [{ } only]
            && only.Parameter == parameter;
    }

    /// <summary>The member that is given a parameter; null for an expression that does anything else.</summary>
    private static (string Member, string Parameter)? Assignment(ExpressionSyntax? expression, IMethodSymbol constructor)
    {
        if (
            expression is not AssignmentExpressionSyntax { Right: IdentifierNameSyntax value } assignment
            || !assignment.IsKind(SyntaxKind.SimpleAssignmentExpression)
        )
        {
            return null;
        }

        var isParameter = constructor.Parameters.ToLookup(static parameter => parameter.Name).Contains;
        var target = assignment.Left switch
        {
            MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax, Name: IdentifierNameSyntax name } => name.Identifier.ValueText,
            IdentifierNameSyntax name when !isParameter(name.Identifier.ValueText) => name.Identifier.ValueText,
            _ => null,
        };
        var type = constructor.ContainingType;
        return
            target is not null
            && isParameter(value.Identifier.ValueText)
            && type.GetMembers(target).Any(member => PlainMembers.Contains(member, type))
            ? (target, value.Identifier.ValueText)
            : null;
    }
}
