using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Mlops.Dsl.Analyzers.Flow;

/// <summary>
/// What a constant tells that a statement gives under a condition: <c>if (row.Price &gt; 600_000) return "luxury";</c> is the column,
/// written as a text. Only in code about single things: what is counted of many says much less of each.
/// </summary>
internal sealed partial class FlowFrame
{
    private Mark[]? _decisions;
    private Mark _decided;

    /// <summary>One more or less, under a condition, or at a place that is chosen.</summary>
    public override FlowValue VisitIncrementOrDecrement(IIncrementOrDecrementOperation operation, object? argument)
    {
        var value = Evaluate(operation.Target);
        if (_decided != Mark.None)
        {
            value = value.With(_decided);
            Store(operation.Target, value, isWhole: true);
        }
        else if (Placed(operation.Target) != Mark.None)
        {
            Store(operation.Target, FlowValue.None, isWhole: false);
        }

        return value;
    }

    private void Decide(BasicBlock branch, Mark marks)
    {
        var told = marks & _engine.Symbols.Told;
        if (told == Mark.None || !IsOfOne(_body.Method))
        {
            return;
        }

        _decisions ??= new Mark[_starts.Length];
        foreach (var dependent in Dependents(branch))
        {
            if ((_decisions[dependent] & told) != told)
            {
                _decisions[dependent] |= told;
                if (_starts[dependent] is not null)
                {
                    _pending.Add(dependent);
                }
            }
        }
    }

    private FlowValue Decided(IOperation value, FlowValue result) =>
        _decided != Mark.None && value.ConstantValue.HasValue ? result.With(_decided) : result;

    /// <summary>Whether a method takes single things, and no collection of them.</summary>
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
