using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Mlops.Dsl.Generators.Symbols;

/// <summary>Whether a type is the empty record that the generator can make a view of a row.</summary>
internal static class ViewShape
{
    /// <summary>Why it is not, as a clause; null if it is.</summary>
    public static string? Problem(INamedTypeSymbol view) =>
        view is not { TypeKind: TypeKind.Class, IsRecord: true } ? "it is no record class; write 'public sealed partial record'"
        : RowKinds.FindSecond(view, RowKind.View) is { } other ? $"it is marked [{other}], too; declare a type for each"
        : view.BaseType is { SpecialType: not SpecialType.System_Object } origin
            ? $"it derives from '{origin.Name}'; a view has the columns of its row only"
        : Declarations(view).Any(static declaration => declaration.ParameterList is not null)
            ? "it has parameters of its own; remove them, the generator writes those of the row's columns"
        : Declarations(view).SelectMany(static declaration => declaration.Members).FirstOrDefault() is { } member
            ? $"it has {Describe(member)} of its own; move it elsewhere, such as into an extension method"
        : null;

    /// <summary>The declarations that the user wrote. Rules see what the generator wrote, too.</summary>
    private static IEnumerable<TypeDeclarationSyntax> Declarations(INamedTypeSymbol view) =>
        view
            .DeclaringSyntaxReferences.Where(static reference =>
                !reference.SyntaxTree.FilePath.EndsWith(".g.cs", StringComparison.OrdinalIgnoreCase)
            )
            .Select(static reference => reference.GetSyntax())
            .OfType<TypeDeclarationSyntax>();

    private static string Describe(MemberDeclarationSyntax member) =>
        member switch
        {
            PropertyDeclarationSyntax property => $"the property '{property.Identifier.ValueText}'",
            MethodDeclarationSyntax method => $"the method '{method.Identifier.ValueText}'",
            FieldDeclarationSyntax { Declaration.Variables: [var field, ..] } => $"the field '{field.Identifier.ValueText}'",
            BaseTypeDeclarationSyntax type => $"the type '{type.Identifier.ValueText}'",
            ConstructorDeclarationSyntax => "a constructor",
            _ => "a member",
        };
}
