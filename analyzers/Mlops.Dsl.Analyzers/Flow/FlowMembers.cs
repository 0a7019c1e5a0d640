using System.Collections.Immutable;

namespace Mlops.Dsl.Analyzers.Flow;

/// <summary>
/// The members of a value, by name. They are few, so that a sorted array is found through faster than any table. Immutable.
/// </summary>
internal readonly struct FlowMembers
{
    private readonly ImmutableArray<KeyValuePair<string, FlowValue>> _members;

    private FlowMembers(ImmutableArray<KeyValuePair<string, FlowValue>> members) => _members = members;

    /// <summary>No members.</summary>
    public static FlowMembers None => new(ImmutableArray<KeyValuePair<string, FlowValue>>.Empty);

    /// <summary>The members, by the ordinal order of their names.</summary>
    public ImmutableArray<KeyValuePair<string, FlowValue>> All => _members;

    /// <summary>The member of a name; null if there is none.</summary>
    public FlowValue? Find(string name) => IndexOf(name) is var index && index >= 0 ? _members[index].Value : null;

    /// <summary>The members with one set.</summary>
    public FlowMembers With(string name, FlowValue value)
    {
        var index = IndexOf(name);
        return new(index >= 0 ? _members.SetItem(index, new(name, value)) : _members.Insert(~index, new(name, value)));
    }

    /// <summary>The members with other values.</summary>
    public FlowMembers Select(Func<FlowValue, FlowValue> change)
    {
        if (_members.IsEmpty)
        {
            return this;
        }

        var changed = ImmutableArray.CreateBuilder<KeyValuePair<string, FlowValue>>(_members.Length);
        foreach (var member in _members)
        {
            changed.Add(new(member.Key, change(member.Value)));
        }

        return new(changed.MoveToImmutable());
    }

    /// <summary>What the members of either of two values may be.</summary>
    public FlowMembers Join(FlowMembers other)
    {
        var joined = this;
        foreach (var member in other._members)
        {
            joined = joined.With(member.Key, joined.Find(member.Key)?.Join(member.Value) ?? member.Value);
        }

        return joined;
    }

    /// <summary>Whether the members are the same, with equal values.</summary>
    public bool HasSame(FlowMembers other)
    {
        if (_members.Length != other._members.Length)
        {
            return false;
        }

        for (var i = 0; i < _members.Length; i++)
        {
            if (_members[i].Key != other._members[i].Key || !_members[i].Value.Equals(other._members[i].Value))
            {
                return false;
            }
        }

        return true;
    }

    // The complement of where it would be, if there is none.
    private int IndexOf(string name)
    {
        for (var i = 0; i < _members.Length; i++)
        {
            var order = string.CompareOrdinal(_members[i].Key, name);
            if (order >= 0)
            {
                return order == 0 ? i : ~i;
            }
        }

        return ~_members.Length;
    }
}
