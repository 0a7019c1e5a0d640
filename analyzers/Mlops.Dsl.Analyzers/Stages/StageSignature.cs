using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Mlops.Dsl.Analyzers.Infrastructure;

namespace Mlops.Dsl.Analyzers.Stages;

/// <summary>Inputs and outputs are artifacts, so that their types must be storable and passed by value.</summary>
internal sealed class StageSignature : PipelineRule
{
    public static readonly DiagnosticDescriptor Descriptor = new(
        "MLP1012",
        "Stage takes or returns what cannot be an artifact",
        "{0} of stage '{1}' {2}; inputs and outputs are artifacts, passed by value",
        RuleCategory.Declaration,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "A stage's inputs and outputs outlive the call: they are encoded, stored and passed on. They cannot be passed by "
            + "reference, be pointers or live on the stack.",
        helpLinkUri: RuleHelp.Link("MLP1012")
    );

    public override ImmutableArray<DiagnosticDescriptor> Descriptors => [Descriptor];

    public override void Check(PipelineContext context)
    {
        foreach (var stage in context.Stages)
        {
            foreach (var parameter in stage.Method.Parameters)
            {
                if ((ByReference(parameter.RefKind) ?? Unstorable(parameter.Type)) is { } problem)
                {
                    context.Report(Descriptor, parameter.NameLocation(), $"Parameter '{parameter.Name}'", stage.Method.Name, problem);
                }
            }

            if ((ByReference(stage.Method.RefKind) ?? Unstorable(stage.Method.ReturnType)) is { } returned)
            {
                context.Report(Descriptor, stage.Method.NameLocation(), "The result", stage.Method.Name, returned);
            }
        }
    }

    private static string? ByReference(RefKind kind) =>
        kind switch
        {
            RefKind.None => null,
            RefKind.Out => "is an out parameter (return a tuple instead)",
            _ => "is passed by reference",
        };

    private static string? Unstorable(ITypeSymbol type) =>
        type.TypeKind is TypeKind.Pointer or TypeKind.FunctionPointer ? $"is a pointer ({type.Display()})"
        : type.IsRefLikeType ? $"is a ref struct ({type.Display()}), which lives on the stack"
        : type.TypeKind == TypeKind.Dynamic ? "is dynamic, so that no codec can be chosen"
        : null;
}
