using System.Reflection.Metadata;
using Mlops.Dsl.Build.Instructions;
using Mlops.Dsl.Build.Metadata;
using Mlops.Dsl.Build.State;

namespace Mlops.Dsl.Build.SetUp;

/// <summary>
/// Cuts a main method into groups of instructions that share neither values, variables nor conditions, so that what one group does
/// depends on no other, but for what both do to static state.
/// </summary>
internal sealed class ProgramPartition
{
    private readonly ProgramBody _body;
    private readonly Resolver _resolver;
    private readonly ProgramFlow _flow;
    private readonly DisjointSets _sets;
    private readonly bool[] _isConditional;
    private readonly Dictionary<int, int> _reads;

    private ProgramPartition(
        ProgramBody body,
        Resolver resolver,
        NatureOfTypes natures,
        List<int>[] producers,
        IReadOnlySet<int> possibleStarts
    )
    {
        (_body, _resolver) = (body, resolver);
        _flow = new(body, producers, possibleStarts);
        _sets = new(producers.Length);
        _isConditional = new bool[producers.Length];
        JoinOperands(producers);
        JoinJumps();
        JoinHandlers();
        _reads = new VariableUses(body, _flow, producers, natures).Join(_sets, index => _isConditional[index]);
        while (JoinCircle()) { }
    }

    public ProgramFlow Flow => _flow;

    /// <summary>Cuts the method; null if its code is not shaped like a compiler's.</summary>
    /// <param name="body">The method.</param>
    /// <param name="resolver">Finds what is called.</param>
    /// <param name="natures">Tells what can become of values.</param>
    /// <param name="possibleStarts">The instructions that may start the engine.</param>
    public static ProgramPartition? TryCut(ProgramBody body, Resolver resolver, NatureOfTypes natures, IReadOnlySet<int> possibleStarts) =>
        StackFlow.ProducersOf(body) is { } producers ? new(body, resolver, natures, producers, possibleStarts) : null;

    /// <summary>The instruction of another group that set the value which this one reads; null where there is none.</summary>
    public int? SetBefore(int index) =>
        _reads.TryGetValue(index, out var setter) && _sets.Find(setter) != _sets.Find(index) ? setter : null;

    /// <summary>The groups, each in the order of its instructions, in the order of their first ones.</summary>
    public IEnumerable<List<int>> Groups() =>
        Enumerable
            .Range(0, _body.Instructions.Count)
            .Where(index => !_flow.IsPlumbing(index))
            .GroupBy(_sets.Find)
            .Select(group => group.ToList());

    /// <summary>Where the group may end the program; null where it does not.</summary>
    public int? ReturnOf(List<int> group) => group.Find(_flow.Returns) is var exit && _flow.Returns(exit) ? exit : null;

    /// <summary>
    /// Joins groups that read what the others set, directly or not, so that each group can be told by those that it reads.
    /// </summary>
    private bool JoinCircle()
    {
        var next = _reads
            .Where(read => _sets.Find(read.Key) != _sets.Find(read.Value))
            .ToLookup(read => _sets.Find(read.Key), read => _sets.Find(read.Value));
        foreach (var start in next.Select(group => group.Key))
        {
            var seen = new HashSet<int>();
            var pending = new Queue<int>(next[start]);
            while (pending.TryDequeue(out var group))
            {
                if (group == start)
                {
                    seen.Where(other => Reaches(next, other, start)).ToList().ForEach(other => _sets.Join(start, other));
                    return true;
                }

                if (seen.Add(group))
                {
                    foreach (var other in next[group])
                    {
                        pending.Enqueue(other);
                    }
                }
            }
        }

        return false;
    }

    private static bool Reaches(ILookup<int, int> next, int from, int to)
    {
        var seen = new HashSet<int>();
        var pending = new Queue<int>([from]);
        while (pending.TryDequeue(out var group))
        {
            if (group == to)
            {
                return true;
            }

            foreach (var other in next[group].Where(seen.Add))
            {
                pending.Enqueue(other);
            }
        }

        return false;
    }

    private void JoinOperands(List<int>[] producers)
    {
        for (var i = 0; i < producers.Length; i++)
        {
            foreach (var producer in producers[i].Where(producer => !_flow.IsPlumbing(i) && !_flow.IsPlumbing(producer)))
            {
                _sets.Join(producer, i);
            }

            // A prefix belongs to what it stands before.
            if (_body.Instructions[i].Code is OpCode.Constrained or 0xFE12 or 0xFE13 or 0xFE14 or 0xFE1E && i + 1 < producers.Length)
            {
                _sets.Join(i + 1, i);
            }
        }
    }

