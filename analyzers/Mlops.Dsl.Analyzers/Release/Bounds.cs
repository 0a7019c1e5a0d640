using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Mlops.Dsl.Analyzers.Release;

/// <summary>Tells which comparisons no value can fail. NaN, which fails all of them, does not count: a bound is not there to look for it.</summary>
internal static class Bounds
{
    // Measures between 0 and 1; those that can be negative, such as R² and Matthews' correlation, are not among them.
    private static readonly string[] NeverNegative = ["accuracy", "precision", "recall", "f1", "f1score", "auc", "specificity", "sensitivity", "jaccard", "iou", "coverage"];

    /// <summary>Whether each value is at least the minimum.</summary>
    public static bool MeetsMinimum(IOperation? value, IOperation? minimum) =>
        value is not null && minimum is not null
        && (Constant(minimum) is { } bound
            ? Constant(value) is { } constant ? constant >= bound : bound <= Smallest(value)
            : IsSame(value, minimum));

    /// <summary>Whether each value is at most the maximum.</summary>
    public static bool MeetsMaximum(IOperation? value, IOperation? maximum) =>
        value is not null && maximum is not null
        && (Constant(maximum) is { } bound
            ? Constant(value) is { } constant ? constant <= bound : bound >= Largest(value)
            : IsSame(value, maximum));

    /// <summary>Whether the bound, a constant, is less than each value, as in <c>count &gt; -1</c>.</summary>
    public static bool IsBelowAll(IOperation bound, IOperation value) =>
        (Constant(bound) is { } low && (low < Smallest(value) || double.IsNegativeInfinity(low) || low == double.MinValue))
        || (Constant(value) is { } high && (high > Largest(bound) || double.IsPositiveInfinity(high) || high == double.MaxValue));

    /// <summary>Whether both are the same local, parameter, or chain of properties of one.</summary>
    public static bool IsSame(IOperation left, IOperation right)
    {
        (left, right) = (Plain(left), Plain(right));
        return (left, right) switch
        {
            (ILocalReferenceOperation l, ILocalReferenceOperation r) => SymbolEqualityComparer.Default.Equals(l.Local, r.Local),
            (IParameterReferenceOperation l, IParameterReferenceOperation r) => SymbolEqualityComparer.Default.Equals(l.Parameter, r.Parameter),
            (IInstanceReferenceOperation, IInstanceReferenceOperation) => true,
            (IPropertyReferenceOperation { Arguments.Length: 0 } l, IPropertyReferenceOperation r) => IsSameMember(l, r),
            (IFieldReferenceOperation l, IFieldReferenceOperation r) => IsSameMember(l, r),
            _ => false,
        };
    }

    private static bool IsSameMember(IMemberReferenceOperation left, IMemberReferenceOperation right) =>
        SymbolEqualityComparer.Default.Equals(left.Member, right.Member)
        && (left.Instance is null ? right.Instance is null : right.Instance is not null && IsSame(left.Instance, right.Instance));

    private static double? Constant(IOperation operation) =>
        operation.ConstantValue is { HasValue: true, Value: { } value and not (string or bool or char) } ? Convert.ToDouble(value, CultureInfo.InvariantCulture)
        : operation is IConversionOperation conversion ? Constant(conversion.Operand)
        : null;

    /// <summary>The least number that the value can be, as its type and its name tell.</summary>
    private static double Smallest(IOperation value)
    {
        value = Plain(value);
        var name = NameOf(value);
        return name is "Count" or "Length" or "LongLength" || Array.Exists(NeverNegative, measure => EndsWithMeasure(name, measure))
            ? 0
            : value.Type?.SpecialType switch
            {
                SpecialType.System_Byte or SpecialType.System_UInt16 or SpecialType.System_UInt32 or SpecialType.System_UInt64 => 0,
                SpecialType.System_SByte => sbyte.MinValue,
                SpecialType.System_Int16 => short.MinValue,
                SpecialType.System_Int32 => int.MinValue,
                SpecialType.System_Int64 => long.MinValue,
                SpecialType.System_Single => float.MinValue,
                SpecialType.System_Double => double.MinValue,
                SpecialType.System_Decimal => (double)decimal.MinValue,
                _ => double.NegativeInfinity,
            };
    }

    private static double Largest(IOperation value) => Plain(value).Type?.SpecialType switch
    {
        SpecialType.System_Byte => byte.MaxValue,
        SpecialType.System_SByte => sbyte.MaxValue,
        SpecialType.System_Int16 => short.MaxValue,
        SpecialType.System_UInt16 => ushort.MaxValue,
        SpecialType.System_Int32 => int.MaxValue,
        SpecialType.System_UInt32 => uint.MaxValue,
        SpecialType.System_Int64 => long.MaxValue,
        SpecialType.System_UInt64 => ulong.MaxValue,
        SpecialType.System_Single => float.MaxValue,
        SpecialType.System_Double => double.MaxValue,
        SpecialType.System_Decimal => (double)decimal.MaxValue,
        _ => double.PositiveInfinity,
    };

    private static string NameOf(IOperation value) => value switch
    {
        IPropertyReferenceOperation property => property.Property.Name,
        IParameterReferenceOperation parameter => parameter.Parameter.Name,
        ILocalReferenceOperation local => local.Local.Name,
        IFieldReferenceOperation field => field.Field.Name,
        IInvocationOperation { TargetMethod.Name: "Count" or "LongCount" } => "Count",
        _ => "",
    };

    /// <summary>Whether the measure is the name, or its last word: <c>MacroF1</c>, <c>testAccuracy</c>.</summary>
    private static bool EndsWithMeasure(string name, string measure) =>
        name.EndsWith(measure, StringComparison.OrdinalIgnoreCase)
        && (name.Length == measure.Length || char.IsUpper(name[name.Length - measure.Length]) || !char.IsLetter(name[name.Length - measure.Length - 1]));

    private static IOperation Plain(IOperation operation) => operation switch
    {
        IConversionOperation { OperatorMethod: null } conversion => Plain(conversion.Operand),
        _ => operation,
    };
}
