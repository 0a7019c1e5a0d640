using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Mlops.Dsl.Analyzers.Infrastructure;
using Mlops.Dsl.Generators.Parsing;
using Mlops.Dsl.Generators.Symbols;

namespace Mlops.Dsl.Analyzers.Parameters;

/// <summary>The engine sets parameters when it creates the pipeline.</summary>
internal sealed class ParameterNotSettable : PipelineRule
{
    public static readonly DiagnosticDescriptor Descriptor = new(
        "MLP1061",
        "Parameter cannot be set",
        "Parameter '{0}' {1}",
        RuleCategory.Declaration,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "A [Parameter] or [Secret] is an instance property with a getter and an init or set accessor: the engine sets it when "
            + "it creates the pipeline.",
        helpLinkUri: RuleHelp.Link("MLP1061")
    );

    public override ImmutableArray<DiagnosticDescriptor> Descriptors => [Descriptor];

    public override void Check(PipelineContext context)
    {
        foreach (var property in context.Parameters)
        {
            if (Problem(property) is { } problem)
            {
                context.Report(Descriptor, property.NameLocation(), property.Name, problem);
            }
        }
    }

    private static string? Problem(IPropertySymbol property) =>
        property.IsStatic ? "is static, so that all runs would share it; make it an instance property"
        : property.IsIndexer ? "is an indexer; make it a property"
        : !property.ExplicitInterfaceImplementations.IsEmpty
            ? "implements an interface explicitly, so that it has no name of its own; make it an ordinary property"
        : property.IsObsoleteError() ? ObsoleteErrors.Reason
        : property.IsAbstract ? "is abstract; give it accessors"
        : property.ReturnsByRef || property.ReturnsByRefReadonly ? "returns by reference; return the value"
        : property.GetMethod is null ? "has no getter, so that no stage can read it; write { get; init; }"
        : property.SetMethod is null ? "has no init accessor, so that no run can set it; write { get; init; }"
        : null;
}
