using Microsoft.CodeAnalysis;
using Mlops.Dsl.Analyzers.Calls;
using Mlops.Dsl.Generators.Parsing;
using Mlops.Dsl.Generators.Symbols;

namespace Mlops.Dsl.Analyzers.Contracts;

/// <summary>A method that relies on what a pipeline publishes: a service's, or a source of a pipeline that watches.</summary>
/// <param name="Method">The method.</param>
/// <param name="Attribute">Its attribute, which names the pipeline, or the service that does.</param>
/// <param name="Source">The pipeline, or the shell that stands for one of another repository.</param>
/// <param name="Member">What of it: a member's name, or a published entry's; null where the compiler does not know it.</param>
/// <param name="IsPredict">Whether the model itself is asked, and not an artifact of the run that made it.</param>
internal sealed record Reliance(IMethodSymbol Method, AttributeData Attribute, INamedTypeSymbol Source, string? Member, bool IsPredict)
{
    /// <summary>What the methods of a type rely on.</summary>
    public static IEnumerable<Reliance> Of(INamedTypeSymbol type) =>
        type.GetMembers()
            .OfType<IMethodSymbol>()
            .Where(static method => method.IsPartialDefinition)
            .SelectMany(static method => method.GetAttributes().Select(attribute => Of(method, attribute)))
            .OfType<Reliance>();

    private static Reliance? Of(IMethodSymbol method, AttributeData attribute)
    {
        if (attribute.ConstructorArguments is not [{ Value: INamedTypeSymbol named }, var member])
        {
            return null;
        }

        return attribute.Is("Predict") || attribute.Is("FromPublished")
                ? new Reliance(method, attribute, named, Text(member), attribute.Is("Predict"))
            : attribute.Is("Served") && !IsSameAssembly(named, method) ? OfService(method, attribute, named, Text(member))
            : null;
    }

    /// <summary>What was served relies on the model that answered. A service of the same project says so itself.</summary>
    private static Reliance? OfService(IMethodSymbol method, AttributeData attribute, INamedTypeSymbol service, string? member) =>
        service
            .GetMembers(member ?? "")
            .OfType<IMethodSymbol>()
            .Select(static answering => answering.Find("Predict"))
            .FirstOrDefault(static predict => predict is not null)
            is { ConstructorArguments: [{ Value: INamedTypeSymbol pipeline }, var publication] }
            ? new Reliance(method, attribute, pipeline, Text(publication), IsPredict: true)
            : null;

    private static bool IsSameAssembly(ISymbol one, ISymbol other) =>
        SymbolEqualityComparer.Default.Equals(one.ContainingAssembly, other.ContainingAssembly);

    private static string? Text(TypedConstant argument) => argument.Kind == TypedConstantKind.Primitive ? argument.Value as string : null;
}
