using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Mlops.Dsl.Analyzers.Governance;
using Mlops.Dsl.Analyzers.Graph;
using Mlops.Dsl.Analyzers.Leakage;
using Mlops.Dsl.Analyzers.Rows;
using Mlops.Dsl.Analyzers.Vocabulary;
using Mlops.Dsl.Generators.Parsing;
using Mlops.Dsl.Generators.Rows;
using Mlops.Dsl.Generators.Symbols;

namespace Mlops.Dsl.Analyzers;

/// <summary>Runs the rules about rows, views and predictions. Another type costs one look at its attributes.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class RowAnalyzer : DiagnosticAnalyzer
{
    // Those of everything that has columns of its own, then those of rows, predictions and views alone.
    private static readonly ImmutableArray<RowRule> ColumnRules =
    [
        new RowNotPartial(),
        new RowShape(),
        new RowConstraint(),
        new RequiredValueColumn(),
        new RowWithoutCodec(),
    ];
    private static readonly ImmutableArray<RowRule> RowRules =
    [
        .. ColumnRules,
        new PersonalFeature(),
        new ProtectedFeature(),
        new FeatureIsLabel(),
        new RowKeyRole(),
    ];
    private static readonly ImmutableArray<RowRule> PredictionRules = [new PredictionOutputs(), new ProbabilityType()];
    private static readonly ImmutableArray<RowRule> ViewRules = [new ViewNotEmpty(), new ViewOfNoRow()];

    /// <inheritdoc />
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
    [.. RowRules.Concat(PredictionRules).Concat(ViewRules).SelectMany(r => r.Descriptors)];

    /// <inheritdoc />
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(start =>
        {
            if (CompilationState.Of(start.Compilation).Types is not null)
            {
                start.RegisterSymbolAction(Analyze, SymbolKind.NamedType);
            }
        });
    }

    private static void Analyze(SymbolAnalysisContext context)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        var kind = RowKinds.Of(type);
        if (kind == RowKind.None)
        {
            return;
        }

        var row = new RowContext(type, context.Compilation, context.ReportDiagnostic, context.CancellationToken);
        foreach (var rule in RulesOf(type, kind))
        {
            rule.Check(row);
        }
    }

    /// <summary>A type that is marked as two kinds is one of the first; the rules of the other say so.</summary>
    private static IEnumerable<RowRule> RulesOf(INamedTypeSymbol type, RowKind kind)
    {
        IEnumerable<RowRule> own = kind switch
        {
            RowKind.Row => RowRules,
            RowKind.Prediction => ColumnRules,
            _ => [ColumnRules[0]],
        };
        var views = type.Find(RowKind.View.Attribute()) is null ? [] : ViewRules;
        var predictions = type.Find(RowKind.Prediction.Attribute()) is null ? [] : PredictionRules;
        return own.Concat(views).Concat(predictions);
    }
}
