using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Mlops.Dsl.Analyzers.Calls;

namespace Mlops.Dsl.Analyzers.Reproducibility;

/// <summary>Finds where a property or method is asked that answers yes or no.</summary>
internal static class MemberUses
{
    /// <summary>
    /// The uses, in all of the compilation, of the property or method that a return belongs to; none where that returns something else
    /// than yes or no. Goes through all files, and is for what is rare.
    /// </summary>
    public static IEnumerable<IOperation> OfQuestion(IReturnOperation told, SemanticModel model)
    {
        if (
            model.GetEnclosingSymbol(told.Syntax.SpanStart)
            is not IMethodSymbol
            {
                ReturnType.SpecialType: SpecialType.System_Boolean,
                MethodKind: MethodKind.Ordinary or MethodKind.PropertyGet or MethodKind.LocalFunction
            } method
        )
        {
            yield break;
        }

        var asked = method.AssociatedSymbol ?? method;
        foreach (var tree in model.Compilation.SyntaxTrees)
        {
            foreach (var name in tree.GetRoot().DescendantNodes().OfType<IdentifierNameSyntax>())
            {
                if (
                    name.Identifier.ValueText == asked.Name
                    && Use(name, FieldUses.Model(model, tree)) is { } use
                    && Member(use).Same(asked)
                )
                {
                    yield return use;
                }
            }
        }
    }

    private static IOperation? Use(IdentifierNameSyntax name, SemanticModel model)
    {
        SyntaxNode node = name.Parent is MemberAccessExpressionSyntax access && access.Name == name ? access : name;
        return model.GetOperation(node.Parent is InvocationExpressionSyntax call && call.Expression == node ? call : node);
    }

    private static ISymbol? Member(IOperation use) =>
        use switch
        {
            IPropertyReferenceOperation reference => reference.Property.OriginalDefinition,
            IInvocationOperation call => call.TargetMethod.OriginalDefinition,
            _ => null,
        };
}
