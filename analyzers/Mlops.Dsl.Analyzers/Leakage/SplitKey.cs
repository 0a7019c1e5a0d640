using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Mlops.Dsl.Analyzers.Flow;
using Mlops.Dsl.Analyzers.Vocabulary;

namespace Mlops.Dsl.Analyzers.Leakage;

/// <summary>What the function says that tells a split which rows belong together, or in which order they came to be.</summary>
internal static class SplitKey
{
    private const int MaximumDepth = 4;

    // What begins anew each year, month, week or day.
    private static readonly HashSet<string> Cyclic = new(StringComparer.Ordinal)
    {
        "Month",
        "Day",
        "DayOfYear",
        "DayOfWeek",
        "Hour",
        "Minute",
        "Second",
        "Millisecond",
        "TimeOfDay",
        "GetWeekOfYear",
        "GetDayOfYear",
        "GetDayOfMonth",
        "GetDayOfWeek",
        "GetMonth",
        "GetHour",
    };

    /// <summary>The columns that a key has as they are, alone or beside others: <c>(visit.Patient, visit.Number)</c>.</summary>
    public static IEnumerable<IPropertySymbol> Columns(FlowCall call, FlowArgument function) =>
        Code(call, function).OfType<IPropertyReferenceOperation>().Where(static read => IsWhole(read)).Select(static read => read.Property);

    /// <summary>The part of a time that a key is made of alone, and that begins again and again; null if there is none.</summary>
    public static string? CyclicPart(FlowCall call, FlowArgument function)
    {
        var parts = Code(call, function)
            .Select(static operation =>
                operation switch
                {
                    IPropertyReferenceOperation { Property: var property } when IsTime(property.ContainingType) => property.Name,
                    IInvocationOperation { TargetMethod: var method } when IsTime(method.ContainingType) => method.Name,
                    _ => null,
                }
            )
            .OfType<string>()
            .ToList();
        return parts.Count > 0 && parts.TrueForAll(Cyclic.Contains) ? parts[0] : null;
    }

    private static bool IsTime(INamedTypeSymbol? type) =>
        type
            is { Name: "DateTime" or "DateOnly" or "DateTimeOffset", ContainingNamespace.Name: "System" }
                or { Name: "ISOWeek" or "Calendar" or "GregorianCalendar", ContainingNamespace.Name: "Globalization" };

    private static bool IsWhole(IOperation read) =>
        read.Parent switch
        {
            null or IFlowCaptureOperation => true,
            IConversionOperation
            or ITupleOperation
            or IInterpolationOperation
            or IInterpolatedStringOperation
            or IAnonymousObjectCreationOperation
            or IArrayInitializerOperation
            or IArrayCreationOperation => IsWhole(read.Parent),
            ISimpleAssignmentOperation { Parent: IAnonymousObjectCreationOperation } member => member.Value == read,
            IBinaryOperation { OperatorKind: BinaryOperatorKind.Add, Type.SpecialType: SpecialType.System_String } sum => IsWhole(sum),
            IArgumentOperation { Parent: IObjectCreationOperation made } => IsWhole(made),
            IArgumentOperation
            {
                Parent: IInvocationOperation { TargetMethod.Name: "Concat" or "Join" or "Combine" or "Create" or "Format" } made
            } => IsWhole(made),
            IInvocationOperation { TargetMethod.Name: "ToString" } text => IsWhole(text),
            _ => false,
        };

    /// <summary>The operations of a function, and of the user's code that it calls.</summary>
    private static IEnumerable<IOperation> Code(FlowCall call, FlowArgument function)
    {
        var seen = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        return function
            .Value.Functions.SelectMany(f => f.Body is { } body ? [body] : call.Reach(f.Symbol))
            .SelectMany(body => Code(call, body, seen, depth: 0));
    }

    private static IEnumerable<IOperation> Code(FlowCall call, FlowBody body, HashSet<ISymbol> seen, int depth)
    {
        foreach (
            var operation in body
                .Graph.Blocks.SelectMany(static block => block.BranchValue is { } value ? block.Operations.Add(value) : block.Operations)
                .SelectMany(static step => step.DescendantsAndSelf())
        )
        {
            yield return operation;
            var called = operation switch
            {
                IInvocationOperation invocation => invocation.TargetMethod,
                IPropertyReferenceOperation { Property.GetMethod: { IsImplicitlyDeclared: false } getter } => getter,
                _ => null,
            };
            if (
                called is not null
                && depth < MaximumDepth
                && called.Locations.Any(static location => location.IsInSource)
                && seen.Add(called.OriginalDefinition)
            )
            {
                foreach (var inner in call.Reach(called).SelectMany(next => Code(call, next, seen, depth + 1)))
                {
                    yield return inner;
                }
            }
        }
    }
}
