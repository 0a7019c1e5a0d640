using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Mlops.Dsl.Analyzers.Flow;

/// <summary>
/// One run of a body. It is made of parts, each of which knows one kind of thing that code does; here they are put together, and each
/// operation is given to the part that knows it.
/// </summary>
internal sealed partial class FlowFrame : OperationVisitor<object?, FlowValue>, IFlowSteps
{
    private readonly FrameContext _context;
    private readonly FlowState _entry;
    private readonly GraphWalk _walk;
    private readonly Branches _branches;
    private readonly OpenFindings _open;
    private readonly Captures _captures;
    private readonly NamedPairs _pairs;
    private readonly MethodCalls _calls;
    private readonly Operators _operators;
    private readonly WriterBuffers _writers;
    private readonly Places _places;
    private readonly MemberReads _members;
    private readonly Assignments _assignments;
    private readonly Patterns _patterns;
    private readonly OutsideValues _outside;

    public FlowFrame(FlowEngine engine, FlowKey call)
    {
        _context = new FrameContext(engine, call.Body, this);
        _entry = Entry(call);
        _walk = new GraphWalk(_context);
        _branches = new Branches(_context, _walk);
        _open = new OpenFindings(_context);
        _captures = new Captures(_context);
        _outside = new OutsideValues(_context);

        var files = new WrittenFiles(_context);
        var effects = new CallEffects(_context, files, _open);
        var functions = new FunctionCalls(_context, _captures, effects);
        _pairs = new NamedPairs(_context, functions);

        var own = new OwnCalls(_context, _captures, functions, effects);
        var library = new LibraryCalls(_context, functions, files, _pairs);
        _calls = new MethodCalls(_context, own, library, functions, _captures, _open);
        _operators = new Operators(_context, own);

        _writers = new WriterBuffers(_context);
        _places = new Places(_context, own, _writers);
        _members = new MemberReads(_context, own);
        var deconstructions = new Deconstructions(_context, _members);
        _assignments = new Assignments(_context, deconstructions);
        _patterns = new Patterns(_context, _members, deconstructions);
    }

    /// <summary>Runs the body.</summary>
    public FlowResult Run()
    {
        var end = _walk.Run(_entry, Execute);
        var captured = new FlowState();
        foreach (var variable in _context.Body.Captured)
        {
            captured[variable] = end[variable];
        }

        return new FlowResult(
            _context.Returned,
            end[FlowState.Receiver],
            [.. (_context.Body.Method?.Parameters ?? []).Select(p => end[p.RefKind == RefKind.None ? new ObjectOf(p) : p])],
            captured
        )
        {
            Open = _open.All,
        };
    }

    /// <inheritdoc />
    public FlowValue Evaluate(IOperation? operation)
    {
        if (operation is null or { ConstantValue.HasValue: true })
        {
            return FlowValue.None;
        }

        var value = Visit(operation, null) ?? FlowValue.None;
        return OpenRows.Closed(operation, value).With(_context.Symbols.Of(operation.Type).Given);
    }

    /// <inheritdoc />
    public void Store(IOperation? place, FlowValue value, bool isWhole) => _places.Store(place, value, isWhole);

    /// <inheritdoc />
    public FlowValue Call(CallSite site, bool isVirtual) => _calls.Call(site, isVirtual);

    /// <summary>What the variables of a body hold when it starts.</summary>
    private static FlowState Entry(FlowKey call)
    {
        var entry = new FlowState();
        entry.Join(call.Captured);
        entry[FlowState.Receiver] = call.Receiver;
        for (var i = 0; i < call.Arguments.Length && i < (call.Body.Method?.Parameters.Length ?? 0); i++)
        {
            var parameter = call.Body.Method!.Parameters[i];
            entry[parameter] = call.Arguments[i];
            entry[new ObjectOf(parameter)] = call.Arguments[i];
        }

        return entry;
    }

    private void Execute(BasicBlock block)
    {
        _branches.Enter(block);
        foreach (var operation in block.Operations)
        {
            Evaluate(operation);
        }

        if (block.BranchValue is { } value)
        {
            var result = Evaluate(value);
            if (block.FallThroughSuccessor?.Semantics == ControlFlowBranchSemantics.Return)
            {
                Return(value, result);
            }
            else if (block.ConditionalSuccessor is not null)
            {
                _branches.Add(block, value, result.All);
            }
        }
    }

    private void Return(IOperation value, FlowValue result)
    {
        result = _branches.Decided(value, result);
        _context.Return(result.With(_context.Choice));
        if (_context.Body.Method is { } method)
        {
            foreach (var rule in _context.Engine.Rules)
            {
                rule.CheckReturn(method, value, result, _context.Engine.Report);
            }
        }
    }
}
