using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Mlops.Dsl.Analyzers.Infrastructure;

namespace Mlops.Dsl.Analyzers.Parameters;

/// <summary>A secret is text from the environment.</summary>
internal sealed class SecretType : PipelineRule
{
    public static readonly DiagnosticDescriptor Descriptor = new(
        "MLP1067",
        "Secret is not a string",
        "Secret '{0}' has type {1}; a secret comes from the environment as text, so make it a string",
        RuleCategory.Declaration,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "A [Secret] is a string property. Parse it in the stage that needs it.",
        helpLinkUri: RuleHelp.Link("MLP1067")
    );

    public override ImmutableArray<DiagnosticDescriptor> Descriptors => [Descriptor];

    public override void Check(PipelineContext context)
    {
        foreach (var property in context.Parameters)
        {
            if (
                property.FindAttribute(context.Types.Secret) is not null
                && property.Type is { SpecialType: not SpecialType.System_String, TypeKind: not TypeKind.Error }
            )
            {
                context.Report(Descriptor, property.NameLocation(), property.Name, property.Type.Display());
            }
        }
    }
}
