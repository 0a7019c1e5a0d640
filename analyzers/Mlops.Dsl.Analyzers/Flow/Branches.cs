using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace Mlops.Dsl.Analyzers.Flow;

/// <summary>
/// What branches tell of what happens under them. Where a measurement decides whether a block runs, what the block stores was chosen by it.
/// And a constant that a statement gives under a condition tells of what was asked: <c>if (row.Price &gt; 600_000) return "luxury";</c> is
/// the column, written as a text. Only rules that ask for it make anything of that: with other marks, a branch carries nothing.
/// </summary>
/// <param name="context">The body.</param>
/// <param name="walk">Runs blocks again.</param>
internal sealed class Branches(FrameContext context, GraphWalk walk)
{
    private readonly BlockMarks _choices = new(context.Body.Graph.Blocks.Length, walk);
    private readonly BlockMarks _decisions = new(context.Body.Graph.Blocks.Length, walk);
    private readonly ConditionMarks _conditions = new();

    /// <summary>What the conditions tell under which the block runs.</summary>
    public Mark Decision { get; private set; }

    /// <summary>Begins with a block.</summary>
    public void Enter(BasicBlock block)
    {
        context.Choice = _choices[block.Ordinal];
        Decision = _decisions[block.Ordinal];
    }

    /// <summary>Notes what a branch asks.</summary>
    /// <param name="branch">The block that ends with the branch.</param>
    /// <param name="condition">The condition.</param>
    /// <param name="marks">The marks of the condition.</param>
    public void Add(BasicBlock branch, IOperation condition, Mark marks)
    {
        var told = marks & context.Symbols.Told;
        _conditions.Add(condition.Syntax, told);
        if (told != Mark.None && IsOfOne(context.Body.Method))
        {
            _decisions.Add(branch, told);
        }

        _choices.Add(branch, context.Symbols.Chosen(marks));
    }

    /// <summary>A value with what it tells of the conditions under which it is given, if it is a constant.</summary>
    public FlowValue Decided(IOperation value, FlowValue result) =>
        Decision != Mark.None && value.ConstantValue.HasValue ? result.With(Decision) : result;

    /// <summary>The marks of the conditions that choose a value, if it is one of several of an expression.</summary>
    public Mark Told(IOperation value) => _conditions.Of(value.Syntax);

    /// <summary>
    /// Whether a method takes single things, and no collection of them: what is counted of many says much less of each.
    /// </summary>
    private static bool IsOfOne(IMethodSymbol? method) =>
        method is { MethodKind: MethodKind.PropertyGet }
        || (method is { Parameters.IsEmpty: false } && !method.Parameters.Any(static parameter => IsSequence(parameter.Type)));

    private static bool IsSequence(ITypeSymbol type) =>
        type.SpecialType != SpecialType.System_String
        && (
            type is IArrayTypeSymbol
            || type.SpecialType == SpecialType.System_Collections_IEnumerable
            || type.AllInterfaces.Any(static face => face.SpecialType == SpecialType.System_Collections_IEnumerable)
        );
}
