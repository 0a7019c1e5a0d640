using System.Reflection.Metadata;
using Mlops.Dsl.Build.Instructions;
using Mlops.Dsl.Build.Metadata;

namespace Mlops.Dsl.Build.SetUp;

/// <summary>
/// Tells which instructions of a main method are the compiler's own: those that save and restore an asynchronous method's state, and its
/// end.
/// </summary>
internal sealed class ProgramFlow
{
    private readonly ProgramBody _body;
    private readonly List<int>[] _producers;
    private readonly Dictionary<int, int> _indexes = [];
    private readonly bool[] _isPlumbing;
    private readonly int _stateLocal = -1;

    /// <param name="body">The main method.</param>
    /// <param name="producers">Which instructions made the values that each takes from the stack.</param>
    /// <param name="possibleStarts">The instructions that may start the engine.</param>
    public ProgramFlow(ProgramBody body, List<int>[] producers, IReadOnlySet<int> possibleStarts)
    {
        (_body, _producers) = (body, producers);
        var instructions = body.Instructions;
        _isPlumbing = new bool[instructions.Count];
        for (var i = 0; i < instructions.Count; i++)
        {
            _indexes[instructions[i].Offset] = i;
            _isPlumbing[i] = instructions[i].Code == OpCode.NoOperation;
        }

        Epilogue = body.StateMachine is null ? FindReturn() : FindCompletion();
        Array.Fill(_isPlumbing, true, Epilogue, instructions.Count - Epilogue);
        if (body.StateMachine is not null)
        {
            LocalAccess.TryRead(body.Il, instructions[2], out _stateLocal, out _);
            MarkStateMachine();
        }

        // Where nothing starts the engine, stages run after the method, whichever way it ended.
        if (possibleStarts.Count > 0)
        {
            MarkDeadEnds(possibleStarts);
        }
    }

    /// <summary>Where the instructions start that end the method for every path.</summary>
    public int Epilogue { get; }

    /// <summary>Whether the compiler wrote the instruction to run the method, and not for anything that the person wrote.</summary>
    public bool IsPlumbing(int index) => _isPlumbing[index];

    /// <summary>The index of the instruction at an offset; behind the last one for what follows it.</summary>
    public int IndexOf(int offset) => _indexes.GetValueOrDefault(offset, _body.Instructions.Count);

    /// <summary>Whether the instruction ends the method in any case, for good or until what it awaits is there.</summary>
    public bool Exits(int index)
    {
        var instruction = _body.Instructions[index];
        return OpCode.EndsFlow(instruction.Code)
            && (instruction.Code == OpCode.Return || instruction.Targets(_body.Il).Any(target => IndexOf(target) >= Epilogue));
    }

    /// <summary>Whether the instruction returns from the method.</summary>
    public bool Returns(int index) =>
        Exits(index) && !(_body.StateMachine is not null && _body.Instructions[index].Targets(_body.Il).Any(IsLast));

    /// <summary>The local variable that an instruction concerns, unless it is the method's state.</summary>
    public bool TryGetLocal(int index, out int local) =>
        LocalAccess.TryRead(_body.Il, _body.Instructions[index], out local, out _) && local != _stateLocal;

    /// <summary>The state machine's field that stands for a local variable, if the instruction accesses one.</summary>
    public FieldDefinitionHandle? HoistedField(int index)
    {
        var instruction = _body.Instructions[index];
        if (
            _body.StateMachine is not { } machine
            || instruction.Code is not (OpCode.LoadField or OpCode.LoadFieldAddress or OpCode.StoreField)
            || instruction.Entity.Kind != HandleKind.FieldDefinition
        )
        {
            return null;
        }

        var field = (FieldDefinitionHandle)instruction.Entity;
        return machine.Module.Reader.GetFieldDefinition(field).GetDeclaringType() == machine.Handle ? field : null;
    }

    /// <summary>Whether a hoisted field serves the state machine and stands for no variable of the person's.</summary>
    public bool IsOfStateMachine(FieldDefinitionHandle field)
    {
        var name = NameOf(field);
        return name is "<>1__state" or "<>t__builder" || name.StartsWith("<>u__", StringComparison.Ordinal);
    }

    private string NameOf(FieldDefinitionHandle field)
    {
        var reader = _body.Method.Module.Reader;
        return reader.GetString(reader.GetFieldDefinition(field).Name);
    }

    private bool IsLast(int offset) => IndexOf(offset) >= _body.Instructions.Count - 1;

