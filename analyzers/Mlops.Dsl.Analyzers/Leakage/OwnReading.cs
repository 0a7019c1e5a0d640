using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Mlops.Dsl.Generators.Binding;

namespace Mlops.Dsl.Analyzers.Leakage;

/// <summary>Names what a stage reads itself, for messages.</summary>
internal static class OwnReading
{
    /// <summary>The expression that reads: a file by its path, or new raw rows. Where a helper does, it is some reading.</summary>
    public static string Of(StageDeclaration stage, CancellationToken cancellationToken = default)
    {
        var reading = (stage.Method.PartialImplementationPart ?? stage.Method)
            .DeclaringSyntaxReferences.SelectMany(reference => reference.GetSyntax(cancellationToken).DescendantNodes())
            .Select(static node =>
                node switch
                {
                    InvocationExpressionSyntax
                    {
                        Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "FromPath" }
                    } call => call.ToString(),
                    ObjectCreationExpressionSyntax { Type: GenericNameSyntax { Identifier.ValueText: "Raw" } raw } => $"new {raw}",
                    _ => null,
                }
            )
            .FirstOrDefault(static text => text is { Length: < 80 } && text.IndexOf('\n') < 0);
        return reading is null ? "Something that is read" : $"'{reading}'";
    }
}
