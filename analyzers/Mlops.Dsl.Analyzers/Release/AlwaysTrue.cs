using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Mlops.Dsl.Analyzers.Calls;
using Mlops.Dsl.Generators.Parsing;
using Mlops.Dsl.Generators.Symbols;

namespace Mlops.Dsl.Analyzers.Release;

/// <summary>Tells which conditions hold, or fail, whatever the data is. What it does not understand does neither.</summary>
/// <param name="writes">What is written to the locals of the body around.</param>
/// <param name="given">What is known of the parameters of a helper; of a yes or no, 1 or 0.</param>
/// <param name="depth">How many helpers are open.</param>
/// <param name="cancellationToken">Ends the search.</param>
internal sealed class AlwaysTrue(
    LocalWrites writes,
    IReadOnlyDictionary<ISymbol, Interval> given,
    int depth,
    CancellationToken cancellationToken
)
{
    private const int DeepestCall = 8;

    private readonly HashSet<ILocalSymbol> _asked = new(SymbolEqualityComparer.Default);
    private readonly Bounds _bounds = new(new Ranges(writes, given, depth, cancellationToken));

    /// <summary>Tells whether a gate's result always passes, where a condition asks for it.</summary>
    public Func<IOperation, bool> Passes { get; init; } = static _ => false;

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
            case IPropertyReferenceOperation { Property.Name: "Passed", Instance: { } result }:
                return expected && Passes(result);
            case IObjectCreationOperation or IInvocationOperation when condition.Type.IsLanguageType("GateResult"):
                return expected && Passes(condition);
            case IInvocationOperation call:
                return IsCall(call, expected);
            default:
                return false;
        }
    }

    private bool IsCall(IInvocationOperation call, bool expected)
    {
        if (
            call.TargetMethod.ReturnType.SpecialType == SpecialType.System_Boolean
            && ConditionList.Of(call, writes, cancellationToken) is { } conditions
        )
        {
            return conditions.IsEnough(expected)
                ? conditions.Each.Any(each => Is(each, expected))
                : conditions.Each.Count > 0 && conditions.Each.All(each => Is(each, expected));
        }

        if (depth >= DeepestCall || CalledBody.Of(call, cancellationToken) is not { } body || CalledBody.Throws(body))
        {
            return false;
        }

        var results = CalledBody.Results(body);
        var inner = new AlwaysTrue(
            LocalWrites.In(body),
            new Ranges(writes, given, depth, cancellationToken).Arguments(call),
            depth + 1,
            cancellationToken
        );
        return results.Count > 0 && results.TrueForAll(result => inner.Is(result, expected));
    }

    private bool IsMatch(IOperation value, IPatternOperation pattern, bool expected) =>
        pattern switch
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

    /// <summary>Whether one of listed results that are searched for one that passes always passes.</summary>
    public bool FindsPassed(IOperation search) =>
        search is IInvocationOperation call
        && ConditionList.Of(call, writes, cancellationToken) is { IsAny: true } results
        && results.Each.Any(Passes);

    /// <summary>Whether so many conditions are counted as always hold.</summary>
    private bool IsCounted(IOperation count, IOperation limit, bool isMore) =>
        count is IInvocationOperation { TargetMethod.Name: "Count" } call
        && limit.ConstantValue is { HasValue: true, Value: int least }
        && ConditionList.Of(call, writes, cancellationToken) is { } conditions
        && conditions.Each.Count(Holds) >= (isMore ? least + 1 : least);

    private bool IsCompared(BinaryOperatorKind kind, IOperation left, IOperation right, bool expected) =>
        expected
            ? kind switch
            {
                BinaryOperatorKind.GreaterThanOrEqual => _bounds.MeetsMinimum(left, right) || IsCounted(left, right, isMore: false),
                BinaryOperatorKind.LessThanOrEqual => _bounds.MeetsMaximum(left, right) || IsCounted(right, left, isMore: false),
                BinaryOperatorKind.GreaterThan => _bounds.IsBelowAll(right, left) || IsCounted(left, right, isMore: true),
                BinaryOperatorKind.LessThan => _bounds.IsBelowAll(left, right) || IsCounted(right, left, isMore: true),
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
