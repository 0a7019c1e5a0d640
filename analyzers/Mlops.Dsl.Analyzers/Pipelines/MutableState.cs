using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Mlops.Dsl.Analyzers.Infrastructure;

namespace Mlops.Dsl.Analyzers.Pipelines;

/// <summary>State that a stage can change is no input: a cached stage would not have changed it.</summary>
internal sealed class MutableState : PipelineRule
{
    public static readonly DiagnosticDescriptor Descriptor = new(
        "MLP1007",
        "Pipeline class has mutable state",
        "'{0}' can change between stages, but no cache key sees it: make it {1}, or pass the value from stage to stage as an artifact",
        RuleCategory.Declaration,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "Stages run in any order, side by side, and not at all when they are cached. A field or property of the pipeline "
            + "class that changes makes results depend on which stages ran. Parameters are init-only properties; everything else a stage "
            + "needs is an input.",
        helpLinkUri: RuleHelp.Link("MLP1007")
    );

    public override ImmutableArray<DiagnosticDescriptor> Descriptors => [Descriptor];

    public override void Check(PipelineContext context)
    {
        foreach (var member in context.Pipeline.GetMembers().Where(m => !m.IsImplicitlyDeclared))
        {
            if (member is IFieldSymbol { IsReadOnly: false, IsConst: false } field && !IsFixed(field))
            {
                context.Report(Descriptor, field.NameLocation(), field.Name, "readonly");
            }
            else if (member is IPropertySymbol { SetMethod.IsInitOnly: false } property && HasState(property, context))
            {
                context.Report(Descriptor, property.NameLocation(), property.Name, "init-only");
            }
            else if (member is IEventSymbol { IsAbstract: false } @event)
            {
                context.Report(Descriptor, @event.NameLocation(), @event.Name, "a return value");
            }
        }
    }

    private static bool IsFixed(IFieldSymbol field) => field.IsFixedSizeBuffer || field.AssociatedSymbol is not null;

    /// <summary>
    /// Only an auto-property holds a value itself; MLP1008 watches writes to parameters and windows, which may be settable.
    /// </summary>
    private static bool HasState(IPropertySymbol property, PipelineContext context) =>
        property.FindAttribute(context.Types.Parameter) is null
        && property.FindAttribute(context.Types.Secret) is null
        && property.FindAttribute(context.Types.Window) is null
        && context.Pipeline.GetMembers().OfType<IFieldSymbol>().Any(f => f.AssociatedSymbol.Is(property));
}
