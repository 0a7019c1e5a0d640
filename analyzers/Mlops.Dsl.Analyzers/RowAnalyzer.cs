using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Mlops.Dsl.Analyzers.Governance;
using Mlops.Dsl.Analyzers.Infrastructure;
using Mlops.Dsl.Analyzers.Leakage;
using Mlops.Dsl.Analyzers.Rows;

namespace Mlops.Dsl.Analyzers;

/// <summary>Runs the rules about row types. A type that is no row costs one look at its attributes.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class RowAnalyzer : DiagnosticAnalyzer
{
    private static readonly ImmutableArray<RowRule> Rules = [new RowNotPartial(), new RowShape(), new RowConstraint(), new RequiredValueColumn(), new RowWithoutCodec(), new PersonalFeature(), new ProtectedFeature(), new FeatureIsLabel()];

    /// <inheritdoc />
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [.. Rules.SelectMany(r => r.Descriptors)];

    /// <inheritdoc />
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(start =>
        {
            if (CompilationState.Of(start.Compilation).Types is { } types)
            {
                start.RegisterSymbolAction(c => Analyze(c, types), SymbolKind.NamedType);
            }
        });
    }

    private static void Analyze(SymbolAnalysisContext context, KnownTypes types)
    {
        if (context.Symbol.FindAttribute(types.Row) is not null)
        {
            var row = new RowContext((INamedTypeSymbol)context.Symbol, context.Compilation, context.ReportDiagnostic, context.CancellationToken);
            foreach (var rule in Rules)
            {
                rule.Check(row);
            }
        }
    }
}
