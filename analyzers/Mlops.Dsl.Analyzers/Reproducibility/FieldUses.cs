using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Mlops.Dsl.Analyzers.Reproducibility;

/// <summary>Finds where a class uses a private field of its own.</summary>
internal static class FieldUses
{
    /// <summary>The uses of a field. Has the compiler look at the bodies that name it once more.</summary>
    /// <param name="field">A private field.</param>
    /// <param name="model">The model of a file of the compilation.</param>
    public static IEnumerable<IOperation> Of(IFieldSymbol field, SemanticModel? model)
    {
        foreach (var declaration in model is null ? [] : field.ContainingType.DeclaringSyntaxReferences)
        {
            var type = declaration.GetSyntax();
#pragma warning disable RS1030 // Asked only where a value is kept in a field, which is rare: the class may lie in several files.
            var declaring = model!.SyntaxTree == type.SyntaxTree ? model : model.Compilation.GetSemanticModel(type.SyntaxTree);
#pragma warning restore RS1030
            foreach (var name in type.DescendantNodes().OfType<IdentifierNameSyntax>().Where(name => name.Identifier.ValueText == field.Name))
            {
                var node = name.Parent is MemberAccessExpressionSyntax access && access.Name == name ? access : (ExpressionSyntax)name;
                if (declaring.GetOperation(node) is IFieldReferenceOperation use && SymbolEqualityComparer.Default.Equals(use.Field, field))
                {
                    yield return use;
                }
            }
        }
    }
}
