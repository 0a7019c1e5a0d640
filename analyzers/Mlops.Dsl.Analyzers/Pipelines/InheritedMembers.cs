using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Mlops.Dsl.Analyzers.Infrastructure;

namespace Mlops.Dsl.Analyzers.Pipelines;

/// <summary>
/// Stages and parameters of a base class are no part of a pipeline. In a base class of this project that is no pipeline itself, each of
/// them is reported where it is declared; here it is about those that are in order where they are, or that lie in another assembly.
/// </summary>
internal sealed class InheritedMembers : PipelineRule
{
    public static readonly DiagnosticDescriptor Descriptor = new(
        "MLP1026",
        "Stages and parameters are not inherited",
        "Pipeline '{0}' does not have {1} of its base class '{2}': stages, sources and parameters are not inherited; declare them in '{0}' "
            + "and call the base class from there",
        RuleCategory.Declaration,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "A pipeline's graph is what its own class declares. Stages, gates, publications, sources, parameters and secrets of a "
            + "base class are not part of it.",
        helpLinkUri: RuleHelp.Link("MLP1026")
    );

    public override ImmutableArray<DiagnosticDescriptor> Descriptors => [Descriptor];

    public override void Check(PipelineContext context)
    {
        for (var parent = context.Pipeline.BaseType; parent is { SpecialType: not SpecialType.System_Object }; parent = parent.BaseType)
        {
            if (parent.Locations.Any(l => l.IsInSource) && parent.FindAttribute(context.Types.Pipeline) is null)
            {
                continue;
            }

            var names = parent
                .GetMembers()
                .Where(m => IsDeclared(m, context.Types) && context.Pipeline.GetMembers(m.Name).IsEmpty)
                .Select(m => m.Name)
                .ToImmutableArray();
            if (!names.IsEmpty)
            {
                context.Report(Descriptor, context.Pipeline.NameLocation(), context.Pipeline.Name, names.Quoted(), parent.Name);
            }
        }
    }

    private static bool IsDeclared(ISymbol member, KnownTypes types) =>
        member switch
        {
            IMethodSymbol method => StageMethod.Find(method, types) is not null,
            IPropertySymbol property => property.FindAttribute(types.Parameter) is not null
                || property.FindAttribute(types.Secret) is not null,
            _ => false,
        };
}
