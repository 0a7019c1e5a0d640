using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Mlops.Dsl.Analyzers.Calls;
using Mlops.Dsl.Analyzers.Infrastructure;

namespace Mlops.Dsl.Analyzers.Origins;

/// <summary>Reads from an expression where its value comes from.</summary>
internal sealed class OriginReader(MemberTable members, KnownTypes types)
{
    private readonly ConcurrentDictionary<Member, Func<ImmutableArray<Origin>, Origin>?> _functions = new();

    /// <summary>Where the value of an expression comes from.</summary>
    public Origin Read(IOperation? value)
    {
        if (value is null)
        {
            return Origin.None;
        }

        if (value.ConstantValue is { HasValue: true, Value: var constant })
        {
            return constant is string text ? new Origin.Constant(text) : Origin.None;
        }

        return value.Kind switch
        {
            OperationKind.LocalReference => new Origin.Place(((ILocalReferenceOperation)value).Local),
            OperationKind.ParameterReference => OfParameter(((IParameterReferenceOperation)value).Parameter),
            OperationKind.FieldReference => OfField((IFieldReferenceOperation)value),
            OperationKind.PropertyReference => OfProperty((IPropertyReferenceOperation)value),
            OperationKind.Invocation => OfCall((IInvocationOperation)value),
            OperationKind.ObjectCreation => OfCreation((IObjectCreationOperation)value),
            OperationKind.Argument => Read(((IArgumentOperation)value).Value),
            OperationKind.Binary or OperationKind.Conversion or OperationKind.Unary when OfOperator(value) is { } made => made,
            OperationKind.Binary => OfSum(Unconverted(Leftmost((IBinaryOperation)value))),
            OperationKind.InterpolatedString => OfInterpolation((IInterpolatedStringOperation)value),
            OperationKind.Conversion => Read(((IConversionOperation)value).Operand),
            OperationKind.Await => Read(((IAwaitOperation)value).Operation),
            OperationKind.Conditional => OfChoice(((IConditionalOperation)value).WhenTrue, ((IConditionalOperation)value).WhenFalse),
            OperationKind.Coalesce => OfChoice(((ICoalesceOperation)value).Value, ((ICoalesceOperation)value).WhenNull),
            OperationKind.SwitchExpression => Origin.All(((ISwitchExpressionOperation)value).Arms.Select(arm => Read(arm.Value))),
            OperationKind.ConditionalAccess => Read(((IConditionalAccessOperation)value).WhenNotNull),
            OperationKind.ConditionalAccessInstance => Read(Accessed(value)),
            OperationKind.Parenthesized => Read(((IParenthesizedOperation)value).Operand),
            OperationKind.Tuple => new Origin.Tuple([.. ((ITupleOperation)value).Elements.Select(Read)]),
            OperationKind.ArrayCreation => OfAll(((IArrayCreationOperation)value).Initializer?.ElementValues ?? []),
            OperationKind.CollectionExpression => OfAll(((ICollectionExpressionOperation)value).Elements),
            OperationKind.Spread => Read(((ISpreadOperation)value).Operand),
            OperationKind.ArrayElementReference => Read(((IArrayElementReferenceOperation)value).ArrayReference),
            OperationKind.ImplicitIndexerReference => Read(((IImplicitIndexerReferenceOperation)value).Instance),
            OperationKind.DelegateCreation => Read(((IDelegateCreationOperation)value).Target),
            OperationKind.AnonymousFunction => new Origin.Place(((IAnonymousFunctionOperation)value).Symbol),
            OperationKind.MethodReference => new Origin.Place(members.Of(((IMethodReferenceOperation)value).Method).Symbol),
            OperationKind.TranslatedQuery => Read(((ITranslatedQueryOperation)value).Operation),
            OperationKind.DeclarationExpression => Read(((IDeclarationExpressionOperation)value).Expression),
            OperationKind.With => Read(((IWithOperation)value).Operand),
            _ => value is IAssignmentOperation assignment ? Read(assignment.Value) : Origin.None,
        };
    }

