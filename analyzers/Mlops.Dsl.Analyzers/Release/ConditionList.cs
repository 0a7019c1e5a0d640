using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Mlops.Dsl.Analyzers.Calls;

namespace Mlops.Dsl.Analyzers.Release;

/// <summary>Conditions, or results of gates, that are listed and then asked together: whether any of them holds, or all.</summary>
/// <param name="Each">What is asked of each.</param>
/// <param name="IsAny">Whether one that holds is enough.</param>
internal sealed record ConditionList(IReadOnlyList<IOperation> Each, bool IsAny)
{
    /// <summary>
    /// Reads <c>conditions.Any(holds => holds)</c>, <c>conditions.Contains(true)</c> and the like; null for any other call.
    /// </summary>
    public static ConditionList? Of(IInvocationOperation call, LocalWrites writes, CancellationToken cancellationToken)
    {
        bool? isAny = (call.TargetMethod.ContainingType.Name, call.TargetMethod.Name) switch
        {
            ("Enumerable" or "ImmutableArrayExtensions", "Any" or "First" or "FirstOrDefault" or "Count")
            or ("Array" or "List", "Exists" or "Find") => true,
            ("Enumerable" or "List" or "MemoryExtensions", "Contains") => true,
            ("Enumerable" or "ImmutableArrayExtensions", "All") or ("Array" or "List", "TrueForAll") => false,
            _ => null,
        };
        List<IOperation> given =
        [
            .. call.Instance is { } instance ? [instance] : Array.Empty<IOperation>(),
            .. call.Arguments.Select(static argument => argument.Value),
        ];
        if (
            isAny is null
            || given is not [var list, var question, ..]
            || CollectedResults.Of(list, writes.Body, writes) is not { } elements
        )
        {
            return null;
        }

        if (call.TargetMethod.Name == "Contains")
        {
            return Unconverted(question).ConstantValue is { HasValue: true, Value: true } ? new(elements, IsAny: true) : null;
        }

        return
            CalledBody.OfFunction(question, cancellationToken) is { } body
            && CalledBody.Results(body) is [var asked]
            && elements.Select(element => Asked(Unconverted(asked), element, cancellationToken)).ToList() is var each
            && each.TrueForAll(static one => one is not null)
            ? new(each.ConvertAll(static one => one!), isAny.Value)
            : null;
    }

    /// <summary>Whether one element that is as expected settles the answer.</summary>
    public bool IsEnough(bool expected) => IsAny == expected;

    /// <summary>
    /// What a function asks of an element: the element itself, whether the result that it is passed, or what it gives as a function.
    /// </summary>
    private static IOperation? Asked(IOperation asked, IOperation element, CancellationToken cancellationToken) =>
        asked switch
        {
            IParameterReferenceOperation => element,
            IPropertyReferenceOperation { Property.Name: "Passed", Instance: IParameterReferenceOperation } => element,
            IInvocationOperation { TargetMethod.MethodKind: MethodKind.DelegateInvoke, Instance: IParameterReferenceOperation } =>
                CalledBody.OfFunction(element, cancellationToken) is { } body && CalledBody.Results(body) is [var result] ? result : null,
            _ => null,
        };

    private static IOperation Unconverted(IOperation operation) =>
        operation is IConversionOperation conversion ? Unconverted(conversion.Operand) : operation;
}
