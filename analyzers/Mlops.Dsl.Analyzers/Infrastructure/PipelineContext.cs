using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Mlops.Dsl.Analyzers.Infrastructure;

/// <summary>A pipeline class under analysis, and where to report.</summary>
internal sealed class PipelineContext(
    INamedTypeSymbol pipeline,
    AttributeData attribute,
    KnownTypes types,
    Compilation compilation,
    Action<Diagnostic> report,
    CancellationToken cancellationToken
)
{
    private readonly HashSet<Location> _reported = [];
    private ImmutableArray<StageMethod> _stages;

    /// <summary>The pipeline class.</summary>
    public INamedTypeSymbol Pipeline => pipeline;

    /// <summary>Its [Pipeline].</summary>
    public AttributeData Attribute => attribute;

    public KnownTypes Types => types;

    public Compilation Compilation => compilation;

    public CancellationToken CancellationToken => cancellationToken;

    /// <summary>Stages, gates, publications and sources, in declaration order.</summary>
    public ImmutableArray<StageMethod> Stages
    {
        get
        {
            if (_stages.IsDefault)
            {
                _stages =
                [
                    .. pipeline.GetMembers().OfType<IMethodSymbol>().Select(m => StageMethod.Find(m, types)!).Where(s => s is not null),
                ];
            }

            return _stages;
        }
    }

    /// <summary>Properties marked as parameters or secrets, in declaration order.</summary>
    public IEnumerable<IPropertySymbol> Parameters =>
        pipeline
            .GetMembers()
            .OfType<IPropertySymbol>()
            .Where(p => p.FindAttribute(types.Parameter) is not null || p.FindAttribute(types.Secret) is not null);

    /// <summary>Whether a rule has spoken about this place. What else is wrong there is likely to be a consequence.</summary>
    public bool HasReported(Location? location) => location is not null && _reported.Contains(location);

    /// <summary>Reports a diagnostic.</summary>
    public void Report(DiagnosticDescriptor rule, Location? location, params object[] arguments) =>
        Report(rule, location, ImmutableDictionary<string, string?>.Empty, arguments);

    /// <summary>Reports a diagnostic with what its fix needs to know.</summary>
    public void Report(
        DiagnosticDescriptor rule,
        Location? location,
        ImmutableDictionary<string, string?> properties,
        params object[] arguments
    )
    {
        if (location is not null)
        {
            _reported.Add(location);
        }

        report(Diagnostic.Create(rule, location, properties, arguments));
    }
}