    /// <summary>What a jump passes over depends on the jump's condition, or runs again and again.</summary>
    private void JoinJumps()
    {
        for (var i = 0; i < _body.Instructions.Count; i++)
        {
            if (_flow.IsPlumbing(i) || _flow.Exits(i) || EndsBlock(i))
            {
                continue;
            }

            foreach (var target in _body.Instructions[i].Targets(_body.Il).Select(_flow.IndexOf))
            {
                JoinRange(Math.Min(i, target), Math.Max(i, target));
            }
        }
    }

    /// <summary>Whether the jump only leaves a block for what stands behind all its handlers, where control goes anyway.</summary>
    private bool EndsBlock(int index)
    {
        var instruction = _body.Instructions[index];
        return instruction.Code is OpCode.Leave or OpCode.LeaveShort
            && _body.Regions.Any(region =>
                (instruction.End == region.TryOffset + region.TryLength || instruction.End == region.HandlerOffset + region.HandlerLength)
                && instruction.Targets(_body.Il).All(target => target == EndOfHandlers(region))
            );
    }

    private int EndOfHandlers(ExceptionRegion block) =>
        _body
            .Regions.Where(region => region.TryOffset == block.TryOffset && region.TryLength == block.TryLength)
            .Max(region => region.HandlerOffset + region.HandlerLength);

    private void JoinHandlers()
    {
        foreach (var region in _body.Regions.Where(region => region.Kind is ExceptionRegionKind.Catch or ExceptionRegionKind.Filter))
        {
            var handler = _flow.IndexOf(region.HandlerOffset);
            var end = _flow.IndexOf(region.HandlerOffset + region.HandlerLength);
            if (handler < _flow.Epilogue && !OnlyEnds(handler, end) && !IsOfCompiler(region))
            {
                JoinRange(_flow.IndexOf(region.TryOffset), end);
            }
        }
    }

    /// <summary>
    /// What awaits while a block is left, the compiler writes behind a handler of any object, which throws it again afterwards: it is a
    /// finally block.
    /// </summary>
    private bool IsOfCompiler(ExceptionRegion region) =>
        region.Kind == ExceptionRegionKind.Catch
        && _resolver.ResolveType(_body.Method.Module, region.CatchType)?.FullName == "System.Object";

    /// <summary>Whether a handler ends the program without starting the engine, so that no stage sees what happened.</summary>
    private bool OnlyEnds(int handler, int end)
    {
        var last = Enumerable
            .Range(handler, end - handler)
            .LastOrDefault(index => _body.Instructions[index].Code != OpCode.NoOperation, handler);
        var ends = _body.Instructions[last].Code is OpCode.Throw or OpCode.Rethrow || _flow.Returns(last);
        return ends
            && Enumerable
                .Range(handler, end - handler)
                .All(index =>
                    _body.Instructions[index].Code switch
                    {
                        OpCode.StoreStaticField or OpCode.StoreField or OpCode.CallIndirect => _flow.HoistedField(index) is not null,
                        OpCode.Call or OpCode.CallVirtual or OpCode.NewObject or OpCode.LoadFunction => IsFramework(
                            _body.Instructions[index].Entity
                        ),
                        _ => true,
                    }
                );
    }

    private bool IsFramework(EntityHandle method)
    {
        var reader = _body.Method.Module.Reader;
        return method.Kind switch
        {
            HandleKind.MethodSpecification => IsFramework(reader.GetMethodSpecification((MethodSpecificationHandle)method).Method),
            HandleKind.MemberReference => _resolver.ResolveType(
                _body.Method.Module,
                reader.GetMemberReference((MemberReferenceHandle)method).Parent
            )
                is { Walked: null, Package: null, Unknown: null },
            _ => false,
        };
    }

    private void JoinRange(int first, int end)
    {
        var joined = -1;
        for (var i = first; i < end && i < _isConditional.Length; i++)
        {
            if (_flow.IsPlumbing(i))
            {
                continue;
            }

            _isConditional[i] = true;
            if (joined >= 0)
            {
                _sets.Join(joined, i);
            }

            joined = i;
        }
    }
}
