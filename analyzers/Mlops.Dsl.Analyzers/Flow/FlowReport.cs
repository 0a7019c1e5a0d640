using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Mlops.Dsl.Analyzers.Flow;

/// <summary>Takes what rules find. One finding at one place is reported once, however often an engine gets there.</summary>
/// <param name="known">What was found in the compilation so far, by whichever engine. Safe for concurrent use; the report itself is
/// not.</param>
internal sealed class FlowReport(ConcurrentDictionary<(string Id, Location Location), bool> known)
{
    private readonly Dictionary<Type, object> _notes = [];
    private List<FlowFinding> _pending = [];

    /// <summary>Whether code is followed while it is typed, when nobody knows what a stage is given.</summary>
    public bool IsTyped { get; init; }

    /// <summary>How the engine has got to where it is.</summary>
    public FlowPath Path { get; } = new();

    /// <summary>What a rule has noted so far, of which it reports once it has seen all: a rule itself has no state.</summary>
    /// <typeparam name="T">The rule's own type of notes.</typeparam>
    public T Notes<T>()
        where T : class, new()
    {
        if (!_notes.TryGetValue(typeof(T), out var notes))
        {
            _notes[typeof(T)] = notes = new T();
        }

        return (T)notes;
    }

    /// <summary>Reports at an expression.</summary>
    public void Add(DiagnosticDescriptor rule, IOperation operation, params object[] arguments) =>
        Add(rule, operation.Syntax.GetLocation(), ImmutableDictionary<string, string?>.Empty, arguments);

    /// <summary>Reports at a symbol's declaration.</summary>
    public void Add(DiagnosticDescriptor rule, ISymbol symbol, params object[] arguments) =>
        Add(rule, symbol.Locations.FirstOrDefault(), ImmutableDictionary<string, string?>.Empty, arguments);

    /// <summary>Reports at a place, with what a fix needs to know.</summary>
    public void Add(
        DiagnosticDescriptor rule,
        Location? location,
        ImmutableDictionary<string, string?> properties,
        params object[] arguments
    )
    {
        if (location is { IsInSource: true } && known.TryAdd((rule.Id, location), true))
        {
            _pending.Add(new FlowFinding(rule, location, properties, arguments));
        }
    }

    /// <summary>Takes out what was found since the last time.</summary>
    public IReadOnlyList<FlowFinding> Take()
    {
        var found = _pending;
        _pending = [];
        return found;
    }
}

/// <summary>Something that a rule found.</summary>
internal sealed record FlowFinding(
    DiagnosticDescriptor Rule,
    Location Location,
    ImmutableDictionary<string, string?> Properties,
    object[] Arguments
)
{
    /// <summary>The finding, reported under a descriptor that may differ from the rule's in its tags.</summary>
    public Diagnostic Report(DiagnosticDescriptor descriptor) => Diagnostic.Create(descriptor, Location, Properties, Arguments);
}
