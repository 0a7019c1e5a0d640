using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Mlops.Dsl.Analyzers.Flow;

/// <summary>Which part knows which operation. One that no method here knows has the marks of its parts.</summary>
internal sealed partial class FlowFrame
{
    public override FlowValue DefaultVisit(IOperation operation, object? argument)
    {
        var value = FlowValue.None;
        foreach (var child in operation.ChildOperations)
        {
            value = value.Join(Evaluate(child));
        }

        return value;
    }

    public override FlowValue VisitLocalReference(ILocalReferenceOperation operation, object? argument) =>
        _outside.Read(operation.Local, operation.Local.Type, operation, _context.State[operation.Local]);

    public override FlowValue VisitParameterReference(IParameterReferenceOperation operation, object? argument)
    {
        var parameter = operation.Parameter;
        var state = _context.State;
        var value =
            state.Contains(parameter) ? state[parameter]
            : parameter.ContainingSymbol is INamedTypeSymbol ? state[FlowState.Receiver]
            : parameter.ContainingSymbol is IMethodSymbol { MethodKind: MethodKind.Constructor }
                ? state[FlowState.Receiver].Member(PartNames.Captured(parameter))
            : FlowValue.None;
        return _outside.Read(parameter, parameter.Type, operation, value.With(_context.Symbols.Of(parameter).Given));
    }

    public override FlowValue VisitInstanceReference(IInstanceReferenceOperation operation, object? argument) =>
        _context.State[FlowState.Receiver];

    public override FlowValue VisitFieldReference(IFieldReferenceOperation operation, object? argument) =>
        operation.Instance is null ? _members.Static(operation.Field) : _members.Field(operation.Field, Evaluate(operation.Instance));

    public override FlowValue VisitPropertyReference(IPropertyReferenceOperation operation, object? argument)
    {
        var instance = Evaluate(operation.Instance);
        return _members.Property(operation, instance, _calls.Arguments(operation.Arguments, operation.Property.Parameters));
    }

    public override FlowValue VisitEventReference(IEventReferenceOperation operation, object? argument) =>
        Evaluate(operation.Instance).Member(operation.Event.Name);

    public override FlowValue VisitNameOf(INameOfOperation operation, object? argument) => FlowValue.None;

    public override FlowValue VisitInvocation(IInvocationOperation operation, object? argument)
    {
        var instance = Evaluate(operation.Instance);
        var arguments = _calls.Arguments(operation.Arguments, operation.TargetMethod.Parameters);
        return Call(new CallSite(operation.TargetMethod, operation, operation.Instance, instance, arguments), operation.IsVirtual);
    }

    public override FlowValue VisitObjectCreation(IObjectCreationOperation operation, object? argument)
    {
        if (operation.Constructor is not { } constructor)
        {
            return DefaultVisit(operation, argument);
        }

        var arguments = _calls.Arguments(operation.Arguments, constructor.Parameters);
        var created = Call(new CallSite(constructor, operation, Object: null, FlowValue.None, arguments), isVirtual: false);

        // A graph has taken initializers apart, but for those of collections that it does not know.
        return operation.Initializer is null ? created : created.Join(Evaluate(operation.Initializer));
    }

    public override FlowValue VisitConversion(IConversionOperation operation, object? argument) =>
        _operators.Converted(operation, Evaluate(operation.Operand));

    public override FlowValue VisitBinaryOperator(IBinaryOperation operation, object? argument)
    {
        var left = Evaluate(operation.LeftOperand);
        return _operators.Combined(operation, left, Evaluate(operation.RightOperand));
    }

    public override FlowValue VisitInterpolatedString(IInterpolatedStringOperation operation, object? argument) =>
        OpenRows.Printed(operation, DefaultVisit(operation, argument), _context);

    public override FlowValue VisitIsPattern(IIsPatternOperation operation, object? argument) =>
        _patterns.Matched(operation.Pattern, Evaluate(operation.Value));

    public override FlowValue VisitTuple(ITupleOperation operation, object? argument)
    {
        var tuple = FlowValue.None;
        for (var i = 0; i < operation.Elements.Length; i++)
        {
            tuple = tuple.WithMember(PartNames.TupleElement(i), Evaluate(operation.Elements[i]));
        }

        return tuple;
    }

