using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Mlops.Dsl.Analyzers.Calls;

namespace Mlops.Dsl.Analyzers.Reproducibility;

/// <summary>Finds where a class uses a private field of its own, or a parameter of its primary constructor.</summary>
internal static class FieldUses
{
    /// <summary>The uses of a field. Has the compiler look at the bodies that name it once more.</summary>
    /// <param name="field">A private field.</param>
    /// <param name="model">The model of a file of the compilation.</param>
    public static IEnumerable<IOperation> Of(IFieldSymbol field, SemanticModel? model) => Named(field.ContainingType, field, model);

    /// <summary>The uses of a field of a class, or of a parameter of its primary constructor, in the class.</summary>
    /// <param name="type">The class.</param>
    /// <param name="symbol">The field or parameter.</param>
    /// <param name="model">The model of a file of the compilation.</param>
    public static IEnumerable<IOperation> Named(INamedTypeSymbol type, ISymbol symbol, SemanticModel? model)
    {
        foreach (var declaration in model is null ? [] : type.DeclaringSyntaxReferences)
        {
            var declared = declaration.GetSyntax();
            var declaring = Model(model!, declared.SyntaxTree);
            foreach (
                var name in declared
                    .DescendantNodes()
                    .OfType<IdentifierNameSyntax>()
                    .Where(name => name.Identifier.ValueText == symbol.Name)
            )
            {
                var node = name.Parent is MemberAccessExpressionSyntax access && access.Name == name ? access : (ExpressionSyntax)name;
                if (declaring.GetOperation(node) is { } use && Used(use).Same(symbol.OriginalDefinition))
                {
                    yield return use;
                }
            }
        }
    }

    /// <summary>The model of a file, given that of another one.</summary>
    public static SemanticModel Model(SemanticModel model, SyntaxTree tree) =>
        // Asked only where a value is kept in a field or given to a helper, which is rare: the class may lie in another file.
#pragma warning disable RS1030
        model.SyntaxTree == tree ? model : model.Compilation.GetSemanticModel(tree);
#pragma warning restore RS1030

    private static ISymbol? Used(IOperation use) =>
        use switch
        {
            IMemberReferenceOperation member => member.Member.OriginalDefinition,
            IParameterReferenceOperation parameter => parameter.Parameter.OriginalDefinition,
            _ => null,
        };
}
