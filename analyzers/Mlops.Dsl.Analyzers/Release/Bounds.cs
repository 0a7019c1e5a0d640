using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Mlops.Dsl.Analyzers.Calls;

namespace Mlops.Dsl.Analyzers.Release;

/// <summary>
/// Tells which comparisons no value can fail. NaN, which fails all of them, does not count: a bound is not there to look for it.
/// </summary>
/// <param name="ranges">Tells what values can be.</param>
internal sealed class Bounds(Ranges ranges)
{
    /// <summary>Whether each value is at least the minimum.</summary>
    public bool MeetsMinimum(IOperation? value, IOperation? minimum) =>
        value is not null
        && minimum is not null
        && (
            IsSame(value, minimum)
            || IntervalEnds.IsAtLeast(value, minimum)
            || ranges.IsBounded(value, minimum, isMinimum: true)
            || ranges.IsBounded(minimum, value, isMinimum: false)
            || ranges.Of(value).Low >= ranges.Of(minimum).High
        );

    /// <summary>Whether each value is at most the maximum.</summary>
    public bool MeetsMaximum(IOperation? value, IOperation? maximum) => MeetsMinimum(maximum, value);

    /// <summary>Whether the bound is less than each value, as in <c>count &gt; -1</c>.</summary>
    public bool IsBelowAll(IOperation bound, IOperation value)
    {
        var (low, high) = (ranges.Of(bound), ranges.Of(value));
        return low.High < high.Low
            || (Ranges.Constant(bound) is <= double.MinValue && high.Low <= double.MinValue)
            || (Ranges.Constant(value) is >= double.MaxValue && low.High >= double.MaxValue);
    }

    /// <summary>Whether both are the same local, parameter, chain of properties of one, or the same made of such.</summary>
    public static bool IsSame(IOperation left, IOperation right)
    {
        (left, right) = (Ranges.Plain(left), Ranges.Plain(right));
        return (left, right) switch
        {
            (ILocalReferenceOperation l, ILocalReferenceOperation r) => SymbolEqualityComparer.Default.Equals(l.Local, r.Local),
            (IParameterReferenceOperation l, IParameterReferenceOperation r) => SymbolEqualityComparer.Default.Equals(
                l.Parameter,
                r.Parameter
            ),
            (IInstanceReferenceOperation, IInstanceReferenceOperation) => true,
            (IPropertyReferenceOperation { Arguments.Length: 0 } l, IPropertyReferenceOperation r) => IsSameMember(l, r),
            (IFieldReferenceOperation l, IFieldReferenceOperation r) => IsSameMember(l, r),
            (IBinaryOperation { OperatorMethod: null } l, IBinaryOperation { OperatorMethod: null } r) => l.OperatorKind == r.OperatorKind
                && IsSame(l.LeftOperand, r.LeftOperand)
                && IsSame(l.RightOperand, r.RightOperand),
            ({ ConstantValue.HasValue: true }, { ConstantValue.HasValue: true }) => Equals(
                left.ConstantValue.Value,
                right.ConstantValue.Value
            ),
            _ => false,
        };
    }

    private static bool IsSameMember(IMemberReferenceOperation left, IMemberReferenceOperation right) =>
        SymbolEqualityComparer.Default.Equals(left.Member, right.Member)
        && (left.Instance is null ? right.Instance is null : right.Instance is not null && IsSame(left.Instance, right.Instance));
}
