namespace Mlops.Dsl.Build.SetUp;

/// <summary>Numbers that are joined into sets (union-find with path halving).</summary>
internal sealed class DisjointSets(int count)
{
    private readonly int[] _parents = [.. Enumerable.Range(0, count)];

    public int Find(int item)
    {
        while (_parents[item] != item)
        {
            item = _parents[item] = _parents[_parents[item]];
        }

        return item;
    }

    public void Join(int first, int second) => _parents[Find(second)] = Find(first);
}
