using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Mlops.Dsl.Analyzers.Infrastructure;
using Mlops.Dsl.Generators.Binding;

namespace Mlops.Dsl.Analyzers.Graph;

/// <summary>A bound pipeline under analysis, and where to report.</summary>
internal sealed class GraphContext(
    BoundPipeline pipeline,
    AnalyzerOptions options,
    Action<Diagnostic> report,
    CancellationToken cancellationToken
)
{
    public BoundPipeline Pipeline => pipeline;

    public CancellationToken CancellationToken => cancellationToken;

    /// <summary>The value of a team policy for the file in which a stage is declared; null where the team has none.</summary>
    public string? Policy(StageDeclaration stage, string name) => options.Value(stage.Location?.SourceTree, name);

    /// <summary>The values of a team policy for the file in which a stage is declared.</summary>
    public IEnumerable<string> Policies(StageDeclaration stage, string name) => options.Values(stage.Location?.SourceTree, name);

    /// <summary>Whether a team policy is on for the file in which a member is declared.</summary>
    public bool Demands(Location? place, string name) => options.IsOn(place?.SourceTree, name);

    /// <summary>Reports a diagnostic.</summary>
    public void Report(DiagnosticDescriptor rule, Location? location, params object[] arguments) =>
        report(Diagnostic.Create(rule, location, arguments));

    /// <summary>Reports a diagnostic with its severity, with what its fix needs to know and with further places.</summary>
    public void Report(
        DiagnosticDescriptor rule,
        Location? location,
        DiagnosticSeverity severity,
        ImmutableDictionary<string, string?> properties,
        IEnumerable<Location?> places,
        params object[] arguments
    ) => report(Diagnostic.Create(rule, location, severity, places.OfType<Location>(), properties, arguments));
}
