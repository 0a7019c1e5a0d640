using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Mlops.Dsl.CodeFixes.Infrastructure;

namespace Mlops.Dsl.CodeFixes.Release;

/// <summary>Edits of the conditions of stages.</summary>
internal static class Conditions
{
    /// <summary>The stage with <c>[When(nameof(gate))]</c>; an <c>[After]</c> that only waited for the gate becomes it.</summary>
    public static MethodDeclarationSyntax AskingGate(this MethodDeclarationSyntax stage, string gate)
    {
        var when = $"When(nameof({gate}))";
        var after = stage.Attributes("After").FirstOrDefault(attribute => Names(attribute, gate));
        return after is null
            ? stage.WithAttribute(when, beside: "Publish")
            : stage.ReplaceNode(after, AttributeEdits.Parse(when).WithTriviaFrom(after));
    }

    private static bool Names(AttributeSyntax attribute, string stage) =>
        attribute.ArgumentList?.Arguments.FirstOrDefault()?.Expression switch
        {
            LiteralExpressionSyntax literal => literal.Token.ValueText == stage,
            InvocationExpressionSyntax { ArgumentList.Arguments: [{ Expression: IdentifierNameSyntax name }] } => name.Identifier.ValueText
                == stage,
            _ => false,
        };
}
