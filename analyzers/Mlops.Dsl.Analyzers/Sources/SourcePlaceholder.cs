using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Mlops.Dsl.Analyzers.Infrastructure;
using Mlops.Dsl.Analyzers.Parameters;
using Mlops.Dsl.Generators.Problems;

namespace Mlops.Dsl.Analyzers.Sources;

/// <summary>A placeholder stands for a parameter's value, in text.</summary>
internal sealed class SourcePlaceholder : PipelineRule
{
    public static readonly DiagnosticDescriptor Descriptor = new(
        "MLP1054",
        "Unknown placeholder in a source location",
        "'{0}' {1}",
        RuleCategory.Declaration,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "A placeholder in a source's location names a [Parameter] whose value has an invariant text form: a string, number, "
            + "bool, enum, date or Guid.",
        helpLinkUri: RuleHelp.Link("MLP1054")
    );

    public override ImmutableArray<DiagnosticDescriptor> Descriptors => [Descriptor];

    public override void Check(PipelineContext context)
    {
        foreach (var stage in context.Stages)
        {
            if (
                stage.Role(context.Types.Source) is { ConstructorArguments.Length: > 0 } source
                && source.Argument<string>(0) is { } location
            )
            {
                foreach (var placeholder in LocationTemplate.Parse(location).Placeholders)
                {
                    Check(context, source, placeholder);
                }
            }
        }
    }

    private static void Check(PipelineContext context, AttributeData source, LocationTemplate.Placeholder placeholder)
    {
        var property = context.Pipeline.GetMembers(placeholder.Name).OfType<IPropertySymbol>().FirstOrDefault();
        var names = context.Parameters.Where(p => p.FindAttribute(context.Types.Secret) is null).Select(p => p.Name).ToImmutableArray();
        var nearest = NearestName.Find(placeholder.Name, names);
        var problem =
            property is null ? Unknown(nearest, names)
            : property.FindAttribute(context.Types.Secret) is not null
                ? "is a secret, which must not appear in a location: locations are logged and are part of cache keys"
            : property.FindAttribute(context.Types.Parameter) is null ? "is a property, but no parameter: mark it [Parameter]"
            : !ParameterType.IsSupported(property.Type) ? $"has type {property.Type.Display()}, which has no text form"
            : null;
        if (problem is not null)
        {
            var location = LocationTemplate.Locate(source, placeholder, context.CancellationToken);
            context.Report(
                Descriptor,
                location,
                RuleProperties.Of(RuleProperties.Replacement, property is null ? nearest : ""),
                placeholder.Name,
                problem
            );
        }
    }

    private static string Unknown(string nearest, ImmutableArray<string> names) =>
        nearest.Length > 0 ? $"is no parameter; did you mean '{nearest}'?"
        : names.IsEmpty ? "is no parameter: the pipeline has none"
        : $"is no parameter; the parameters are {names.Quoted()}";
}
