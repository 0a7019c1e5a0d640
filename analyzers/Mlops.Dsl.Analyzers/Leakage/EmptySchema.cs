using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Mlops.Dsl.Analyzers.Calls;
using Mlops.Dsl.Analyzers.Flow;

namespace Mlops.Dsl.Analyzers.Leakage;

/// <summary>Finds schemas without columns: whatever is validated against one passes.</summary>
internal static class EmptySchema
{
    /// <summary>Whether a method validates against a schema that it is given.</summary>
    public static bool MayTake(IMethodSymbol method) =>
        method.Name == "Validate" && method.IsOf("DataValidation") && method.Parameters.Any(static p => p.Name == "schema");

    /// <summary>The empty schema that a call validates against; null if it has columns, or nobody can tell.</summary>
    public static IOperation? Of(FlowCall call) =>
        MayTake(call.Method.OriginalDefinition)
        && call.Arguments.FirstOrDefault(static argument => argument.Parameter.Name == "schema") is { Operation: { } schema }
        && IsEmpty(schema)
            ? schema
            : null;

    private static bool IsEmpty(IOperation schema) =>
        schema switch
        {
            IConversionOperation conversion => IsEmpty(conversion.Operand),
            IObjectCreationOperation creation => IsEmpty(creation.Syntax),
            ILocalReferenceOperation { Local: var local } => IsDeclaredEmpty(local),
            IMemberReferenceOperation { Member: var member } => IsDeclaredEmpty(member),
            IInvocationOperation { TargetMethod: var method } => IsDeclaredEmpty(method),
            _ => false,
        };

    private static bool IsDeclaredEmpty(ISymbol symbol) =>
        symbol.OriginalDefinition.DeclaringSyntaxReferences.Select(static reference => reference.GetSyntax()).Any(Made);

    private static bool Made(SyntaxNode declaration) =>
        declaration switch
        {
            VariableDeclaratorSyntax { Initializer.Value: { } value } => IsEmpty(value),
            PropertyDeclarationSyntax { Initializer.Value: { } value } => IsEmpty(value),
            PropertyDeclarationSyntax { ExpressionBody.Expression: { } value } => IsEmpty(value),
            MethodDeclarationSyntax { ExpressionBody.Expression: { } value } => IsEmpty(value),
            ArrowExpressionClauseSyntax { Expression: { } value } => IsEmpty(value),
            _ => false,
        };

    private static bool IsEmpty(SyntaxNode creation) =>
        creation is BaseObjectCreationExpressionSyntax { ArgumentList.Arguments: [{ Expression: var columns }] }
        && columns switch
        {
            CollectionExpressionSyntax { Elements.Count: 0 } => true,
            ArrayCreationExpressionSyntax { Initializer: { Expressions.Count: 0 } } => true,
            ArrayCreationExpressionSyntax
            {
                Initializer: null,
                Type.RankSpecifiers: [{ Sizes: [LiteralExpressionSyntax { Token.Value: 0 }] }]
            } => true,
            InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Empty" } } => true,
            ImplicitObjectCreationExpressionSyntax => false,
            ObjectCreationExpressionSyntax { ArgumentList.Arguments.Count: 0, Initializer: null } => true,
            _ => false,
        };
}
