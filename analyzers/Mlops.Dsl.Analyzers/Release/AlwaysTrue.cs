using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Mlops.Dsl.Analyzers.Calls;

namespace Mlops.Dsl.Analyzers.Release;

/// <summary>Tells which conditions hold, or fail, whatever the data is. What it does not understand does neither.</summary>
/// <param name="writes">What is written to the locals of the body around.</param>
/// <param name="given">What is known of the parameters of a helper; of a yes or no, 1 or 0.</param>
/// <param name="depth">How many helpers are open.</param>
/// <param name="cancellationToken">Ends the search.</param>
internal sealed class AlwaysTrue(LocalWrites writes, IReadOnlyDictionary<ISymbol, Interval> given, int depth, CancellationToken cancellationToken)
{
    private const int DeepestCall = 8;

    private readonly HashSet<ILocalSymbol> _asked = new(SymbolEqualityComparer.Default);
    private readonly Bounds _bounds = new(new Ranges(writes, given, depth, cancellationToken));

    /// <summary>Whether the condition is always true.</summary>
    public bool Holds(IOperation condition) => Is(condition, expected: true);

    /// <summary>Whether the condition is always false.</summary>
    public bool Fails(IOperation condition) => Is(condition, expected: false);

    private bool Is(IOperation condition, bool expected)
    {
        if (condition.ConstantValue is { HasValue: true, Value: bool constant })
        {
            return constant == expected;
        }

        switch (condition)
        {
            case IConversionOperation { OperatorMethod: null } conversion:
                return Is(conversion.Operand, expected);
            case IUnaryOperation { OperatorKind: UnaryOperatorKind.Not } not:
                return Is(not.Operand, !expected);
            case IParameterReferenceOperation parameter:
                return given.TryGetValue(parameter.Parameter.OriginalDefinition, out var known) && known == Interval.Of(expected ? 1 : 0);
            case ILocalReferenceOperation local when _asked.Add(local.Local):
                var always = writes.AllOf(local.Local, value => Is(value, expected));
                _asked.Remove(local.Local);
                return always;
            case IConditionalOperation { WhenFalse: { } otherwise } choice:
                return (Fails(choice.Condition) || Is(choice.WhenTrue, expected)) && (Holds(choice.Condition) || Is(otherwise, expected));
            case ISwitchExpressionOperation { Arms.Length: > 0 } choice:
                return choice.Arms.All(arm => Is(arm.Value, expected));
            case IIsPatternOperation test:
                return IsMatch(test.Value, test.Pattern, expected);
            case IBinaryOperation binary:
                return IsBinary(binary, expected);
            case IInvocationOperation call:
                return IsCall(call, expected);
            default:
                return false;
        }
    }

    private bool IsCall(IInvocationOperation call, bool expected)
    {
        if (depth >= DeepestCall || CalledBody.Of(call, cancellationToken) is not { } body || CalledBody.Throws(body))
        {
            return false;
        }

        var results = CalledBody.Results(body);
        var inner = new AlwaysTrue(LocalWrites.In(body), new Ranges(writes, given, depth, cancellationToken).Arguments(call), depth + 1, cancellationToken);
        return results.Count > 0 && results.TrueForAll(result => inner.Is(result, expected));
    }

    private bool IsMatch(IOperation value, IPatternOperation pattern, bool expected) => pattern switch
    {
        INegatedPatternOperation not => IsMatch(value, not.Pattern, !expected),
        IRelationalPatternOperation relation => IsCompared(relation.OperatorKind, value, relation.Value, expected),
        IDiscardPatternOperation or IDeclarationPatternOperation { MatchesNull: true } => expected,
        IBinaryPatternOperation { OperatorKind: BinaryOperatorKind.Or } either => expected
            ? IsMatch(value, either.LeftPattern, true) || IsMatch(value, either.RightPattern, true) || IsComplement(value, either)
            : IsMatch(value, either.LeftPattern, false) && IsMatch(value, either.RightPattern, false),
        IBinaryPatternOperation { OperatorKind: BinaryOperatorKind.And } both => expected
            ? IsMatch(value, both.LeftPattern, true) && IsMatch(value, both.RightPattern, true)
            : IsMatch(value, both.LeftPattern, false) || IsMatch(value, both.RightPattern, false),
        _ => false,
    };

    private static bool IsComplement(IOperation value, IBinaryPatternOperation either) =>
        either is { LeftPattern: IRelationalPatternOperation left, RightPattern: IRelationalPatternOperation right }
        && Comparison.Cover(new(left.OperatorKind, value, left.Value), new(right.OperatorKind, value, right.Value));

    private bool IsBinary(IBinaryOperation binary, bool expected)
    {
        var (left, right) = (binary.LeftOperand, binary.RightOperand);
        return binary.OperatorKind switch
        {
            BinaryOperatorKind.ConditionalOr or BinaryOperatorKind.Or => expected
                ? Is(left, true) || Is(right, true) || Comparison.Complete(left, right)
                : Is(left, false) && Is(right, false),
            BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.And => expected
                ? Is(left, true) && Is(right, true)
                : Is(left, false) || Is(right, false) || Comparison.Contradict(left, right),
            var kind => IsCompared(kind, left, right, expected),
        };
    }

    private bool IsCompared(BinaryOperatorKind kind, IOperation left, IOperation right, bool expected) => expected
        ? kind switch
        {
            BinaryOperatorKind.GreaterThanOrEqual => _bounds.MeetsMinimum(left, right),
            BinaryOperatorKind.LessThanOrEqual => _bounds.MeetsMaximum(left, right),
            BinaryOperatorKind.GreaterThan => _bounds.IsBelowAll(right, left),
            BinaryOperatorKind.LessThan => _bounds.IsBelowAll(left, right),
            BinaryOperatorKind.Equals => Bounds.IsSame(left, right),
            BinaryOperatorKind.NotEquals => _bounds.IsBelowAll(right, left) || _bounds.IsBelowAll(left, right),
            _ => false,
        }
        : kind switch
        {
            BinaryOperatorKind.GreaterThan => _bounds.MeetsMaximum(left, right),
            BinaryOperatorKind.LessThan => _bounds.MeetsMinimum(left, right),
            BinaryOperatorKind.LessThanOrEqual => _bounds.IsBelowAll(right, left),
            BinaryOperatorKind.GreaterThanOrEqual => _bounds.IsBelowAll(left, right),
            BinaryOperatorKind.NotEquals => Bounds.IsSame(left, right),
            BinaryOperatorKind.Equals => _bounds.IsBelowAll(right, left) || _bounds.IsBelowAll(left, right),
            _ => false,
        };
}
