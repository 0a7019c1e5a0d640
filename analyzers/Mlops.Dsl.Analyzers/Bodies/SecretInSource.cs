using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Mlops.Dsl.Analyzers.Infrastructure;

namespace Mlops.Dsl.Analyzers.Bodies;

/// <summary>Source code is no place for a secret.</summary>
internal sealed class SecretInSource : BodyRule
{
    public static readonly DiagnosticDescriptor Descriptor = new(
        "MLP1068",
        "Secret has a default in the source code",
        "The value of secret '{0}' stands in the source code: remove it, and set the environment variable or the user secret",
        RuleCategory.Declaration,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "A [Secret] comes from the environment or from user secrets. A default in the source code is in every clone and every "
            + "compiled assembly.",
        helpLinkUri: RuleHelp.Link("MLP1068")
    );

    public override DiagnosticDescriptor Rule => Descriptor;

    public override ImmutableArray<OperationKind> Operations => [OperationKind.PropertyInitializer];

    public override void Check(IOperation operation, OperationBlockAnalysisContext body, INamedTypeSymbol pipeline, KnownTypes types)
    {
        var initializer = (IPropertyInitializerOperation)operation;
        if (
            initializer.Value.ConstantValue is { HasValue: true, Value: string { Length: > 0 } }
            && initializer.InitializedProperties is [var property]
            && property.FindAttribute(types.Secret) is not null
        )
        {
            body.ReportDiagnostic(Diagnostic.Create(Descriptor, initializer.Value.Syntax.GetLocation(), property.Name));
        }
    }
}
