using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Mlops.Dsl.Testing.Tests.Samples;

/// <summary>A sample rule: type names in capitals shout. A type called <c>CRASH</c> makes it throw.</summary>
internal sealed class ShoutingAnalyzer : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor Rule = new(
        "TEST1",
        "Type shouts",
        "'{0}' shouts",
        "Test",
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true
    );

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [Rule];

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterSymbolAction(Analyze, SymbolKind.NamedType);
    }

    private static void Analyze(SymbolAnalysisContext context)
    {
        var name = context.Symbol.Name;
        if (name is "CRASH")
        {
            throw new InvalidOperationException("the sample crashes here");
        }

        if (name.Length > 1 && name.All(char.IsUpper))
        {
            context.ReportDiagnostic(Diagnostic.Create(Rule, context.Symbol.Locations[0], name));
        }
    }
}
