using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Mlops.Dsl.Analyzers.Graph;
using Mlops.Dsl.Analyzers.Infrastructure;
using Mlops.Dsl.Analyzers.Vocabulary;

namespace Mlops.Dsl.Analyzers.Release;

/// <summary>Looks at what gates return: one that passes whatever it is given is none.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class GateOutcomeAnalyzer : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor Descriptor = new(
        "MLP6002",
        "Gate cannot refuse",
        "Gate '{0}' passes whatever it is given, so that it decides nothing; compare a metric with what a release needs",
        RuleCategory.Release,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "Each result of the gate passes: GateResult.Pass, a constant condition, a bound that every value meets (infinity, the "
            + "smallest value of the type, 0 for a count, an accuracy or a distance), or a comparison of a value with itself. A comparison "
            + "whose result is not returned decides nothing either.",
        helpLinkUri: RuleHelp.Link("MLP6002")
    );

    /// <inheritdoc />
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [Descriptor];

    /// <inheritdoc />
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            if (CompilationState.Of(start.Compilation) is { Types: { Gate: not null } types, MayHavePipelines: true } state)
            {
                start.RegisterOperationBlockAction(block => Analyze(block, state, types));
            }
        });
    }

    private static void Analyze(OperationBlockAnalysisContext context, CompilationState state, KnownTypes types)
    {
        if (
            context.OwningSymbol is IMethodSymbol gate
            && state.PipelineOf(gate) is not null
            && (gate.PartialDefinitionPart ?? gate).FindAttribute(types.Gate) is not null
            && context.OperationBlocks.FirstOrDefault(static block => block.Kind == OperationKind.Block) is { } body
            && AlwaysPasses(gate, body, state, context.CancellationToken)
        )
        {
            context.ReportDiagnostic(Diagnostic.Create(Descriptor, gate.NameLocation(), gate.Name));
        }
    }

    /// <summary>
    /// Whether a gate always passes; what other stages make of the numbers that it takes is asked where its own body does not tell.
    /// </summary>
    private static bool AlwaysPasses(IMethodSymbol gate, IOperation body, CompilationState state, CancellationToken cancellationToken)
    {
        if (new GateOutcome(body, new Dictionary<ISymbol, Interval>(SymbolEqualityComparer.Default), cancellationToken).AlwaysPasses())
        {
            return true;
        }

        return gate.Parameters.Any(static parameter => Numbers.Are(parameter.Type))
            && state.Pipelines.Find(gate.ContainingType, cancellationToken) is { } pipeline
            && StageOutputs.Of(gate, body, pipeline, cancellationToken) is { Count: > 0 } given
            && new GateOutcome(body, given, cancellationToken).AlwaysPasses();
    }
}
