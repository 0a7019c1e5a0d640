using Microsoft.CodeAnalysis;

namespace Mlops.Dsl.Analyzers.Flow;

/// <summary>
/// What variables hold at one point of a body. Copies share what they know until one of them learns more: most blocks learn nothing.
/// </summary>
internal sealed class FlowState : IEquatable<FlowState>
{
    /// <summary>The variable that is <c>this</c>.</summary>
    public static readonly object Receiver = new();

    private Dictionary<object, FlowValue> _values;
    private bool _isShared;

    public FlowState() => _values = [];

    private FlowState(FlowState other)
    {
        _values = other._values;
        _isShared = other._isShared = true;
    }

    /// <summary>
    /// A variable's value: of a local or parameter, of <see cref="Receiver"/>, or of a temporary of the control flow graph.
    /// </summary>
    public FlowValue this[object variable]
    {
        get => _values.TryGetValue(variable, out var value) ? value : FlowValue.None;
        set => Writable()[variable] = value;
    }

    /// <summary>The variables that the code declares.</summary>
    public IEnumerable<ISymbol> Symbols => _values.Keys.OfType<ISymbol>();

    public bool Contains(object variable) => _values.ContainsKey(variable);

    public FlowState Copy() => new(this);

    /// <summary>The variables, with functions that know others only so deep.</summary>
    public FlowState Cut(int depth)
    {
        if (!_values.Values.Any(static value => value.HoldsFunctions))
        {
            return this;
        }

        var cut = new FlowState();
        foreach (var variable in _values)
        {
            cut._values.Add(variable.Key, variable.Value.WithFunctions(depth));
        }

        return cut;
    }

    /// <summary>Adds what the variables may hold after another path.</summary>
    /// <returns>Whether anything is new.</returns>
    public bool Join(FlowState other)
    {
        var isChanged = false;
        if (ReferenceEquals(other._values, _values))
        {
            return false;
        }

        foreach (var variable in other._values)
        {
            isChanged |= Join(variable.Key, variable.Value);
        }

        return isChanged;
    }

    /// <summary>Adds what a variable may hold.</summary>
    public bool Join(object variable, FlowValue value)
    {
        if (!_values.TryGetValue(variable, out var known))
        {
            Writable().Add(variable, value);
            return true;
        }

        var joined = known.Join(value);
        if (ReferenceEquals(joined, known))
        {
            return false;
        }

        Writable()[variable] = joined;
        return true;
    }

    private Dictionary<object, FlowValue> Writable()
    {
        if (_isShared)
        {
            _values = new(_values);
            _isShared = false;
        }

        return _values;
    }

    /// <inheritdoc />
    public bool Equals(FlowState? other) =>
        other is not null
        && (
            ReferenceEquals(_values, other._values)
            || (
                _values.Count == other._values.Count
                && _values.All(v => other._values.TryGetValue(v.Key, out var value) && value.Equals(v.Value))
            )
        );

    /// <inheritdoc />
    public override bool Equals(object? obj) => Equals(obj as FlowState);

    /// <inheritdoc />
    public override int GetHashCode() => _values.Count;
}
