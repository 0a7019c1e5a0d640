using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Mlops.Dsl.Generators.Model;

namespace Mlops.Dsl.Generators.Parsing;

/// <summary>The language's attributes on one method: lives as long as one parse.</summary>
internal sealed class StageAttributes
{
    private readonly IMethodSymbol _method;
    private AttributeData? _declaration;

    private StageAttributes(IMethodSymbol method, StageKind kind, AttributeData? declaration)
    {
        _method = method;
        _declaration = declaration;
        Kind = kind;
    }

    /// <summary>The attribute that makes the method a node of the graph.</summary>
    public AttributeData Declaration => _declaration ??= _method.GetAttributes().First(attribute => KindOf(attribute) == Kind);

    public StageKind Kind { get; }

    /// <summary>Whether that attribute has arguments of any kind.</summary>
    public bool HasArguments { get; private set; } = true;

    /// <summary>The text of that attribute's first argument; null where it is missing or no constant.</summary>
    public string? Text => HasArguments ? FirstText(Declaration) : null;

    public AttributeData? ForEach { get; private set; }

    public List<AttributeData> After { get; } = [];

    /// <summary><c>[When]</c> and <c>[Unless]</c>, in order.</summary>
    public List<AttributeData> Conditions { get; } = [];

    public AttributeData? Retry { get; private set; }

    public AttributeData? Timeout { get; private set; }

    public AttributeData? Resources { get; private set; }

    public bool NoCache { get; private set; }

    /// <summary>Reads a method's attributes; null for a method that is no node of the graph. Binds none of them where the method is no more than a stage or a gate, as most are.</summary>
    public static StageAttributes? Read(IMethodSymbol method, MemberAttributes attributes)
    {
        if (attributes.Named is null)
        {
            return Read(method);
        }

        var declared = attributes.Named.Where(static attribute => attribute.IsInLanguage).ToList();
        return declared switch
        {
            [] => null,
            [{ Arguments.Count: 0 } only] => KindOf(only.Class) is { } kind ? new StageAttributes(method, kind, declaration: null) { HasArguments = false } : null,
            _ => Read(method),
        };
    }

    /// <summary>Reads a method's attributes; null for a method that is no node of the graph.</summary>
    public static StageAttributes? Read(IMethodSymbol method)
    {
        var attributes = method.GetAttributes();
        foreach (var attribute in attributes)
        {
            if (KindOf(attribute) is { } kind)
            {
                var result = new StageAttributes(method, kind, attribute);
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
        attribute.ApplicationSyntaxReference?.GetSyntax() is AttributeSyntax syntax ? FirstArgumentLocation(syntax) : null;

    /// <summary>Where the first argument is written, for messages.</summary>
    public static Location FirstArgumentLocation(AttributeSyntax attribute) =>
        (attribute.ArgumentList?.Arguments.FirstOrDefault() ?? (SyntaxNode)attribute).GetLocation();

    private static StageKind? KindOf(AttributeData attribute) =>
        attribute.AttributeClass?.IsInLanguage() == true ? KindOf("Mlops.Dsl." + attribute.AttributeClass.Name) : null;

    private static StageKind? KindOf(string attributeClass) => attributeClass switch
    {
        "Mlops.Dsl.SourceAttribute" => StageKind.Source,
        "Mlops.Dsl.StageAttribute" => StageKind.Stage,
        "Mlops.Dsl.GateAttribute" => StageKind.Gate,
        "Mlops.Dsl.PublishAttribute" => StageKind.Publish,
        _ => null,
    };

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
