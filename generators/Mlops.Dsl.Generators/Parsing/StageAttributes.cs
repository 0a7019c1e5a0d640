using Microsoft.CodeAnalysis;
using Mlops.Dsl.Generators.Model;

namespace Mlops.Dsl.Generators.Parsing;

/// <summary>The language's attributes on one method.</summary>
internal sealed class StageAttributes
{
    private StageAttributes(AttributeData declaration, StageKind kind)
    {
        Declaration = declaration;
        Kind = kind;
    }

    /// <summary>The attribute that makes the method a node of the graph.</summary>
    public AttributeData Declaration { get; }

    public StageKind Kind { get; }

    public AttributeData? ForEach { get; private set; }

    public List<AttributeData> After { get; } = [];

    /// <summary><c>[When]</c> and <c>[Unless]</c>, in order.</summary>
    public List<AttributeData> Conditions { get; } = [];

    public AttributeData? Retry { get; private set; }

    public AttributeData? Timeout { get; private set; }

    public AttributeData? Resources { get; private set; }

    public bool NoCache { get; private set; }

    /// <summary>Reads a method's attributes; null for a method that is no node of the graph.</summary>
    public static StageAttributes? Read(IMethodSymbol method)
    {
        var attributes = method.GetAttributes();
        foreach (var attribute in attributes)
        {
            if (KindOf(attribute) is { } kind)
            {
                var result = new StageAttributes(attribute, kind);
                foreach (var other in attributes)
                {
                    result.Take(other);
                }

                return result;
            }
        }

        return null;
    }

    /// <summary>The text of an attribute's first argument; null where it is missing or no constant.</summary>
    public static string? FirstText(AttributeData attribute) =>
        attribute.ConstructorArguments is [{ Kind: TypedConstantKind.Primitive, Value: string text }, ..] ? text : null;

    /// <summary>Where the first argument is written, for messages.</summary>
    public static Location? FirstArgumentLocation(AttributeData attribute) =>
        attribute.ApplicationSyntaxReference?.GetSyntax() is Microsoft.CodeAnalysis.CSharp.Syntax.AttributeSyntax syntax
            ? (syntax.ArgumentList?.Arguments.FirstOrDefault() ?? (SyntaxNode)syntax).GetLocation()
            : null;

    private static StageKind? KindOf(AttributeData attribute)
    {
        if (attribute.AttributeClass?.IsInLanguage() != true)
        {
            return null;
        }

        return attribute.AttributeClass.Name switch
        {
            "SourceAttribute" => StageKind.Source,
            "StageAttribute" => StageKind.Stage,
            "GateAttribute" => StageKind.Gate,
            "PublishAttribute" => StageKind.Publish,
            _ => null,
        };
    }

    private void Take(AttributeData attribute)
    {
        if (attribute.AttributeClass?.IsInLanguage() != true)
        {
            return;
        }

        switch (attribute.AttributeClass.Name)
        {
            case "ForEachAttribute":
                ForEach = attribute;
                break;
            case "AfterAttribute":
                After.Add(attribute);
                break;
            case "WhenAttribute" or "UnlessAttribute":
                Conditions.Add(attribute);
                break;
            case "RetryAttribute":
                Retry = attribute;
                break;
            case "TimeoutAttribute":
                Timeout = attribute;
                break;
            case "ResourcesAttribute":
                Resources = attribute;
                break;
            case "NoCacheAttribute":
                NoCache = true;
                break;
        }
    }
}
