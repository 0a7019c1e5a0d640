using System.Collections;

namespace Mlops.Dsl;

/// <summary>What a service answered in a window of time, in the order of the answers.</summary>
/// <typeparam name="TInput">What was sent.</typeparam>
/// <typeparam name="TPrediction">What was predicted.</typeparam>
/// <param name="window">The window.</param>
/// <param name="rows">The answered requests, by time.</param>
/// <param name="skipped">How many answers of the window are not among them, because they were kept in the format of other input or
/// prediction types: see <see cref="Skipped"/>.</param>
public sealed class Served<TInput, TPrediction>(TimeWindow window, IReadOnlyList<ServedRow<TInput, TPrediction>> rows, int skipped = 0)
    : IReadOnlyList<ServedRow<TInput, TPrediction>>
{
    private readonly ServedRow<TInput, TPrediction>[] _rows = [.. rows];

    /// <summary>The window.</summary>
    public TimeWindow Window { get; } = window;

    /// <inheritdoc />
    public int Count => _rows.Length;

    /// <summary>
    /// How many answers of the window can't be read, because another version of the service kept them: its input or prediction had other
    /// columns then. Of a window around the moment when a new version went into service, these are the answers of the old one.
    /// </summary>
    public int Skipped { get; } =
        skipped < 0 ? throw new ArgumentOutOfRangeException(nameof(skipped), skipped, "A count is 0 or more.") : skipped;

    /// <inheritdoc />
    public ServedRow<TInput, TPrediction> this[int index] => _rows[index];

    /// <inheritdoc />
    public IEnumerator<ServedRow<TInput, TPrediction>> GetEnumerator() =>
        ((IEnumerable<ServedRow<TInput, TPrediction>>)_rows).GetEnumerator();

    /// <inheritdoc />
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
