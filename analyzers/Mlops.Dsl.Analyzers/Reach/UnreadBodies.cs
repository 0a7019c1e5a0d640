using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Mlops.Dsl.Analyzers.Calls;

namespace Mlops.Dsl.Analyzers.Reach;

/// <summary>
/// Bodies that the compiler has bound, and that nobody has read: most of the source beside a pipeline is of no concern to it, and costs
/// next to nothing as long as nobody does.
/// </summary>
/// <param name="members">The compilation's members.</param>
/// <param name="reader">Reads bodies.</param>
internal sealed class UnreadBodies(MemberTable members, BodyReader reader)
{
    // Each takes some 8 KiB until the end of the build.
    private const int MaximumKept = 25_000;

    private readonly ConcurrentDictionary<SyntaxTree, ConcurrentQueue<Member>> _files = new();
    private readonly ConcurrentDictionary<string, bool> _asked = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<ReadBody> _read = new();
    private int _kept;

    /// <summary>What rules have to check in the bodies that were read.</summary>
    public IEnumerable<ReadBody> Read => _read;

    /// <summary>Keeps a body, unless there are ever so many. Safe for concurrent use.</summary>
    public void Keep(CodeBody body)
    {
        var owner = members.Of(body.Symbol);
        if (owner.Unread is not null || body.Blocks.IsEmpty || Interlocked.Increment(ref _kept) > MaximumKept)
        {
            ReadNow(owner, body);
            return;
        }

        owner.Unread = body;
        _files.GetOrAdd(body.Blocks[0].Syntax.SyntaxTree, static _ => new()).Enqueue(owner);
    }

    /// <summary>Reads a body that is not to wait. Safe for concurrent use.</summary>
    public void ReadNow(Member owner, CodeBody body)
    {
        if (reader.Read(owner, body) is { Candidates.Count: > 0 } read)
        {
            _read.Enqueue(read);
        }
    }

    /// <summary>Reads the body of a member, if it has one that nobody has read.</summary>
    public void ReadOf(Member member)
    {
        if (member.Unread is { } body)
        {
            member.Unread = null;
            ReadNow(member, body);
        }
    }

    /// <summary>
    /// Reads all bodies in the files that speak of something: whoever puts a value into a place names it, or the type that it belongs to.
    /// </summary>
    public void ReadWhere(string name)
    {
        if (!_asked.TryAdd(name, true))
        {
            return;
        }

        foreach (var file in _files.Where(file => file.Key.GetText().ToString().IndexOf(name, StringComparison.Ordinal) >= 0))
        {
            while (file.Value.TryDequeue(out var member))
            {
                ReadOf(member);
            }
        }
    }
}