    /// <summary>Where what a call is given comes from: its receiver and its arguments, as far as they can carry a path.</summary>
    public List<Origin> Inputs(IInvocationOperation call)
    {
        var inputs = new List<Origin>();
        if (call.Instance is { } instance && CanCarry(instance))
        {
            inputs.Add(Read(instance));
        }

        foreach (var argument in call.Arguments)
        {
            if (CanCarry(argument.Value) && argument.Parameter?.RefKind != RefKind.Out)
            {
                inputs.Add(Read(argument.Value));
            }
        }

        return inputs;
    }

    /// <summary>The operands of an operator or conversion of the compilation's own, and what runs there; null if it is none.</summary>
    public (IMethodSymbol Method, ImmutableArray<IOperation> Operands)? Operator(IOperation value) =>
        value switch
        {
            IConversionOperation { OperatorMethod: { } method } conversion => members.Of(method) is { IsOwn: true }
                ? (method.OriginalDefinition, [conversion.Operand])
                : null,
            IUnaryOperation { OperatorMethod: { } method } unary => members.Of(method) is { IsOwn: true }
                ? (method.OriginalDefinition, [unary.Operand])
                : null,
            IBinaryOperation { OperatorMethod: { } method } binary => members.Of(method) is { IsOwn: true }
                ? (method.OriginalDefinition, [binary.LeftOperand, binary.RightOperand])
                : null,
            _ => null,
        };

    private Origin.Call? OfOperator(IOperation value) =>
        Operator(value) is not { } called
            ? null
            : new Origin.Call(
                called.Method,
                [
                    .. called.Operands.Select(
                        (operand, i) =>
                            i < called.Method.Parameters.Length && PathTypes.Includes(called.Method.Parameters[i].Type)
                                ? Read(operand)
                                : null
                    ),
                ]
            );

    private static bool CanCarry(IOperation value) => PathTypes.Includes(Unconverted(value).Type);

    private static Origin.Place OfParameter(IParameterSymbol parameter) =>
        parameter.ContainingSymbol is IMethodSymbol { MethodKind: MethodKind.PropertySet, AssociatedSymbol: IPropertySymbol set }
        && parameter.Ordinal == set.Parameters.Length
            ? new Origin.Place(set.Canonical())
            : new Origin.Place(parameter.CanonicalParameter());

    private Origin OfAll(ImmutableArray<IOperation> elements)
    {
        var parts = default(Origin.Parts);
        foreach (var element in elements)
        {
            parts.Add(Read(element));
        }

        return parts.ToAll();
    }

    private Origin OfChoice(IOperation first, IOperation? second)
    {
        var parts = default(Origin.Parts);
        parts.Add(Read(first));
        parts.Add(Read(second));
        return parts.ToAll();
    }

    private Origin OfCreation(IObjectCreationOperation creation)
    {
        var parts = default(Origin.Parts);
        foreach (var argument in creation.Arguments)
        {
            parts.Add(Read(argument.Value));
        }

        foreach (var element in creation.Initializer?.Initializers ?? [])
        {
            parts.Add(element is IInvocationOperation add ? Origin.All(add.Arguments.Select(Read)) : Read(element));
        }

        return parts.ToAny();
    }

    private Origin OfField(IFieldReferenceOperation reference) =>
        reference.Field.ContainingType is { IsTupleType: true } tuple
            ? Origin.ElementOf(Read(reference.Instance), Ordinal(tuple, reference.Field))
        : members.Of(reference.Field) is { IsOwn: true } own ? new Origin.Place(own.Symbol)
        : reference.Instance is null ? Origin.Outside
        : Read(reference.Instance);

    /// <summary>The position of an element that may be named or called Item1; -1 if the code is too broken to tell.</summary>
    private static int Ordinal(INamedTypeSymbol tuple, IFieldSymbol element)
    {
        for (var i = 0; i < tuple.TupleElements.Length; i++)
        {
            if (tuple.TupleElements[i].Name == element.Name || element.Name == "Item" + (i + 1).ToString(CultureInfo.InvariantCulture))
            {
                return i;
            }
        }

        return -1;
    }

