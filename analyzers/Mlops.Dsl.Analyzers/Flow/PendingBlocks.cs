namespace Mlops.Dsl.Analyzers.Flow;

/// <summary>
/// The blocks of a body that have to run, again or for the first time. The first in the order of the code comes first, so that loops settle
/// inside out.
/// </summary>
/// <param name="count">The number of blocks.</param>
internal sealed class PendingBlocks(int count)
{
    private readonly bool[] _isPending = new bool[count];
    private int _first = count;

    /// <summary>Adds a block.</summary>
    public void Add(int block)
    {
        _isPending[block] = true;
        _first = Math.Min(_first, block);
    }

    /// <summary>Takes out the first block; false if there is none.</summary>
    public bool TryTake(out int block)
    {
        while (_first < _isPending.Length && !_isPending[_first])
        {
            _first++;
        }

        block = _first;
        if (block == _isPending.Length)
        {
            return false;
        }

        _isPending[block] = false;
        return true;
    }
}
