using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Mlops.Dsl.Analyzers.Infrastructure;
using Mlops.Dsl.Generators.Problems;

namespace Mlops.Dsl.Analyzers.Sources;

/// <summary>The version member tells whether the source's data has changed.</summary>
internal sealed class SourceVersion : PipelineRule
{
    public static readonly DiagnosticDescriptor Descriptor = new(
        "MLP1057",
        "Source version member is unusable",
        "Version of source '{0}': {1}",
        RuleCategory.Declaration,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "Version names a property, or a method without inputs, that returns string, Task<string> or ValueTask<string>; the "
            + "source is read again when its value changes.",
        helpLinkUri: RuleHelp.Link("MLP1057")
    );

    public override ImmutableArray<DiagnosticDescriptor> Descriptors => [Descriptor];

    public override void Check(PipelineContext context)
    {
        foreach (var stage in context.Stages)
        {
            if (stage.Role(context.Types.Source) is not { } source || source.Argument("Version") is not string name)
            {
                continue;
            }

            var members = context.Pipeline.GetMembers(name);
            if (!members.Any(m => IsUsable(m, context.Types)))
            {
                var problem = members.IsEmpty
                    ? Unknown(name, context)
                    : $"'{name}' must be a property or a method without inputs that returns string, Task<string> or ValueTask<string>";
                context.Report(
                    Descriptor,
                    source.ArgumentLocation("Version", context.CancellationToken),
                    RuleProperties.Of(RuleProperties.Replacement, members.IsEmpty ? Nearest(name, context) : ""),
                    stage.Method.Name,
                    problem
                );
            }
        }
    }

    private static bool IsUsable(ISymbol member, KnownTypes types) =>
        member switch
        {
            IPropertySymbol { IsIndexer: false, GetMethod: not null } property => IsText(property.Type, types),
            IMethodSymbol { IsGenericMethod: false, MethodKind: MethodKind.Ordinary } method => IsText(method.ReturnType, types)
                && method.Parameters.All(p => p.Type.Is(types.CancellationToken)),
            _ => false,
        };

    private static bool IsText(ITypeSymbol type, KnownTypes types) => types.Result(type)?.SpecialType == SpecialType.System_String;

    private static string Unknown(string name, PipelineContext context) =>
        Nearest(name, context) is { Length: > 0 } nearest
            ? $"there is no member '{name}'; did you mean '{nearest}'?"
            : $"there is no member '{name}'";

    private static string Nearest(string name, PipelineContext context) =>
        NearestName.Find(name, context.Pipeline.GetMembers().Where(m => IsUsable(m, context.Types)).Select(m => m.Name));
}
