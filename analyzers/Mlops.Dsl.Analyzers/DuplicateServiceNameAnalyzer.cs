using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Mlops.Dsl.Analyzers.Graph;
using Mlops.Dsl.Analyzers.Infrastructure;
using Mlops.Dsl.Analyzers.Services;
using Mlops.Dsl.Generators.Parsing;
using Mlops.Dsl.Generators.Symbols;

namespace Mlops.Dsl.Analyzers;

/// <summary>Two services of one name would have the same paths. Needs the whole compilation, so that it runs at its end.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class DuplicateServiceNameAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc />
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [ServiceRules.DuplicateName];

    /// <inheritdoc />
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            if (CompilationState.Of(start.Compilation).Types is not null)
            {
                var services = new ConcurrentBag<(string Name, INamedTypeSymbol Type, Location? Location)>();
                start.RegisterSymbolAction(c => Collect(c, services), SymbolKind.NamedType);
                start.RegisterCompilationEndAction(c => Report(c, services));
            }
        });
    }

    private static void Collect(
        SymbolAnalysisContext context,
        ConcurrentBag<(string Name, INamedTypeSymbol Type, Location? Location)> services
    )
    {
        if (context.Symbol.Find("Service") is { } attribute && attribute.Argument<string>(0) is { } name)
        {
            services.Add((name, (INamedTypeSymbol)context.Symbol, attribute.ArgumentLocation(0, context.CancellationToken)));
        }
    }

    private static void Report(
        CompilationAnalysisContext context,
        ConcurrentBag<(string Name, INamedTypeSymbol Type, Location? Location)> services
    )
    {
        foreach (var group in services.GroupBy(static service => service.Name, StringComparer.Ordinal))
        {
            // The first keeps the name, whatever order the compiler took the files in.
            var all = group.OrderBy(static service => service.Type.ToDisplayString(), StringComparer.Ordinal).ToList();
            foreach (var (name, _, location) in all.Skip(1))
            {
                context.ReportDiagnostic(
                    Diagnostic.Create(
                        ServiceRules.DuplicateName,
                        location,
                        $"'{name}' is also the name of the service '{all[0].Type.Name}': their paths would be the same, give one of "
                            + $"them another"
                    )
                );
            }
        }
    }
}
