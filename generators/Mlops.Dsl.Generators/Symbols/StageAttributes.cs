using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Mlops.Dsl.Generators.Symbols;

/// <summary>The language's attributes on one method: lives as long as one parse.</summary>
internal sealed class StageAttributes
{
    private readonly IMethodSymbol _method;
    private AttributeData? _declaration;

    private StageAttributes(IMethodSymbol method, StageKind kind)
    {
        _method = method;
        Kind = kind;
    }

    /// <summary>The attribute that makes the method a node of the graph.</summary>
    public AttributeData Declaration => _declaration ??= _method.GetAttributes().First(attribute => KindOf(attribute) == Kind);

    public StageKind Kind { get; }

    /// <summary>The text of that attribute's first argument; null where it is missing or no constant.</summary>
    public string? Text { get; private set; }

    /// <summary>Whether that attribute may have named arguments.</summary>
    public bool HasNamed { get; private set; } = true;

    public TextAttribute? ForEach { get; private set; }

    public List<TextAttribute> After { get; } = [];

    /// <summary><c>[When]</c> and <c>[Unless]</c>, in order.</summary>
    public List<TextAttribute> Conditions { get; } = [];

    public AttributeData? Retry { get; private set; }

    public TextAttribute? Timeout { get; private set; }

    public AttributeData? Resources { get; private set; }

    public bool NoCache { get; private set; }

    /// <summary>How many people must approve what is published; 0 where nobody has to.</summary>
    public int RequiredApprovals { get; private set; }

    /// <summary>Whether it is a source of the given attribute, <c>Source</c>, <c>Served</c> or <c>FromPublished</c>.</summary>
    public bool IsSource(string attribute) => Kind == StageKind.Source && Declaration.Is(attribute);

    /// <summary>
    /// Reads a method's attributes; null for a method that is no node of the graph. Binds none of them where they are literals and names of
    /// members, as most are.
    /// </summary>
    public static StageAttributes? Read(IMethodSymbol method, MemberAttributes attributes)
    {
        if (attributes.Named is null)
        {
            return Read(method);
        }

        var declared = attributes.Named.Where(static attribute => attribute.IsInLanguage).ToList();
        var declaration = declared.Find(static attribute => KindOf(attribute.Class) is not null);
        if (declaration is null)
        {
            return null;
        }

        var result = new StageAttributes(method, KindOf(declaration.Class)!.Value);
        return declared.TrueForAll(attribute => attribute == declaration ? result.TakeDeclaration(attribute) : result.Take(attribute))
            ? result
            : Read(method);
    }

    /// <summary>Reads a method's attributes; null for a method that is no node of the graph.</summary>
    public static StageAttributes? Read(IMethodSymbol method)
    {
        var attributes = method.GetAttributes();
        foreach (var attribute in attributes)
        {
            if (KindOf(attribute) is { } kind)
            {
                var result = new StageAttributes(method, kind) { _declaration = attribute, Text = FirstText(attribute) };
                foreach (var other in attributes)
                {
                    result.Take(other);
                }

                return result;
            }
        }

        return null;
    }

    /// <summary>
    /// The value of a named argument of the attribute that makes the method a node; null where it is missing or of another type than the
    /// property.
    /// </summary>
    public object? Named(string name) => HasNamed ? AttributeArguments.Named(Declaration, name) : null;

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

    private static StageKind? KindOf(string attributeClass) =>
        attributeClass switch
        {
            "Mlops.Dsl.SourceAttribute" or "Mlops.Dsl.ServedAttribute" or "Mlops.Dsl.FromPublishedAttribute" => StageKind.Source,
            "Mlops.Dsl.StageAttribute" => StageKind.Stage,
            "Mlops.Dsl.GateAttribute" => StageKind.Gate,
            "Mlops.Dsl.PublishAttribute" => StageKind.Publish,
            "Mlops.Dsl.NotifyAttribute" => StageKind.Notify,
            "Mlops.Dsl.StartAttribute" => StageKind.Start,
            _ => null,
        };

    private bool TakeDeclaration(NamedAttribute attribute)
    {
        var text = TextAttribute.Of(attribute, _method.ContainingType);
        Text = text?.Text;
        HasNamed = attribute.Arguments.Count > 1;
        return text is not null || attribute.Arguments.Count == 0;
    }

    /// <summary>Takes an attribute by its name; false if it has to be bound.</summary>
    private bool Take(NamedAttribute attribute)
    {
        switch (attribute.Class)
        {
            case "Mlops.Dsl.NoCacheAttribute":
                NoCache = true;
                return true;
            case "Mlops.Dsl.ForEachAttribute"
            or "Mlops.Dsl.AfterAttribute"
            or "Mlops.Dsl.WhenAttribute"
            or "Mlops.Dsl.UnlessAttribute"
            or "Mlops.Dsl.TimeoutAttribute" when TextAttribute.Of(attribute, _method.ContainingType) is { } text:
                Take(attribute.Class, text);
                return true;
            default:
                return false;
        }
    }

    private void Take(AttributeData attribute)
    {
        if (attribute.AttributeClass?.IsInLanguage() != true)
        {
            return;
        }

        switch (attribute.AttributeClass.Name)
        {
            case "RetryAttribute":
                Retry = attribute;
                break;
            case "ResourcesAttribute":
                Resources = attribute;
                break;
            case "NoCacheAttribute":
                NoCache = true;
                break;
            case "RequiresReviewAttribute":
                RequiredApprovals = attribute.ConstructorArguments is [{ Value: int approvals }, ..] ? Math.Max(0, approvals) : 1;
                break;
            case var name:
                Take("Mlops.Dsl." + name, TextAttribute.Of(attribute));
                break;
        }
    }

    private void Take(string attributeClass, TextAttribute text)
    {
        switch (attributeClass)
        {
            case "Mlops.Dsl.ForEachAttribute":
                ForEach = text;
                break;
            case "Mlops.Dsl.AfterAttribute":
                After.Add(text);
                break;
            case "Mlops.Dsl.WhenAttribute" or "Mlops.Dsl.UnlessAttribute":
                Conditions.Add(text);
                break;
            case "Mlops.Dsl.TimeoutAttribute":
                Timeout = text;
                break;
        }
    }
}
