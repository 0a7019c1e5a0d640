using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Mlops.Dsl.Analyzers.Governance;
using Mlops.Dsl.Generators.Binding;
using Mlops.Dsl.Generators.Model;
using Mlops.Dsl.Generators.Symbols;

namespace Mlops.Dsl.Analyzers.Graph;

/// <summary>
/// Tells whether a stage says yes exactly where a gate has said no: <c>bool Refused(GateResult good) =&gt; !good.Passed</c>.
/// </summary>
internal static class Negation
{
    /// <summary>Whether what a stage makes of a gate's result is never true where the gate passed, and may be where it refused.</summary>
    public static bool Of(StageDeclaration decider, StageDeclaration gate)
    {
        // Beside another gate that has to pass, it is meant.
        var gates = decider.Inputs.FindAll(static input => input.Output.Stage.Kind == StageKind.Gate);
        return gates is [{ Output.Stage: var only, Parameter.Name: var input }]
            && only == gate
            && (decider.Method.PartialImplementationPart ?? decider.Method).DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax()
                is MethodDeclarationSyntax method
            && new Body(method, input) is var body
            && body.Result(passed: true) == false
            && body.Result(passed: false) != false;
    }

    /// <summary>A method, run with what is known of one gate's result alone.</summary>
    private sealed class Body(MethodDeclarationSyntax method, string gate)
    {
        /// <summary>What the method returns; null where that depends on other things as well.</summary>
        public bool? Result(bool passed) =>
            method.ExpressionBody is { Expression: var only } ? Value(only, passed)
            : method.Body is { } block ? Returned(block.Statements, passed)
            : null;

        private bool? Returned(SyntaxList<StatementSyntax> statements, bool passed)
        {
            foreach (var statement in statements)
            {
                switch (statement)
                {
                    case ReturnStatementSyntax { Expression: { } value }:
                        return Value(value, passed);
                    case IfStatementSyntax choice when Value(choice.Condition, passed) is { } isTrue:
                        if (isTrue || choice.Else is not null)
                        {
                            return Returned(Statements(isTrue ? choice.Statement : choice.Else!.Statement), passed);
                        }

                        break;
                    case LocalDeclarationStatementSyntax or ExpressionStatementSyntax:
                        break;
                    default:
                        return null;
                }
            }

            return null;
        }

        private static SyntaxList<StatementSyntax> Statements(StatementSyntax statement) =>
            statement is BlockSyntax block ? block.Statements : SyntaxFactory.SingletonList(statement);

        private bool? Value(ExpressionSyntax expression, bool passed) =>
            expression switch
            {
                ParenthesizedExpressionSyntax inner => Value(inner.Expression, passed),
                LiteralExpressionSyntax literal => literal.Token.Value as bool?,
                MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Passed", Expression: IdentifierNameSyntax name } => IsGate(name)
                    ? passed
                    : null,
                PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalNotExpression } not => !Value(not.Operand, passed),
                IsPatternExpressionSyntax test => Matches(test, passed),
                ConditionalExpressionSyntax choice => Value(choice.Condition, passed) switch
                {
                    true => Value(choice.WhenTrue, passed),
                    false => Value(choice.WhenFalse, passed),
                    null => null,
                },
                BinaryExpressionSyntax binary => Combined(binary, Value(binary.Left, passed), Value(binary.Right, passed)),
                IdentifierNameSyntax local => Initial(local) is { } initial ? Value(initial, passed) : null,
                _ => null,
            };

        private static bool? Combined(BinaryExpressionSyntax binary, bool? left, bool? right) =>
            binary.Kind() switch
            {
                SyntaxKind.LogicalAndExpression or SyntaxKind.BitwiseAndExpression => left & right,
                SyntaxKind.LogicalOrExpression or SyntaxKind.BitwiseOrExpression => left | right,
                SyntaxKind.EqualsExpression => left is null || right is null ? null : left == right,
                SyntaxKind.NotEqualsExpression or SyntaxKind.ExclusiveOrExpression => left is null || right is null ? null : left != right,
                _ => null,
            };

        private bool? Matches(IsPatternExpressionSyntax test, bool passed)
        {
            var value = Value(test.Expression, passed);
            return test.Pattern switch
            {
                ConstantPatternSyntax { Expression: var constant } => value == Value(constant, passed) && value is not null ? true
                : value is null ? null
                : false,
                UnaryPatternSyntax { Pattern: ConstantPatternSyntax { Expression: var constant } } => value is null
                    ? null
                    : value != Value(constant, passed),
                RecursivePatternSyntax
                {
                    PropertyPatternClause.Subpatterns: [
                        { NameColon.Name.Identifier.ValueText: "Passed", Pattern: ConstantPatternSyntax asked },
                    ]
                } when test.Expression is IdentifierNameSyntax name && IsGate(name) => passed == Value(asked.Expression, passed),
                _ => null,
            };
        }

        private bool IsGate(IdentifierNameSyntax name) => name.Identifier.ValueText == gate;

        private ExpressionSyntax? Initial(IdentifierNameSyntax local) =>
            method
                .DescendantNodes()
                .OfType<VariableDeclaratorSyntax>()
                .FirstOrDefault(declared => declared.Identifier.ValueText == local.Identifier.ValueText)
                ?.Initializer?.Value;
    }
}
