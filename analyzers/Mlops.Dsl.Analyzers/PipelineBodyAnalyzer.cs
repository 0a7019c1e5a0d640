using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Mlops.Dsl.Analyzers.Bodies;
using Mlops.Dsl.Analyzers.Infrastructure;

namespace Mlops.Dsl.Analyzers;

/// <summary>Runs the rules about what the members of a pipeline class do. Their actions are registered for pipelines alone.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class PipelineBodyAnalyzer : DiagnosticAnalyzer
{
    private static readonly ImmutableArray<BodyRule> Rules = [new ParameterWritten(), new StageCallsStage(), new DefaultBreaksConstraint(), new SecretInSource()];

    /// <inheritdoc />
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [.. Rules.Select(r => r.Rule)];

    /// <inheritdoc />
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(start =>
        {
            if (CompilationState.Of(start.Compilation).Types is { } types)
            {
                start.RegisterSymbolStartAction(symbol => Register(symbol, types), SymbolKind.NamedType);
            }
        });
    }

    private static void Register(SymbolStartAnalysisContext context, KnownTypes types)
    {
        if (context.Symbol.FindAttribute(types.Pipeline) is not null)
        {
            foreach (var rule in Rules)
            {
                context.RegisterOperationAction(operation => rule.Check(operation, (INamedTypeSymbol)context.Symbol, types), rule.Operations);
            }
        }
    }
}
