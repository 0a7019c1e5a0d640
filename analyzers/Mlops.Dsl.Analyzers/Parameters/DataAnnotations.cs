using Microsoft.CodeAnalysis;

namespace Mlops.Dsl.Analyzers.Parameters;

internal static class DataAnnotations
{
    /// <summary>
    /// The short name of an attribute of System.ComponentModel.DataAnnotations, such as <c>Range</c>; empty for any other.
    /// </summary>
    public static string Name(AttributeData attribute) =>
        attribute.AttributeClass
            is {
                ContainingNamespace:
                { Name: "DataAnnotations", ContainingNamespace: { Name: "ComponentModel", ContainingNamespace.Name: "System" } }
            } type
            ? type.Name.Replace("Attribute", "")
            : "";
}
