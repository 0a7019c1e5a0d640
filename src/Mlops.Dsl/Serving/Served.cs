using System.Collections;

namespace Mlops.Dsl;

/// <summary>What a service answered in a window of time, in the order of the answers.</summary>
/// <typeparam name="TInput">What was sent.</typeparam>
/// <typeparam name="TPrediction">What was predicted.</typeparam>
public sealed class Served<TInput, TPrediction>(TimeWindow window, IReadOnlyList<ServedRow<TInput, TPrediction>> rows) : IReadOnlyList<ServedRow<TInput, TPrediction>>
{
    private readonly ServedRow<TInput, TPrediction>[] _rows = [.. rows];

    /// <summary>The window.</summary>
    public TimeWindow Window { get; } = window;

    /// <inheritdoc />
    public int Count => _rows.Length;

    /// <inheritdoc />
    public ServedRow<TInput, TPrediction> this[int index] => _rows[index];

    /// <inheritdoc />
    public IEnumerator<ServedRow<TInput, TPrediction>> GetEnumerator() => ((IEnumerable<ServedRow<TInput, TPrediction>>)_rows).GetEnumerator();

    /// <inheritdoc />
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
