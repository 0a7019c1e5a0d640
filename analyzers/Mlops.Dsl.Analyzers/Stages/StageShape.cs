using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Mlops.Dsl.Analyzers.Infrastructure;
using Mlops.Dsl.Generators.Parsing;
using Mlops.Dsl.Generators.Symbols;

namespace Mlops.Dsl.Analyzers.Stages;

/// <summary>A generated runner calls the method on the pipeline's instance.</summary>
internal sealed class StageShape : PipelineRule
{
    public static readonly DiagnosticDescriptor Descriptor = new(
        "MLP1011",
        "Stage is not an ordinary instance method",
        "Stage '{0}' must be an ordinary instance method, but {1}",
        RuleCategory.Declaration,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "Generated code calls a stage on the pipeline's instance. It must be an ordinary, non-generic instance method "
            + "with a body.",
        helpLinkUri: RuleHelp.Link("MLP1011")
    );

    public override ImmutableArray<DiagnosticDescriptor> Descriptors => [Descriptor];

    public override void Check(PipelineContext context)
    {
        foreach (var stage in context.Stages)
        {
            if (Problem(stage.Method) is { } problem)
            {
                context.Report(Descriptor, stage.Method.NameLocation(), stage.Method.Name, problem);
            }
        }
    }

    private static string? Problem(IMethodSymbol method) =>
        method.MethodKind == MethodKind.ExplicitInterfaceImplementation
            ? "it implements an interface explicitly, so that it has no name of its own"
        : method.MethodKind != MethodKind.Ordinary ? "it is an accessor, an operator, a constructor or a finalizer"
        : method.IsStatic ? "it is static"
        : method.IsGenericMethod ? "it is generic"
        : method.IsAbstract ? "it is abstract"
        : method.IsExtern ? "it is extern"
        : method
            is {
                IsPartialDefinition: true,
                PartialImplementationPart: null,
                ReturnsVoid: true,
                DeclaredAccessibility: Accessibility.Private
            }
            ? "it is partial and has no body, so that calls of it are left out"
        : method
            .GetAttributes()
            .Any(static a => a.AttributeClass is { Name: "ConditionalAttribute", ContainingNamespace.Name: "Diagnostics" })
            ? "it is [Conditional], so that calls of it are left out of builds without the symbol"
        : method.IsObsoleteError() ? $"it {ObsoleteErrors.Reason}"
        : null;
}
