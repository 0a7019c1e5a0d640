using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Mlops.Dsl.Mutants.Making;

/// <summary>
/// Writes all mutants of a file into it, each behind a condition: an expression <c>e</c> becomes <c>Is(7) ? mutant : e</c>, a statement
/// <c>s;</c>
/// becomes <c>if (!Is(8)) s;</c>. So the library is compiled once for all of them.
/// </summary>
internal sealed partial class MutantRewriter(SemanticModel model, MutantList mutants) : CSharpSyntaxRewriter
{
    public override SyntaxNode? Visit(SyntaxNode? node)
    {
        if (node is null || IsConstantByRule(node))
        {
            return node;
        }

        var visited = base.Visit(node);
        return node is ExpressionSyntax expression && visited is ExpressionSyntax inner && IsValue(expression)
            ? Mutate(expression, inner)
            : visited;
    }

    /// <summary>What must stay as it is: the compiler wants constants there, or it is words for people.</summary>
    private static bool IsConstantByRule(SyntaxNode node) =>
        node
            is AttributeListSyntax
                or PatternSyntax
                or SwitchLabelSyntax
                or EnumMemberDeclarationSyntax
                or FixedStatementSyntax
                or RefExpressionSyntax
                or ParameterListSyntax
                or TypeArgumentListSyntax
                or InterpolationAlignmentClauseSyntax
        || (node is ExpressionSyntax expression && SyntaxFacts.IsInTypeOnlyContext(expression))
        || (node is BaseFieldDeclarationSyntax field && field.Modifiers.Any(SyntaxKind.ConstKeyword))
        || (node is LocalDeclarationStatementSyntax local && local.Modifiers.Any(SyntaxKind.ConstKeyword))
        || (node is InvocationExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.Text: "nameof" } })
        || (
            node is ArgumentListSyntax
            {
                Parent: BaseObjectCreationExpressionSyntax { Parent: ThrowStatementSyntax or ThrowExpressionSyntax }
            }
        )
        || (
            node is ConstructorInitializerSyntax
            && node.Ancestors().OfType<ClassDeclarationSyntax>().FirstOrDefault() is { } type
            && type.Identifier.Text.EndsWith("Exception", StringComparison.Ordinal)
        );

    /// <summary>Whether an expression stands where another value may stand.</summary>
    private bool IsValue(ExpressionSyntax expression) =>
        expression.Parent switch
        {
            ExpressionStatementSyntax => false,
            ArgumentSyntax argument => argument.RefKindKeyword.IsKind(SyntaxKind.None)
                && argument.Parent is not TupleExpressionSyntax { Parent: AssignmentExpressionSyntax },
            AssignmentExpressionSyntax assignment => assignment.Left != expression,
            PrefixUnaryExpressionSyntax unary => unary.Kind()
                is not (SyntaxKind.PreIncrementExpression or SyntaxKind.PreDecrementExpression or SyntaxKind.AddressOfExpression),
            PostfixUnaryExpressionSyntax unary => unary.IsKind(SyntaxKind.SuppressNullableWarningExpression),
            AwaitExpressionSyntax { Parent: ExpressionStatementSyntax } => false,
            MemberAccessExpressionSyntax access => access.Name != expression,
            ConditionalAccessExpressionSyntax access => access.Expression == expression,
            InvocationExpressionSyntax
            or NameColonSyntax
            or NameEqualsSyntax
            or QualifiedNameSyntax
            or MemberBindingExpressionSyntax
            or StackAllocArrayCreationExpressionSyntax => false,
            ForStatementSyntax loop => loop.Condition == expression,
            UsingStatementSyntax or LockStatementSyntax => false,
            _ => !IsVoid(expression),
        } && !IsVoid(expression);

    private bool IsVoid(ExpressionSyntax expression) => model.GetTypeInfo(expression).Type is { SpecialType: SpecialType.System_Void };

    private ExpressionSyntax Mutate(ExpressionSyntax original, ExpressionSyntax visited)
    {
        var type = model.GetTypeInfo(original);
        if (type.ConvertedType is null || type.ConvertedType.TypeKind is TypeKind.Error or TypeKind.Pointer or TypeKind.FunctionPointer)
        {
            return visited;
        }

        var result = MutateCondition(original, visited);
        foreach (var (kind, after) in Alternatives(original, type))
        {
            if (mutants.Add(kind, original, after) is { } mutant)
            {
                result = Choose(mutant, after, result, type);
            }
        }

        return result == visited ? visited : result.WithTriviaFrom(original);
    }

    private IEnumerable<(MutantKind Kind, string After)> Alternatives(ExpressionSyntax original, TypeInfo type) =>
        [
            .. BoundsOf(original),
            .. ArithmeticOf(original),
            .. ConstantsOf(original),
            .. SkippedCallsOf(original, type),
            .. ElementsOf(original),
            .. ReturnsOf(original, type),
        ];

    private static ParenthesizedExpressionSyntax Choose(int mutant, string after, ExpressionSyntax otherwise, TypeInfo type)
    {
        var target =
            type.Type is null
            || type.Type.SpecialType != type.ConvertedType!.SpecialType
            || !SymbolEqualityComparer.Default.Equals(type.Type, type.ConvertedType)
                ? type.ConvertedType
                : type.Type;
        var choice = SyntaxFactory.ConditionalExpression(
            MutantList.Is(mutant),
            Spaced(Parenthesized(SyntaxFactory.ParseExpression(after))),
            Spaced(Parenthesized(otherwise))
        );
        return Parenthesized(
                IsNameable(target!)
                    ? SyntaxFactory.CastExpression(SyntaxFactory.ParseTypeName(target!.ToDisplayString(TypeFormat)), Parenthesized(choice))
                    : choice
            )
            .WithAdditionalAnnotations(MutantList.Mark(mutant));
    }

    private static readonly SymbolDisplayFormat TypeFormat = SymbolDisplayFormat.FullyQualifiedFormat.WithMiscellaneousOptions(
        SymbolDisplayMiscellaneousOptions.UseSpecialTypes
            | SymbolDisplayMiscellaneousOptions.EscapeKeywordIdentifiers
            | SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier
    );

    private static bool IsNameable(ITypeSymbol type) =>
        type switch
        {
            IArrayTypeSymbol array => IsNameable(array.ElementType),
            INamedTypeSymbol named => !named.IsAnonymousType && named.TypeArguments.All(IsNameable),
            _ => type is ITypeParameterSymbol,
        };

    private static ParenthesizedExpressionSyntax Parenthesized(ExpressionSyntax expression) =>
        SyntaxFactory.ParenthesizedExpression(expression.WithoutTrivia());

    private static ExpressionSyntax Spaced(ExpressionSyntax expression) =>
        expression.WithLeadingTrivia(SyntaxFactory.Space).WithTrailingTrivia(SyntaxFactory.Space);
}
