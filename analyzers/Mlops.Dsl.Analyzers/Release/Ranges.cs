using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Mlops.Dsl.Analyzers.Calls;

namespace Mlops.Dsl.Analyzers.Release;

/// <summary>
/// Tells between which numbers the value of an expression lies, whatever the data is. What it does not understand may be any number of its
/// type.
/// </summary>
/// <param name="writes">What is written to the locals of the body around.</param>
/// <param name="given">What is known of the parameters of a helper.</param>
/// <param name="depth">How many helpers are open.</param>
/// <param name="cancellationToken">Ends the search.</param>
internal sealed class Ranges(
    LocalWrites writes,
    IReadOnlyDictionary<ISymbol, Interval> given,
    int depth,
    CancellationToken cancellationToken
)
{
    private const int DeepestCall = 8;

    private readonly HashSet<ISymbol> _asked = new(SymbolEqualityComparer.Default);

    /// <summary>The constant that an expression is; null if it is none.</summary>
    public static double? Constant(IOperation operation) =>
        operation.ConstantValue is { HasValue: true, Value: { } value and not (string or bool or char) }
            ? Convert.ToDouble(value, CultureInfo.InvariantCulture)
        : operation is IConversionOperation conversion ? Constant(conversion.Operand)
        : null;

    /// <summary>The numbers that a value can be.</summary>
    public Interval Of(IOperation value) =>
        Constant(value) is { } constant
            ? Interval.Of(constant)
            : TypeRange.Of(Plain(value).Type).And(Measures.Named(Plain(value))).And(Find(Plain(value)));

    /// <summary>Whether a value is kept above a bound, or below it, by what computes it: <c>Math.Max(accuracy, required)</c>.</summary>
    public bool IsBounded(IOperation value, IOperation bound, bool isMinimum) => IsBounded(value, BoundPlace.Of(bound), isMinimum);

    private bool IsBounded(IOperation value, BoundPlace bound, bool isMinimum)
    {
        switch (Plain(value))
        {
            case ILocalReferenceOperation { Local: var local } when !writes.AddedTo(local).Any() && _asked.Add(local):
                var isBounded = writes.AllOf(local, written => IsBounded(written, bound, isMinimum));
                _asked.Remove(local);
                return isBounded;
            case IConditionalOperation { WhenFalse: { } otherwise } choice:
                return IsOneOfTwo(choice, otherwise, bound, isMinimum)
                    || (IsBounded(choice.WhenTrue, bound, isMinimum) && IsBounded(otherwise, bound, isMinimum));
            case IInvocationOperation
            {
                TargetMethod: { ContainingType.Name: "Math" or "MathF" or "Double", Name: var name },
                Arguments: [var first, var second, ..] and var arguments
            }:
                return name == (isMinimum ? "Max" : "Min")
                    ? bound.Is(first.Value) || bound.Is(second.Value)
                    : name == "Clamp" && arguments.Length == 3 && bound.Is(arguments[isMinimum ? 1 : 2].Value);
            case IInvocationOperation call:
                return IsBoundedBy(call, bound, isMinimum);
            case IPropertyReferenceOperation { Instance: { } holder } computed:
                return IsComputed(computed, holder, bound, isMinimum);
            default:
                return false;
        }
    }

    /// <summary>
    /// Whether a choice takes the greater, or the smaller, of a value and the bound: <c>measured &lt; goal ? measured : goal</c>.
    /// </summary>
    private static bool IsOneOfTwo(IConditionalOperation choice, IOperation otherwise, BoundPlace bound, bool isMinimum)
    {
        if (choice.Condition is not IBinaryOperation { OperatorMethod: null } comparison)
        {
            return false;
        }

        var (left, right) = (comparison.LeftOperand, comparison.RightOperand);
        var takesGreater = comparison.OperatorKind switch
        {
            BinaryOperatorKind.GreaterThan or BinaryOperatorKind.GreaterThanOrEqual => Bounds.IsSame(choice.WhenTrue, left)
                && Bounds.IsSame(otherwise, right),
            BinaryOperatorKind.LessThan or BinaryOperatorKind.LessThanOrEqual => Bounds.IsSame(choice.WhenTrue, right)
                && Bounds.IsSame(otherwise, left),
            _ => false,
        };
        var takesSmaller = comparison.OperatorKind switch
        {
            BinaryOperatorKind.LessThan or BinaryOperatorKind.LessThanOrEqual => Bounds.IsSame(choice.WhenTrue, left)
                && Bounds.IsSame(otherwise, right),
            BinaryOperatorKind.GreaterThan or BinaryOperatorKind.GreaterThanOrEqual => Bounds.IsSame(choice.WhenTrue, right)
                && Bounds.IsSame(otherwise, left),
            _ => false,
        };
        return (isMinimum ? takesGreater : takesSmaller) && (bound.Is(left) || bound.Is(right));
    }

    /// <summary>Whether a helper that is given the bound, or what holds it, gives nothing beyond it.</summary>
    private bool IsBoundedBy(IInvocationOperation call, BoundPlace bound, bool isMinimum)
    {
        if (depth >= DeepestCall || CalledBody.Of(call, cancellationToken) is not { } body)
        {
            return false;
        }

        var results = CalledBody.Results(body);
        var inner = new Ranges(LocalWrites.In(body), Arguments(call), depth + 1, cancellationToken);
        return results.Count > 0
            && bound.Given(call).Any(given => results.TrueForAll(result => given.Is(result) || inner.IsBounded(result, given, isMinimum)));
    }

    /// <summary>
    /// Whether a property is computed of the bound beside it, and gives nothing beyond: <c>Best =&gt; Math.Max(Ours, Theirs)</c>.
    /// </summary>
    private bool IsComputed(IPropertyReferenceOperation computed, IOperation holder, BoundPlace bound, bool isMinimum) =>
        depth < DeepestCall
        && bound.In(holder, static operand => operand is IInstanceReferenceOperation) is { Members.IsEmpty: false } beside
        && CalledBody.LastingValue(computed.Property, computed.SemanticModel, cancellationToken) is { } value
        && new Ranges(
            LocalWrites.In(value),
            new Dictionary<ISymbol, Interval>(SymbolEqualityComparer.Default),
            depth + 1,
            cancellationToken
        ).IsBounded(value, beside, isMinimum);

    /// <summary>What is known where a helper is called with arguments.</summary>
    public Dictionary<ISymbol, Interval> Arguments(IInvocationOperation call)
    {
        var arguments = new Dictionary<ISymbol, Interval>(SymbolEqualityComparer.Default);
        foreach (var argument in call.Arguments)
        {
            if (argument.Parameter is { RefKind: RefKind.None, OriginalDefinition: { } parameter })
            {
                arguments[parameter] = argument.Value.ConstantValue is { HasValue: true, Value: bool flag }
                    ? Interval.Of(flag ? 1 : 0)
                    : Of(argument.Value);
            }
        }

        return arguments;
    }

    private Interval Find(IOperation value) =>
        value switch
        {
            IParameterReferenceOperation parameter => given.TryGetValue(parameter.Parameter.OriginalDefinition, out var known)
                ? known
                : Interval.All,
            ILocalReferenceOperation local => OfLocal(local.Local),
            IUnaryOperation { OperatorKind: UnaryOperatorKind.Minus, OperatorMethod: null } minus => -Of(minus.Operand),
            IBinaryOperation { OperatorMethod: null } binary => OfBinary(binary),
            IConditionalOperation { WhenFalse: { } otherwise } choice => Of(choice.WhenTrue).Or(Of(otherwise)),
            ICoalesceOperation choice => Of(choice.Value).Or(Of(choice.WhenNull)),
            ISwitchExpressionOperation { Arms.Length: > 0 } choice => Union(choice.Arms.Select(arm => arm.Value)),
            IAwaitOperation awaited => Find(awaited.Operation),
            IIncrementOrDecrementOperation { Kind: OperationKind.Increment } => Interval.Of(1),
            IInvocationOperation call => OfCall(call),
            _ => Interval.All,
        };

    private Interval OfLocal(ILocalSymbol local)
    {
        if (!_asked.Add(local))
        {
            return Interval.All;
        }

        // What only grows is at least what it was.
        var (values, added) = (writes.Of(local), writes.AddedTo(local));
        var range =
            values is null || added.Any(value => Of(value).Low < 0) ? Interval.All
            : added.Count == 0 ? Union(values)
            : new(Union(values).Low, double.PositiveInfinity);
        _asked.Remove(local);
        return range;
    }

    private Interval OfBinary(IBinaryOperation binary)
    {
        var (left, right) = (binary.LeftOperand, binary.RightOperand);
        return binary.OperatorKind switch
        {
            BinaryOperatorKind.Add => Of(left) + Of(right),
            BinaryOperatorKind.Subtract => Of(left) - Of(right),
            BinaryOperatorKind.Multiply => Bounds.IsSame(left, right) ? Of(left).Abs() * Of(left).Abs() : Of(left) * Of(right),
            BinaryOperatorKind.Divide => Measures.IsShare(left, right) ? Interval.Share : Of(left) / Of(right),
            _ => Interval.All,
        };
    }

    private Interval OfCall(IInvocationOperation call)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (NumberFunctions.Of(call, Of) is { } known)
        {
            return known;
        }

        if (
            call.TargetMethod is { ContainingType.Name: "Enumerable" or "ParallelEnumerable" } query
            && call.Arguments is [{ Value: { } source }, ..]
        )
        {
            var elements = call.Arguments is [_, { Value: { } selector }] ? OfFunction(selector) : OfElements(source);
            return query.Name switch
            {
                "Sum" => new(elements.Low >= 0 ? 0 : double.NegativeInfinity, elements.High <= 0 ? 0 : double.PositiveInfinity),
                "Average" or "Min" or "Max" => elements,
                "First" or "Last" or "Single" or "ElementAt" => OfElements(source),
                _ => Interval.All,
            };
        }

        return depth < DeepestCall && CalledBody.Of(call, cancellationToken) is { } body ? OfBody(body, Arguments(call)) : Interval.All;
    }

    private Interval OfElements(IOperation sequence) =>
        sequence switch
        {
            IConversionOperation conversion => OfElements(conversion.Operand),
            IArrayCreationOperation { Initializer.ElementValues: { Length: > 0 } elements } => Union(elements),
            ICollectionExpressionOperation { Elements: { Length: > 0 } elements }
                when !elements.Any(static element => element is ISpreadOperation) => Union(elements),
            ILocalReferenceOperation local => OfAll(local.Local),
            IInvocationOperation
            {
                TargetMethod: { Name: "Select", ContainingType.Name: "Enumerable" or "ParallelEnumerable" },
                Arguments: [_, { Value: { } selector }]
            } => OfFunction(selector),
            IInvocationOperation
            {
                TargetMethod: { ContainingType.Name: "Enumerable" or "ParallelEnumerable" } kept,
                Arguments: [{ Value: { } source }, ..]
            } => kept.Name
                is "Where"
                    or "Order"
                    or "OrderDescending"
                    or "Take"
                    or "Skip"
                    or "ToList"
                    or "ToArray"
                    or "AsEnumerable"
                    or "AsParallel"
                    or "Distinct"
                    or "Reverse"
                ? OfElements(source)
                : Interval.All,
            _ => Interval.All,
        };

    private Interval OfAll(ILocalSymbol local)
    {
        if (writes.Of(local) is not { } values || writes.AddedTo(local).Any() || !_asked.Add(local))
        {
            return Interval.All;
        }

        var range = writes.IsOnlyRead(local) ? values.Select(OfElements).Aggregate((all, next) => all.Or(next)) : Interval.All;
        _asked.Remove(local);
        return range;
    }

    private Interval OfFunction(IOperation function) =>
        depth < DeepestCall && CalledBody.OfFunction(function, cancellationToken) is { } body ? OfBody(body, given) : Interval.All;

    private Interval OfBody(IOperation body, IReadOnlyDictionary<ISymbol, Interval> parameters)
    {
        var results = CalledBody.Results(body);
        var inner = new Ranges(LocalWrites.In(body), parameters, depth + 1, cancellationToken);
        return results.Count == 0 ? Interval.All : results.Select(inner.Of).Aggregate((all, next) => all.Or(next));
    }

    private Interval Union(IEnumerable<IOperation> values) => values.Select(Of).Aggregate((all, next) => all.Or(next));

    /// <summary>An expression without the conversions of numbers around it.</summary>
    public static IOperation Plain(IOperation operation) =>
        operation switch
        {
            IConversionOperation { OperatorMethod: null } conversion => Plain(conversion.Operand),
            _ => operation,
        };
}
