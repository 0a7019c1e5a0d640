using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Mlops.Dsl.Analyzers.Graph;
using Mlops.Dsl.Analyzers.Infrastructure;

namespace Mlops.Dsl.Analyzers;

/// <summary>
/// Two pipelines of one name would hide each other in the catalog. Needs the whole compilation, so that it runs at its end.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class DuplicatePipelineNameAnalyzer : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor Descriptor = new(
        "MLP1006",
        "Two pipelines have one name",
        "'{0}' is also the name of pipeline '{1}': commands could not tell them apart",
        RuleCategory.Declaration,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "A pipeline's name is how commands, runs and the store refer to it. It is unique in a program.",
        helpLinkUri: RuleHelp.Link("MLP1006"),
        customTags: WellKnownDiagnosticTags.CompilationEnd
    );

    /// <inheritdoc />
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [Descriptor];

    /// <inheritdoc />
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(start =>
        {
            if (CompilationState.Of(start.Compilation).Types is { } types)
            {
                var pipelines = new ConcurrentBag<(string Name, INamedTypeSymbol Type, Location? Location)>();
                start.RegisterSymbolAction(c => Collect(c, types, pipelines), SymbolKind.NamedType);
                start.RegisterCompilationEndAction(c => Report(c, pipelines));
            }
        });
    }

    private static void Collect(
        SymbolAnalysisContext context,
        KnownTypes types,
        ConcurrentBag<(string Name, INamedTypeSymbol Type, Location? Location)> pipelines
    )
    {
        if (context.Symbol.FindAttribute(types.Pipeline) is { } attribute && attribute.Argument<string>(0) is { } name)
        {
            pipelines.Add((name, (INamedTypeSymbol)context.Symbol, attribute.ArgumentLocation(0, context.CancellationToken)));
        }
    }

    private static void Report(
        CompilationAnalysisContext context,
        ConcurrentBag<(string Name, INamedTypeSymbol Type, Location? Location)> pipelines
    )
    {
        foreach (var group in pipelines.GroupBy(p => p.Name, StringComparer.Ordinal))
        {
            // The first keeps the name, whatever order the compiler took the files in.
            var all = group.OrderBy(p => p.Type.ToDisplayString(), StringComparer.Ordinal).ToList();
            foreach (var (name, _, location) in all.Skip(1))
            {
                context.ReportDiagnostic(Diagnostic.Create(Descriptor, location, name, all[0].Type.Name));
            }
        }
    }
}
