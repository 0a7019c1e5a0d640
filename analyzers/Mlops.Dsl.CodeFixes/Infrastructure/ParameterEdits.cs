using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Mlops.Dsl.Generators.Binding;
using Mlops.Dsl.Generators.Parsing;
using Mlops.Dsl.Generators.Symbols;

namespace Mlops.Dsl.CodeFixes.Infrastructure;

/// <summary>Edits of a stage's parameter: what it is bound to, and its type.</summary>
internal static class ParameterEdits
{
    /// <summary>
    /// The attribute that binds a parameter to an output. A stage is named by nameof, so that renaming it renames the binding; a tuple's
    /// element has no symbol to name.
    /// </summary>
    public static string From(OutputDeclaration output) => output.Stage.IsTuple ? $"From(\"{output.Name}\")" : FromStage(output.Name);

    /// <summary>The attribute that binds a parameter to a stage's only output.</summary>
    public static string FromStage(string stage) => $"From(nameof({TypeText.Identifier(stage)}))";

    /// <summary>The parameter with a <c>[From]</c>, in place of the one that it may have.</summary>
    public static ParameterSyntax Bound(this ParameterSyntax parameter, string from)
    {
        var old = parameter
            .AttributeLists.SelectMany(static list => list.Attributes)
            .FirstOrDefault(static attribute => attribute.IsNamed("From"));
        if (old is not null)
        {
            return parameter.ReplaceNode(old, AttributeEdits.Parse(from).WithTriviaFrom(old));
        }

        var list = SyntaxFactory.AttributeList([AttributeEdits.Parse(from)]).WithTrailingTrivia(SyntaxFactory.Space);
        var bare = parameter.WithAttributeLists([]).WithLeadingTrivia();
        return bare.WithAttributeLists([.. parameter.AttributeLists, list]).WithLeadingTrivia(parameter.GetLeadingTrivia());
    }

    /// <summary>The parameter with another type.</summary>
    /// <param name="parameter">The parameter.</param>
    /// <param name="dataset">The name of the generic dataset type, such as <c>Validated</c>.</param>
    /// <param name="written">The whole type, for where the parameter's is no dataset.</param>
    public static ParameterSyntax WithDataset(this ParameterSyntax parameter, string dataset, string written) =>
        parameter.WithType(Dataset(parameter.Type!, dataset, written));

    /// <summary>A dataset type in place of another one: what was written around and in its arguments stays.</summary>
    public static TypeSyntax Dataset(TypeSyntax type, string dataset, string written) =>
        type switch
        {
            GenericNameSyntax name when IsDataset(name) => name.WithIdentifier(Named(name, dataset)),
            QualifiedNameSyntax { Right: GenericNameSyntax name } qualified when IsDataset(name) => qualified.WithRight(
                name.WithIdentifier(Named(name, dataset))
            ),
            AliasQualifiedNameSyntax { Name: GenericNameSyntax name } alias when IsDataset(name) => alias.WithName(
                name.WithIdentifier(Named(name, dataset))
            ),
            _ => SyntaxFactory.ParseTypeName(written).WithTriviaFrom(type),
        };

    private static bool IsDataset(GenericNameSyntax name) =>
        name.Identifier.ValueText is "Raw" or "Validated" or "TrainSet" or "ValidationSet" or "TestSet";

    private static SyntaxToken Named(GenericNameSyntax name, string dataset) =>
        SyntaxFactory.Identifier(dataset).WithTriviaFrom(name.Identifier);
}
