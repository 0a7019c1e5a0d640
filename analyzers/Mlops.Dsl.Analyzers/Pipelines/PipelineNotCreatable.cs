using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Mlops.Dsl.Analyzers.Infrastructure;
using Mlops.Dsl.Generators.Parsing;
using Mlops.Dsl.Generators.Symbols;

namespace Mlops.Dsl.Analyzers.Pipelines;

/// <summary>Generated code makes the instance with <c>new()</c> and an object initializer of the parameters.</summary>
internal sealed class PipelineNotCreatable : PipelineRule
{
    public static readonly DiagnosticDescriptor Descriptor = new(
        "MLP1003",
        "Pipeline class cannot be created",
        "Pipeline '{0}' cannot be created: {1}",
        RuleCategory.Declaration,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "The engine creates a pipeline class through a constructor without parameters and sets its [Parameter] properties. "
            + "Take values as [Parameter] properties and services as [FromServices] parameters of the stage.",
        helpLinkUri: RuleHelp.Link("MLP1003")
    );

    public override ImmutableArray<DiagnosticDescriptor> Descriptors => [Descriptor];

    public override void Check(PipelineContext context)
    {
        var pipeline = context.Pipeline;
        var constructors = pipeline.InstanceConstructors;
        if (!pipeline.IsStatic && !constructors.IsEmpty && !constructors.Any(c => c.Parameters.IsEmpty))
        {
            context.Report(
                Descriptor,
                constructors[0].NameLocation() ?? pipeline.NameLocation(),
                pipeline.Name,
                "it has no constructor without parameters; take values as [Parameter] properties and services as [FromServices] parameters "
                    + "of stages"
            );
        }

        if (constructors.FirstOrDefault(static c => c.Parameters.IsEmpty && c.IsObsoleteError()) is { } forbidden)
        {
            context.Report(
                Descriptor,
                forbidden.NameLocation() ?? pipeline.NameLocation(),
                pipeline.Name,
                $"its constructor {ObsoleteErrors.Reason}"
            );
        }

        foreach (var member in pipeline.GetMembers().Where(m => IsRequired(m) && !IsParameter(m, context.Types)))
        {
            context.Report(
                Descriptor,
                member.NameLocation(),
                pipeline.Name,
                $"'{member.Name}' is required, but no [Parameter], so that nothing can set it"
            );
        }

        if (Completeness.FindInheritedRequired(pipeline) is { } inherited)
        {
            context.Report(
                Descriptor,
                pipeline.NameLocation(),
                pipeline.Name,
                $"'{inherited.Name}' of its base class '{inherited.ContainingType.Name}' is required, and nothing can set it; override it "
                    + $"as a [Parameter]"
            );
        }
    }

    private static bool IsRequired(ISymbol member) => member is IPropertySymbol { IsRequired: true } or IFieldSymbol { IsRequired: true };

    private static bool IsParameter(ISymbol member, KnownTypes types) =>
        member.FindAttribute(types.Parameter) is not null || member.FindAttribute(types.Secret) is not null;
}
