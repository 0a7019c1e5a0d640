using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Mlops.Dsl.Analyzers.Infrastructure;
using Mlops.Dsl.Generators.Parsing;
using Mlops.Dsl.Generators.Symbols;

namespace Mlops.Dsl.Analyzers.Pipelines;

/// <summary>The engine makes one instance of the class, from generated code in the same assembly.</summary>
internal sealed class PipelineShape : PipelineRule
{
    public static readonly DiagnosticDescriptor Descriptor = new(
        "MLP1002",
        "Pipeline class has a shape that cannot run",
        "Pipeline '{0}' cannot run because {1}",
        RuleCategory.Declaration,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "The engine creates one instance of a pipeline class. The class must not be abstract, static, generic, a record, "
            + "file-local, or hidden inside another type.",
        helpLinkUri: RuleHelp.Link("MLP1002")
    );

    public override ImmutableArray<DiagnosticDescriptor> Descriptors => [Descriptor];

    public override void Check(PipelineContext context)
    {
        if (LanguageSupport.Problem(context.Compilation) is { } version)
        {
            context.Report(Descriptor, context.Pipeline.NameLocation(), context.Pipeline.Name, version);
        }

        if (Problem(context.Pipeline) is { } problem)
        {
            context.Report(
                Descriptor,
                context.Pipeline.NameLocation(),
                context.Pipeline.Name,
                problem + "; make it a sealed, non-generic class that the assembly can see"
            );
        }
    }

    /// <summary>Why no instance can be made and registered; null if one can.</summary>
    private static string? Problem(INamedTypeSymbol type)
    {
        if (type.IsRecord)
        {
            return "it is a record";
        }

        if (type.IsStatic)
        {
            return "it is static";
        }

        if (type.IsAbstract)
        {
            return "it is abstract";
        }

        if (type.SelfAndContainingTypes().FirstOrDefault(t => t.Arity > 0) is { } generic)
        {
            return generic.Is(type) ? "it is generic" : $"'{generic.Name}', which contains it, is generic";
        }

        if (type.SelfAndContainingTypes().FirstOrDefault(t => t.IsFileLocal) is { } local)
        {
            return local.Is(type) ? "it is file-local" : $"'{local.Name}', which contains it, is file-local";
        }

        return type.SelfAndContainingTypes().FirstOrDefault(IsHidden) is { } hidden ? $"'{hidden.Name}' is {Accessibility(hidden)}" : null;
    }

    private static bool IsHidden(INamedTypeSymbol type) =>
        type.DeclaredAccessibility
            is Microsoft.CodeAnalysis.Accessibility.Private
                or Microsoft.CodeAnalysis.Accessibility.Protected
                or Microsoft.CodeAnalysis.Accessibility.ProtectedAndInternal;

    private static string Accessibility(INamedTypeSymbol type) =>
        type.DeclaredAccessibility is Microsoft.CodeAnalysis.Accessibility.Private ? "private" : "protected";
}
