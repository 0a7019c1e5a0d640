using System.Runtime.InteropServices;

namespace ApiDocs.Features;

/// <summary>Appends rows to a sparse matrix.</summary>
internal sealed class SparseRowsBuilder
{
    private readonly List<int> _starts = [0];
    private readonly List<int> _columns = [];
    private readonly List<float> _values = [];

    /// <summary>Appends a value to the current row; columns must ascend.</summary>
    public void Add(int column, float value)
    {
        _columns.Add(column);
        _values.Add(value);
    }

    /// <summary>The values of the current row.</summary>
    public Span<float> CurrentRow => CollectionsMarshal.AsSpan(_values)[_starts[^1]..];

    /// <summary>Ends the current row.</summary>
    public void EndRow() => _starts.Add(_columns.Count);

    /// <summary>The rows that were ended.</summary>
    public SparseRows Build() => new([.. _starts], [.. _columns], [.. _values]);
}
