namespace Mlops.Dsl.Execution;

/// <summary>The values that were given for a run's parameters. What was not given keeps its default.</summary>
public sealed class ParameterValues
{
    private readonly Dictionary<string, object?> _values = new(StringComparer.Ordinal);

    /// <summary>The names of the parameters that were given.</summary>
    public IReadOnlyCollection<string> Names => _values.Keys;

    /// <summary>Gives a value.</summary>
    public void Set<T>(string name, T value) => _values[name] = value;

    /// <summary>Whether a value was given.</summary>
    public bool Contains(string name) => _values.ContainsKey(name);

    /// <summary>The given value, or the default.</summary>
    public T Get<T>(string name, T defaultValue) => _values.TryGetValue(name, out var value) ? (T)value! : defaultValue;
}
