using System.Collections.Immutable;
using Mlops.Dsl.Analyzers.Calls;

namespace Mlops.Dsl.Analyzers.Flow;

/// <summary>
/// What is known of a value: its own marks, which everything in it shares, the marks of its members where they differ, and the functions it
/// may be.
/// A collection is described by its elements, joined; a task by its result. Immutable, and equal by content.
/// </summary>
internal sealed class FlowValue : IEquatable<FlowValue>
{
    /// <summary>A value of which nothing is known.</summary>
    public static readonly FlowValue None = new(Mark.None, FlowMembers.None, []);

    // Deeper members are counted as the member itself: objects that contain their own kind have no end.
    private const int MaximumDepth = 3;

    private readonly FlowMembers _members;
    private readonly int _hash;

    private FlowValue(Mark own, FlowMembers members, ImmutableArray<FlowFunction> functions)
    {
        _members = members;
        Own = own;
        Functions = functions;
        All = own;
        HoldsFunctions = functions.Length > 0;
        _hash = own.GetHashCode() + functions.Length;
        foreach (var member in _members.All)
        {
            All |= member.Value.All;
            HoldsFunctions |= member.Value.HoldsFunctions;
            _hash += StringComparer.Ordinal.GetHashCode(member.Key) ^ (member.Value._hash * 31);
        }
    }

    /// <summary>The marks of the value as such.</summary>
    public Mark Own { get; }

    /// <summary>The marks of the value and everything in it.</summary>
    public Mark All { get; }

    /// <summary>The functions that the value may be, or hold.</summary>
    public ImmutableArray<FlowFunction> Functions { get; }

    /// <summary>Whether the value, or anything in it, may be a function.</summary>
    public bool HoldsFunctions { get; }

    /// <summary>The functions that the members of an object are.</summary>
    public IEnumerable<FlowFunction> MemberFunctions => _members.All.SelectMany(static member => member.Value.Functions);

    /// <summary>The functions that the value, or anything in it, may be: those of a table of selectors, say.</summary>
    public ImmutableArray<FlowFunction> FunctionsWithin =>
        !HoldsFunctions
            ? []
            : _members.All.Aggregate(Functions, static (all, member) => FlowFunction.Join(all, member.Value.FunctionsWithin));

    /// <summary>The members that were set.</summary>
    public ImmutableArray<KeyValuePair<string, FlowValue>> Members => _members.All;

    /// <summary>A value with marks.</summary>
    public static FlowValue Of(Mark marks) => marks == Mark.None ? None : new(marks, FlowMembers.None, []);

    /// <summary>A value that is a function.</summary>
    public static FlowValue Of(FlowFunction function) => new(Mark.None, FlowMembers.None, [function]);

    /// <summary>Whether the value, or anything in it, has one of the marks.</summary>
    public bool Has(Mark marks) => (All & marks) != Mark.None;

    /// <summary>Whether something in the value, such as a list in an object, has two marks at once.</summary>
    public bool Mixes(Mark one, Mark other) =>
        ((Own & one) != Mark.None && (Own & other) != Mark.None) || _members.All.Any(member => member.Value.With(Own).Mixes(one, other));

    /// <summary>The value with more marks.</summary>
    public FlowValue With(Mark marks) => (Own & marks) == marks ? this : new(Own | marks, _members, Functions);

    /// <summary>The value without marks, anywhere in it.</summary>
    public FlowValue Without(Mark marks) =>
        (All & marks) == Mark.None ? this : new(Own & ~marks, _members.Select(member => member.Without(marks)), Functions);

    /// <summary>The value with other functions.</summary>
    public FlowValue WithFunctions(ImmutableArray<FlowFunction> functions) => new(Own, _members, functions);

    /// <summary>
    /// The value with functions that know others, in what they capture, only so deep: a function that captures itself has no end.
    /// </summary>
    public FlowValue WithFunctions(int depth) =>
        !HoldsFunctions
            ? this
            : new(
                Own,
                _members.Select(member => member.WithFunctions(depth)),
                depth == 0 ? [] : [.. Functions.Select(function => function.Cut(depth - 1))]
            );

    /// <summary>Whether a member was set.</summary>
    public bool Knows(string name) => _members.Find(name) is not null;

    /// <summary>Whether any member was set whose name is such.</summary>
    public bool KnowsAny(Func<string, bool> isSuch) => _members.All.Any(member => isSuch(member.Key));

    /// <summary>Whether a member was set to something that has a mark by itself.</summary>
    public bool IsSet(string name, Mark mark) => _members.Find(name) is { } member && (member.Own & mark) != Mark.None;

    /// <summary>What reading a member gives.</summary>
    public FlowValue Member(string name) => _members.Find(name)?.With(Own) ?? Of(Own);

    /// <summary>
    /// What an element of a tuple is; of what is not known as a tuple, as of what a library made, it may be anything in it.
    /// </summary>
    public FlowValue Element(string name) =>
        _members.All.Any(static member => member.Key.StartsWith("Item", StringComparison.Ordinal)) ? Member(name) : this;

    /// <summary>The value after a member was set.</summary>
    public FlowValue WithMember(string name, FlowValue member) =>
        ReferenceEquals(member, None) && !Knows(name) ? this : new(Own, _members.With(name, member.Cut(MaximumDepth - 1)), Functions);

    /// <summary>What may be either of two values.</summary>
    public FlowValue Join(FlowValue other)
    {
        if (ReferenceEquals(this, other) || ReferenceEquals(other, None))
        {
            return this;
        }

        if (ReferenceEquals(this, None))
        {
            return other;
        }

        if ((other.Own & ~Own) == Mark.None && other._members.All.IsEmpty && other.Functions.IsEmpty)
        {
            return this;
        }

        var joined = new FlowValue(Own | other.Own, _members.Join(other._members), FlowFunction.Join(Functions, other.Functions));
        return joined.Equals(this) ? this : joined;
    }

    /// <inheritdoc />
    public bool Equals(FlowValue? other) =>
        ReferenceEquals(this, other)
        || (
            other is not null
            && _hash == other._hash
            && Own == other.Own
            && Functions.Length == other.Functions.Length
            && _members.HasSame(other._members)
            && Functions.All(function => other.Functions.Contains(function))
        );

    /// <inheritdoc />
    public override bool Equals(object? obj) => Equals(obj as FlowValue);

    /// <inheritdoc />
    public override int GetHashCode() => _hash;

    private FlowValue Cut(int depth) =>
        _members.All.IsEmpty ? this
        : depth == 0 ? new(All, FlowMembers.None, Functions)
        : new(Own, _members.Select(member => member.Cut(depth - 1)), Functions);
}
