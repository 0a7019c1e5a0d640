using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Mlops.Dsl.Generators.Problems;
using Mlops.Dsl.Generators.Symbols;

namespace Mlops.Dsl.Generators.Services;

/// <summary>
/// A method that publishes, in this project or in one that it references. It keeps symbols and must not outlive the step.
/// </summary>
/// <param name="Method">The method; null where only a lock is known of the pipeline.</param>
/// <param name="Name">The entry's name.</param>
/// <param name="Location">Where the service names it.</param>
internal sealed record Publication(IMethodSymbol? Method, string Name, Location? Location)
{
    /// <summary>The publication that an attribute with a pipeline and a method's name names; null where there is none.</summary>
    public static Publication? Find(AttributeData attribute, ServiceProblemSink note)
    {
        if (
            attribute.ConstructorArguments is [var type, var member]
            && (IsNullLiteral(type) || (IsNullLiteral(member) && Missing(attribute) is null))
        )
        {
            note(
                ServiceProblemKind.NoPublication,
                Argument(attribute, IsNullLiteral(type) ? 0 : 1),
                "null names nothing that is published: write typeof(ThePipeline) and nameof(ThePipeline.ThePublication)"
            );
            return null;
        }

        if (
            attribute.ConstructorArguments is not [{ Value: INamedTypeSymbol pipeline }, var named]
            || pipeline is IErrorTypeSymbol
            || (named.Value as string ?? Missing(attribute)) is not { } name
        )
        {
            return null;
        }

        if (pipeline.Find("Contract") is not null)
        {
            // What a lock promises under the name is compared by a rule, which has the file.
            return new Publication(null, name, Argument(attribute, 1));
        }

        if (pipeline.Find("Pipeline") is null)
        {
            note(
                ServiceProblemKind.NoPublication,
                Argument(attribute, 0),
                $"'{pipeline.Name}' is no pipeline: name a class with [Pipeline]"
            );
            return null;
        }

        var published = pipeline.GetMembers().OfType<IMethodSymbol>().Where(static method => method.Find("Publish") is not null).ToList();
        var found = published.Find(method => method.Name == name);
        if (found is null)
        {
            note(
                ServiceProblemKind.NoPublication,
                Argument(attribute, 1),
                $"'{pipeline.Name}' has no [Publish] method '{name}'{Hint(name, published)}"
            );
            return null;
        }

        return StageAttributes.FirstText(found.Find("Publish")!) is { Length: > 0 } entry
            ? new Publication(found, entry, Argument(attribute, 1))
            : null;
    }

    /// <summary>Whether null is written there, rather than something that the compiler does not understand.</summary>
    private static bool IsNullLiteral(TypedConstant argument) => argument is { IsNull: true, Kind: not TypedConstantKind.Error };

    private static string Hint(string name, List<IMethodSymbol> published) =>
        published.Count == 0 ? ": it publishes nothing"
        : NearestName.Find(name, published.Select(static method => method.Name)) is { Length: > 0 } nearest ? $": did you mean '{nearest}'?"
        : $": it publishes by {string.Join(", ", published.Select(static method => $"'{method.Name}'"))}";

    /// <summary>
    /// The name that <c>nameof</c> was to give of a member that is gone: the compiler does not say what there is instead.
    /// </summary>
    private static string? Missing(AttributeData attribute) =>
        ArgumentSyntax(attribute, 1)
            is AttributeArgumentSyntax
            {
                Expression: InvocationExpressionSyntax
                {
                    Expression: IdentifierNameSyntax { Identifier.ValueText: "nameof" },
                    ArgumentList.Arguments: [{ Expression: MemberAccessExpressionSyntax member }]
                },
            }
            ? member.Name.Identifier.ValueText
            : null;

    private static Location? Argument(AttributeData attribute, int position) => ArgumentSyntax(attribute, position)?.GetLocation();

    private static SyntaxNode? ArgumentSyntax(AttributeData attribute, int position) =>
        attribute.ApplicationSyntaxReference?.GetSyntax() is AttributeSyntax syntax
            ? syntax.ArgumentList?.Arguments.ElementAtOrDefault(position) ?? (SyntaxNode)syntax
            : null;
}