    private Origin OfProperty(IPropertyReferenceOperation reference)
    {
        var property = reference.Property;
        if (property.Name == "TemporaryDirectory" && IsStageContext(property.ContainingType))
        {
            return new Origin.Temporary();
        }

        if (property.ContainingType.Is(types.FileArtifact))
        {
            return property.Name != "Location" ? Origin.Outside
                : Read(reference.Instance) is Origin.Temporary own ? own
                : new Origin.ArtifactFile();
        }

        return members.Of(property) is { IsOwn: true } declared ? new Origin.Place(declared.Symbol)
            : reference.Instance is null ? Origin.Outside
            : property.Name is "Directory" or "DirectoryName" or "Parent" ? new Origin.Derived(Read(reference.Instance))
            : Read(reference.Instance);
    }

    private Origin OfCall(IInvocationOperation call)
    {
        var called = members.Of(call.TargetMethod);
        if (called.IsOwn && called.Symbol is IMethodSymbol { MethodKind: not MethodKind.DelegateInvoke } method)
        {
            return new Origin.Call(method, Arguments(call, method.Parameters.Length));
        }

        if (!_functions.TryGetValue(called, out var function))
        {
            function = _functions.GetOrAdd(called, FindFunction);
        }

        if (function is not null)
        {
            return function([.. call.Arguments.OrderBy(static argument => argument.Parameter?.Ordinal).Select(Read)]);
        }

        var inputs = Inputs(call);
        return inputs.Count == 0 ? Origin.Outside : Origin.Any(inputs);
    }

    private ImmutableArray<Origin?> Arguments(IInvocationOperation call, int count)
    {
        var arguments = ImmutableArray<Origin?>.Empty;
        foreach (var argument in call.Arguments)
        {
            if (argument.Parameter is { } parameter && parameter.Ordinal < count && PathTypes.Includes(parameter.Type))
            {
                arguments = arguments.IsEmpty ? [.. new Origin?[count]] : arguments;
                arguments = arguments[parameter.Ordinal] is null ? arguments.SetItem(parameter.Ordinal, Read(argument.Value)) : arguments;
            }
        }

        return arguments;
    }

    /// <summary>What a function of another assembly makes of its arguments; null if it is none that is known.</summary>
    private Func<ImmutableArray<Origin>, Origin>? FindFunction(Member called) =>
        called.Symbol is not IMethodSymbol method ? null
        : IsStageContext(method.ContainingType) ? static _ => new Origin.Temporary()
        : PathFunctions.Find(method);

    private Origin OfSum(IOperation first) => IsNoPath(first.Type) ? new Origin.Constant("") : new Origin.Derived(Read(first));

    /// <summary>Whether a text that begins with a value of a type begins with no folder: a number, a date, an identifier.</summary>
    private bool IsNoPath(ITypeSymbol? type) => type is { IsValueType: true } && !PathTypes.Includes(type) && !members.Of(type).IsOwn;

    private Origin OfInterpolation(IInterpolatedStringOperation text) =>
        text.Parts.FirstOrDefault() switch
        {
            IInterpolatedStringTextOperation { Text.ConstantValue: { HasValue: true, Value: string start } } => new Origin.Constant(start),
            IInterpolationOperation hole when IsNoPath(hole.Expression.Type) => new Origin.Constant(""),
            IInterpolationOperation hole => text.Parts.Length == 1 ? Read(hole.Expression) : new Origin.Derived(Read(hole.Expression)),
            _ => Origin.None,
        };

    private bool IsStageContext(INamedTypeSymbol? type)
    {
        for (var current = type; current is not null; current = current.BaseType)
        {
            if (current.Is(types.StageContext))
            {
                return true;
            }
        }

        return false;
    }

    private static IOperation Leftmost(IBinaryOperation binary)
    {
        IOperation left = binary;
        while (left is IBinaryOperation { LeftOperand: var operand })
        {
            left = operand;
        }

        return left;
    }

    private static IOperation? Accessed(IOperation instance)
    {
        for (var (child, parent) = (instance, instance.Parent); parent is not null; (child, parent) = (parent, parent.Parent))
        {
            if (parent is IConditionalAccessOperation access && access.WhenNotNull == child)
            {
                return access.Operation;
            }
        }

        return null;
    }

    private static IOperation Unconverted(IOperation value) =>
        value is IConversionOperation conversion ? Unconverted(conversion.Operand) : value;
}
