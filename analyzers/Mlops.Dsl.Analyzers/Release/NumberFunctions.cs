using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Mlops.Dsl.Analyzers.Release;

/// <summary>The framework's functions of numbers, by the numbers that they can give.</summary>
internal static class NumberFunctions
{
    /// <summary>What a call gives, told what its arguments can be; null if it is none of these.</summary>
    public static Interval? Of(IInvocationOperation call, Func<IOperation, Interval> range)
    {
        var method = call.TargetMethod;
        if (
            !method.IsStatic
            || method.ContainingType is not { ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } } type
            || !IsOfNumbers(type)
        )
        {
            return null;
        }

        Interval[] given =
        [
            .. call.Arguments.OrderBy(static argument => argument.Parameter?.Ordinal).Select(argument => range(argument.Value)),
        ];
        return (method.Name, given) switch
        {
            ("Abs", [var value]) => value.Abs(),
            ("Max" or "MaxNumber", [var left, var right]) => left.Max(right),
            ("Min" or "MinNumber", [var left, var right]) => left.Min(right),
            ("Clamp", [var value, var low, var high]) => value.Max(low).Min(high),
            ("Sqrt" or "Exp" or "Exp2" or "Exp10" or "Cosh", _) => Interval.NotNegative,
            ("Pow", [_, var power]) => power.Low == power.High && power.Low % 2 == 0 ? Interval.NotNegative
            : given[0].Low >= 0 ? Interval.NotNegative
            : null,
            ("Sin" or "Cos" or "Tanh" or "Sign", _) => new(-1, 1),
            ("Floor" or "Ceiling" or "Round" or "Truncate", [var value, ..]) => new(Math.Floor(value.Low), Math.Ceiling(value.High)),
            _ => null,
        };
    }

    private static bool IsOfNumbers(INamedTypeSymbol type) =>
        type.Name is "Math" or "MathF" or "Half" || type.SpecialType is >= SpecialType.System_SByte and <= SpecialType.System_Double;
}
