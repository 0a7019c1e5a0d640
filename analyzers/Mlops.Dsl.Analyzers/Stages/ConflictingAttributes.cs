using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Mlops.Dsl.Analyzers.Infrastructure;

namespace Mlops.Dsl.Analyzers.Stages;

/// <summary>A method has one role, and a condition one outcome.</summary>
internal sealed class ConflictingAttributes : PipelineRule
{
    public static readonly DiagnosticDescriptor Descriptor = new(
        "MLP1016",
        "Attributes contradict each other",
        "'{0}' {1}",
        RuleCategory.Declaration,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "A method is one of stage, gate, publication and source; a property is a parameter or a secret; only a stage fans "
            + "out; a stage that runs when and unless the same condition holds never runs.",
        helpLinkUri: RuleHelp.Link("MLP1016")
    );

    public override ImmutableArray<DiagnosticDescriptor> Descriptors => [Descriptor];

    public override void Check(PipelineContext context)
    {
        foreach (var stage in context.Stages)
        {
            CheckRoles(context, stage);
            CheckFanOut(context, stage);
            CheckConditions(context, stage.Method);
            CheckInjection(context, stage.Method);
        }

        foreach (var property in context.Parameters)
        {
            if (property.FindAttribute(context.Types.Parameter) is not null && property.FindAttribute(context.Types.Secret) is { } secret)
            {
                context.Report(
                    Descriptor,
                    secret.Location(context.CancellationToken),
                    property.Name,
                    "is both [Parameter] and [Secret]: a secret is in no manifest or cache key, a parameter in both"
                );
            }
        }
    }

    private static void CheckRoles(PipelineContext context, StageMethod stage)
    {
        if (stage.Roles.Length > 1)
        {
            var names = stage.Roles.Select(r => $"[{r.AttributeClass!.Name.Replace("Attribute", "")}]");
            context.Report(
                Descriptor,
                stage.Roles[1].Location(context.CancellationToken),
                stage.Method.Name,
                $"is {string.Join(" and ", names)}: keep one, and split the method if it does both"
            );
        }
    }

    private static void CheckFanOut(PipelineContext context, StageMethod stage)
    {
        if (stage.Method.FindAttribute(context.Types.ForEach) is { } forEach && stage.Role(context.Types.Stage) is null)
        {
            context.Report(
                Descriptor,
                forEach.Location(context.CancellationToken),
                stage.Method.Name,
                "runs once per element, which only a [Stage] can: decide, publish or read once, over the collected list"
            );
        }
    }

    private static void CheckConditions(PipelineContext context, IMethodSymbol method)
    {
        var required = method.FindAttributes(context.Types.When).Select(a => a.Argument<string>(0)).ToImmutableHashSet();
        foreach (var unless in method.FindAttributes(context.Types.Unless))
        {
            if (unless.Argument<string>(0) is { } condition && required.Contains(condition))
            {
                context.Report(
                    Descriptor,
                    unless.Location(context.CancellationToken),
                    method.Name,
                    $"runs when and unless '{condition}' holds, which is never: remove one of the two"
                );
            }
        }
    }

    private static void CheckInjection(PipelineContext context, IMethodSymbol method)
    {
        foreach (var parameter in method.Parameters)
        {
            if (
                parameter.FindAttribute(context.Types.From) is not null
                && parameter.FindAttribute(context.Types.FromServices) is { } services
            )
            {
                context.Report(
                    Descriptor,
                    services.Location(context.CancellationToken),
                    parameter.Name,
                    "is both [From] an output and [FromServices]: keep one"
                );
            }
        }
    }
}
