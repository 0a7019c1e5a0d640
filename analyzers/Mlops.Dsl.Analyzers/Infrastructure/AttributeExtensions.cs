using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Mlops.Dsl.Analyzers.Infrastructure;

internal static class AttributeExtensions
{
    /// <summary>Where an attribute is applied.</summary>
    public static Location? Location(this AttributeData attribute, CancellationToken cancellationToken) =>
        attribute.ApplicationSyntaxReference?.GetSyntax(cancellationToken).GetLocation();

    /// <summary>Where a constructor argument is written; the attribute itself if it is not.</summary>
    public static Location? ArgumentLocation(this AttributeData attribute, int index, CancellationToken cancellationToken)
    {
        var name = attribute.AttributeConstructor?.Parameters.ElementAtOrDefault(index)?.Name;
        var arguments = attribute.ArgumentsSyntax(cancellationToken).Where(a => a.NameEquals is null).ToList();
        var argument =
            arguments.Find(a => a.NameColon is not null && a.NameColon.Name.Identifier.ValueText == name)
            ?? arguments.Where(a => a.NameColon is null).ElementAtOrDefault(index);
        return argument?.Expression.GetLocation() ?? attribute.Location(cancellationToken);
    }

    /// <summary>Where a named argument's value is written; the attribute itself if it is not.</summary>
    public static Location? ArgumentLocation(this AttributeData attribute, string name, CancellationToken cancellationToken) =>
        attribute
            .ArgumentsSyntax(cancellationToken)
            .FirstOrDefault(a => a.NameEquals?.Name.Identifier.ValueText == name)
            ?.Expression.GetLocation()
        ?? attribute.Location(cancellationToken);

    /// <summary>A constructor argument's constant; null if there is none of that type.</summary>
    public static T? Argument<T>(this AttributeData attribute, int index)
        where T : class =>
        attribute.ConstructorArguments.Length > index
        && attribute.ConstructorArguments[index] is { Kind: not TypedConstantKind.Array } argument
            ? argument.Value as T
            : null;

    /// <summary>A named argument's constant; null if it is not given.</summary>
    public static object? Argument(this AttributeData attribute, string name)
    {
        foreach (var argument in attribute.NamedArguments)
        {
            if (argument.Key == name)
            {
                return argument.Value.Kind == TypedConstantKind.Array ? null : argument.Value.Value;
            }
        }

        return null;
    }

    /// <summary>Whether a named argument is a text that says something.</summary>
    public static bool Tells(this AttributeData attribute, string name) =>
        attribute.Argument(name) is string text && !string.IsNullOrWhiteSpace(text);

    private static IEnumerable<AttributeArgumentSyntax> ArgumentsSyntax(
        this AttributeData attribute,
        CancellationToken cancellationToken
    ) =>
        (attribute.ApplicationSyntaxReference?.GetSyntax(cancellationToken) as AttributeSyntax)?.ArgumentList?.Arguments
        ?? Enumerable.Empty<AttributeArgumentSyntax>();
}