    public override FlowValue VisitAnonymousObjectCreation(IAnonymousObjectCreationOperation operation, object? argument)
    {
        var value = FlowValue.None;
        foreach (var initializer in operation.Initializers.OfType<ISimpleAssignmentOperation>())
        {
            if (initializer.Target is IPropertyReferenceOperation target)
            {
                value = value.WithMember(target.Property.Name, Evaluate(initializer.Value));
            }
        }

        return value;
    }

    public override FlowValue VisitArrayInitializer(IArrayInitializerOperation operation, object? argument) =>
        _pairs.Named(operation.ElementValues, DefaultVisit(operation, argument));

    public override FlowValue VisitCollectionExpression(ICollectionExpressionOperation operation, object? argument) =>
        JoinedSets.Of(operation, _pairs.Named(operation.Elements, DefaultVisit(operation, argument)), _context);

    public override FlowValue VisitSpread(ISpreadOperation operation, object? argument) =>
        KeyedValues.Ungrouped(operation.Operand.Type, operation.ElementType, Evaluate(operation.Operand));

    public override FlowValue VisitFlowAnonymousFunction(IFlowAnonymousFunctionOperation operation, object? argument) =>
        FlowValue.Of(_captures.Nested(operation.Symbol, _context.Body.Nested(operation)));

    public override FlowValue VisitMethodReference(IMethodReferenceOperation operation, object? argument)
    {
        var method = operation.Method;
        return FlowValue.Of(
            method.MethodKind == MethodKind.LocalFunction && _context.Body.LocalFunction(method.OriginalDefinition) is { } body
                ? _captures.Nested(method, body)
                : Captures.OfMethod(method, Evaluate(operation.Instance))
        );
    }

    public override FlowValue VisitReturn(IReturnOperation operation, object? argument)
    {
        // Only yield return is left in a graph.
        if (operation.ReturnedValue is { } value)
        {
            Return(value, Evaluate(value));
        }

        return FlowValue.None;
    }

    public override FlowValue VisitFlowCapture(IFlowCaptureOperation operation, object? argument)
    {
        _places.Alias(operation);
        _context.State[operation.Id] = Evaluate(operation.Value).With(_context.Choice | _branches.Told(operation.Value));
        return FlowValue.None;
    }

    public override FlowValue VisitFlowCaptureReference(IFlowCaptureReferenceOperation operation, object? argument) =>
        _context.State[operation.Id];

    public override FlowValue VisitSimpleAssignment(ISimpleAssignmentOperation operation, object? argument)
    {
        var value = _branches.Decided(operation.Value, Evaluate(operation.Value));
        _places.Alias(operation);
        _writers.Add(operation.Target, operation.Value);
        _assignments.Assign(operation.Target, value, operation.Value);
        return value;
    }

    public override FlowValue VisitCompoundAssignment(ICompoundAssignmentOperation operation, object? argument)
    {
        var before = Evaluate(operation.Target);
        var after = before.Join(_branches.Decided(operation.Value, Evaluate(operation.Value)));
        var value = LoopSums.Of(operation, after, _context.Engine.Rules);
        _assignments.Assign(operation.Target, value, operation.Value);
        return value;
    }

    public override FlowValue VisitDeconstructionAssignment(IDeconstructionAssignmentOperation operation, object? argument)
    {
        var value = Evaluate(operation.Value);
        _assignments.Deconstruct(operation.Target, value, operation.Value, operation.Value.Type);
        return value;
    }

    public override FlowValue VisitDeclarationExpression(IDeclarationExpressionOperation operation, object? argument) =>
        Evaluate(operation.Expression);

    /// <summary>One more or less, under a condition, or at a place that is chosen.</summary>
    public override FlowValue VisitIncrementOrDecrement(IIncrementOrDecrementOperation operation, object? argument)
    {
        var value = Evaluate(operation.Target);
        if (_branches.Decision != Mark.None)
        {
            value = value.With(_branches.Decision);
            Store(operation.Target, value, isWhole: true);
        }
        else if (_places.PlaceMarks(operation.Target) != Mark.None)
        {
            Store(operation.Target, FlowValue.None, isWhole: false);
        }

        return value;
    }

    public override FlowValue VisitEventAssignment(IEventAssignmentOperation operation, object? argument)
    {
        var handler = Evaluate(operation.HandlerValue);
        if (operation is { Adds: true, EventReference: IEventReferenceOperation { Instance: { } instance } raised })
        {
            _places.StoreMember(instance, raised.Event.Name, handler, isWhole: false);
        }

        return FlowValue.None;
    }
}
