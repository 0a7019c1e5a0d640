using Microsoft.CodeAnalysis;

namespace Mlops.Dsl.Analyzers.Flow;

/// <summary>What a stage has left in static fields and properties so far, whenever it did.</summary>
internal sealed class FlowStatics
{
    private readonly Dictionary<ISymbol, FlowValue> _values = new(SymbolEqualityComparer.Default);

    /// <summary>How often something was left there, or found: what a call gives that does either holds for that moment alone.</summary>
    public int Uses { get; private set; }

    /// <summary>Adds what a member may hold.</summary>
    public void Add(ISymbol member, FlowValue value)
    {
        if (value.All != Mark.None)
        {
            Uses++;
            _values[member.OriginalDefinition] = _values.TryGetValue(member.OriginalDefinition, out var known) ? known.Join(value) : value;
        }
    }

    /// <summary>What a member may hold beside what it was declared with.</summary>
    public FlowValue Find(ISymbol member)
    {
        if (_values.Count == 0 || !_values.TryGetValue(member.OriginalDefinition, out var value))
        {
            return FlowValue.None;
        }

        Uses++;
        return value;
    }

    /// <summary>Forgets everything: another stage begins.</summary>
    public void Clear() => _values.Clear();
}
