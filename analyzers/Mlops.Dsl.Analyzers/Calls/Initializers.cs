using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Mlops.Dsl.Analyzers.Calls;

/// <summary>Finds what a field or property that nobody sets later begins with.</summary>
internal static class Initializers
{
    /// <summary>The value of a read-only field, or of a property without a setter; null if it has none, or may get another one.</summary>
    /// <param name="member">The field or property.</param>
    /// <param name="model">The model of a file of the compilation.</param>
    public static IOperation? Of(ISymbol member, SemanticModel? model)
    {
        if (model is null
            || member.OriginalDefinition is not (IFieldSymbol { IsReadOnly: true } or IPropertySymbol { SetMethod: null })
            || member.OriginalDefinition.DeclaringSyntaxReferences is not [var declaration, ..])
        {
            return null;
        }

        var value = declaration.GetSyntax() switch
        {
            VariableDeclaratorSyntax { Initializer.Value: var initial } => initial,
            PropertyDeclarationSyntax { Initializer.Value: var initial } => initial,
            PropertyDeclarationSyntax { ExpressionBody.Expression: var expression } => expression,
            _ => null,
        };
        if (value is null)
        {
            return null;
        }

#pragma warning disable RS1030 // Asked only of a few values, such as the options of a file that is opened: the member may lie in another file.
        var declaring = model.SyntaxTree == value.SyntaxTree ? model : model.Compilation.GetSemanticModel(value.SyntaxTree);
#pragma warning restore RS1030
        return declaring.GetOperation(value);
    }
}
