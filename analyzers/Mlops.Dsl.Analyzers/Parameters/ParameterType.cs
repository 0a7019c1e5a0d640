using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Mlops.Dsl.Analyzers.Infrastructure;

namespace Mlops.Dsl.Analyzers.Parameters;

/// <summary>A parameter's value is typed on a command line and written into keys and records.</summary>
internal sealed class ParameterType : PipelineRule
{
    public static readonly DiagnosticDescriptor Descriptor = new(
        "MLP1062",
        "Parameter type has no text form",
        "Parameter '{0}' is a {1}, which cannot be given on a command line; use {2}",
        RuleCategory.Declaration,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "A parameter's value is parsed from text, and its invariant text is in cache keys and run records. Its type is a string, bool, number, enum, date or time, Guid or Uri, the nullable form of one, an array, IReadOnlyList or ImmutableArray of them, or a type that implements IParsable.",
        helpLinkUri: RuleHelp.Link("MLP1062"));

    public override ImmutableArray<DiagnosticDescriptor> Descriptors => [Descriptor];

    private const string Supported = "a string, bool, number, enum, date or time, Guid or Uri, a nullable one, an array of them, or a type that is IParsable";

    private static readonly ImmutableHashSet<string> SystemTypes = ["DateTimeOffset", "DateOnly", "TimeOnly", "TimeSpan", "Guid", "Uri", "Half", "Int128", "UInt128"];

    private static readonly ImmutableHashSet<string> ListTypes = ["IReadOnlyList", "ImmutableArray"];

    public override void Check(PipelineContext context)
    {
        foreach (var property in context.Parameters)
        {
            if (property.FindAttribute(context.Types.Secret) is null && property.Type.TypeKind != TypeKind.Error && !IsSupported(property.Type))
            {
                context.Report(Descriptor, property.NameLocation(), property.Name, property.Type.Display(), Supported);
            }
        }
    }

    /// <summary>Whether values of the type have an invariant text that parses back.</summary>
    public static bool IsSupported(ITypeSymbol type) => IsScalar(type) || (Item(type) is { } item && IsScalar(item));

    /// <summary>Whether one value of the type is one text: lists are not.</summary>
    public static bool IsScalar(ITypeSymbol type)
    {
        var value = type.WithoutNullable();
        return value.TypeKind == TypeKind.Enum
            || value.SpecialType is (>= SpecialType.System_Boolean and <= SpecialType.System_String) or SpecialType.System_DateTime
            || (value.ContainingType is null && value.ContainingNamespace is { Name: "System", ContainingNamespace.IsGlobalNamespace: true } && SystemTypes.Contains(value.Name))
            || value.AllInterfaces.Any(i => i is { Name: "IParsable", Arity: 1, ContainingNamespace.Name: "System" } && i.TypeArguments[0].Is(value));
    }

    private static ITypeSymbol? Item(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol { Rank: 1 } array => array.ElementType,
        INamedTypeSymbol { TypeArguments: [var item] } list when ListTypes.Contains(list.Name) => item,
        _ => null,
    };
}
