using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Mlops.Dsl.Analyzers.Infrastructure;
using Mlops.Dsl.Generators.Parsing;
using Mlops.Dsl.Generators.Symbols;

namespace Mlops.Dsl.Analyzers.Parameters;

/// <summary>A parameter's value is typed on a command line and written into keys and records.</summary>
internal sealed class ParameterType : PipelineRule
{
    public static readonly DiagnosticDescriptor Descriptor = new(
        "MLP1062",
        "Parameter type has no text form",
        "Parameter '{0}' has type {1}, which cannot be given on a command line; use {2}",
        RuleCategory.Declaration,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "A parameter's value is parsed from text, and its invariant text is in cache keys and run records. Its type is a "
            + "string, bool, number, enum, date or time, Guid or Uri, the nullable form of one, an array, IReadOnlyList or ImmutableArray "
            + "of them, or a type that implements IParsable.",
        helpLinkUri: RuleHelp.Link("MLP1062")
    );

    private const string Supported =
        "a string, bool, number, enum, date or time, Guid or Uri, a nullable one, an array of them, or a type that is IParsable";

    public override ImmutableArray<DiagnosticDescriptor> Descriptors => [Descriptor];

    public override void Check(PipelineContext context)
    {
        foreach (var property in context.Parameters)
        {
            if (
                property.FindAttribute(context.Types.Secret) is null
                && property.Type.TypeKind != TypeKind.Error
                && !IsSupported(property.Type)
            )
            {
                context.Report(Descriptor, property.NameLocation(), property.Name, property.Type.Display(), Supported);
            }
        }
    }

    /// <summary>Whether values of the type have an invariant text that parses back: the generator knows its format.</summary>
    public static bool IsSupported(ITypeSymbol type) => ParameterFormatFinder.Find(type) is not null;
}