    /// <summary>The last return, with the load of its result; behind the method where it ends in a loop or an exception.</summary>
    private int FindReturn()
    {
        var last = _body.Instructions.Count - 1;
        if (_body.Instructions[last].Code != OpCode.Return)
        {
            return _body.Instructions.Count;
        }

        return
            last > 0
            && _producers[last] is [var result]
            && result == last - 1
            && LocalAccess.TryRead(_body.Il, _body.Instructions[result], out _, out _)
            ? result
            : last;
    }

    /// <summary>The state machine's own handler, which hands on an exception, and what hands on the result.</summary>
    private int FindCompletion()
    {
        var outer = _body
            .Regions.Where(region => region.Kind == ExceptionRegionKind.Catch)
            .MaxBy(region => region.TryLength + region.HandlerLength);
        return IndexOf(outer.HandlerOffset);
    }

    private void MarkStateMachine()
    {
        _isPlumbing[0] = _isPlumbing[1] = _isPlumbing[2] = true;
        for (var i = 3; i < Epilogue; i++)
        {
            if (_body.Instructions[i].Code == OpCode.StoreField && HoistedField(i) is { } field && NameOf(field) == "<>1__state")
            {
                MarkWithProducers(i);
            }
            else if (LocalAccess.TryRead(_body.Il, _body.Instructions[i], out var local, out var isRead) && local == _stateLocal && !isRead)
            {
                _isPlumbing[i] = true;
            }
            else if (OpCode.IsBranch(_body.Instructions[i].Code) || _body.Instructions[i].Code == OpCode.Switch)
            {
                MarkIfTestsState(i);
            }
        }

        foreach (var start in _body.Regions.Select(region => IndexOf(region.TryOffset)))
        {
            MarkDispatch(start);
        }
    }

    /// <summary>
    /// What only runs before the program ends without a stage, such as an answer to <c>--help</c>, is no stage's business.
    /// </summary>
    private void MarkDeadEnds(IReadOnlySet<int> possibleStarts)
    {
        for (var i = 0; i < Epilogue; i++)
        {
            var instruction = _body.Instructions[i];
            if (!OpCode.IsBranch(instruction.Code) || OpCode.EndsFlow(instruction.Code) || _isPlumbing[i])
            {
                continue;
            }

            var (start, end) = (i + 1, instruction.Targets(_body.Il).Select(IndexOf).First());
            var last = end - 1;
            while (last >= start && _body.Instructions[last].Code == OpCode.NoOperation)
            {
                last--;
            }

            if (
                last >= start
                && Ends(last)
                && Enumerable.Range(start, last - start).All(index => !possibleStarts.Contains(index) && StaysWithin(index, start, end))
            )
            {
                Array.Fill(_isPlumbing, true, start, end - start);
            }
        }
    }

    private bool Ends(int index) => _body.Instructions[index].Code is OpCode.Throw or OpCode.Rethrow || Returns(index);

    private bool StaysWithin(int index, int start, int end) =>
        Exits(index) || _body.Instructions[index].Targets(_body.Il).Select(IndexOf).All(target => target >= start && target <= end);

    private void MarkWithProducers(int index)
    {
        _isPlumbing[index] = true;
        _producers[index].ForEach(MarkWithProducers);
    }

    /// <summary>
    /// A branch on nothing but the state leads back to where the method waited, or out of a handler that runs while it waits.
    /// </summary>
    private void MarkIfTestsState(int index)
    {
        if (
            _producers[index].Count > 0
            && _producers[index].TrueForAll(IsStateOrConstant)
            && _producers[index].Exists(producer => !IsConstant(producer))
        )
        {
            MarkWithProducers(index);
        }
    }

    /// <summary>At the start of a block that awaits, jumps lead to where it waited.</summary>
    private void MarkDispatch(int start)
    {
        for (var i = start; i < Epilogue && (_isPlumbing[i] || _body.Instructions[i].Code is 0x2B or 0x38); i++)
        {
            _isPlumbing[i] = true;
        }
    }

    private bool IsStateOrConstant(int index) =>
        IsConstant(index)
        || (LocalAccess.TryRead(_body.Il, _body.Instructions[index], out var local, out _) && local == _stateLocal)
        || (_body.Instructions[index].Code == 0x59 && _producers[index].TrueForAll(IsStateOrConstant));

    private bool IsConstant(int index) => _body.Instructions[index].Code is >= 0x15 and <= 0x20;
}
