using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Mlops.Dsl.Analyzers.Calls;
using Mlops.Dsl.Analyzers.Vocabulary;

namespace Mlops.Dsl.Analyzers.Flow;

/// <summary>What expressions give. One that no method here knows has the marks of its parts.</summary>
internal sealed partial class FlowFrame
{
    // A function may capture itself, through a list that it is added to or an object that keeps it.
    private const int MaximumNesting = 2;

    private const Mark OfSets = Mark.Train | Mark.Validation | Mark.Test | Mark.Fitted;

    // What a temporary of the graph stands for, for assignments through it.
    private Dictionary<CaptureId, IOperation>? _temporaries;

    private FlowValue Evaluate(IOperation? operation)
    {
        if (operation is null or { ConstantValue.HasValue: true })
        {
            return FlowValue.None;
        }

        var value = Visit(operation, null) ?? FlowValue.None;
        return Closed(operation, value).With(_engine.Symbols.Of(operation.Type).Given);
    }

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
        FromOutside(operation.Local, operation.Local.Type, operation, _state[operation.Local]);

    public override FlowValue VisitParameterReference(IParameterReferenceOperation operation, object? argument)
    {
        var parameter = operation.Parameter;
        var value =
            _state.Contains(parameter) ? _state[parameter]
            : parameter.ContainingSymbol is INamedTypeSymbol ? _state[FlowState.Receiver]
            : parameter.ContainingSymbol is IMethodSymbol { MethodKind: MethodKind.Constructor }
                ? _state[FlowState.Receiver].Member(CapturedParameter(parameter))
            : FlowValue.None;
        return FromOutside(parameter, parameter.Type, operation, value.With(_engine.Symbols.Of(parameter).Given));
    }

    public override FlowValue VisitInstanceReference(IInstanceReferenceOperation operation, object? argument) => _state[FlowState.Receiver];

    public override FlowValue VisitFieldReference(IFieldReferenceOperation operation, object? argument) =>
        Marked(
            operation.Field,
            operation.Instance is null
                ? Initial(operation.Field, operation.Field.Type, FlowValue.None).Join(_engine.Statics.Find(operation.Field))
                : ReadField(operation.Field, Evaluate(operation.Instance))
        );

    private FlowValue ReadField(IFieldSymbol field, FlowValue instance) =>
        field.ContainingType.IsTupleType
            ? instance.Element(Name(field))
            : instance.Member(Name(field)).Join(Initial(field, field.Type, instance));

    public override FlowValue VisitPropertyReference(IPropertyReferenceOperation operation, object? argument)
    {
        var property = operation.Property;
        var instance = Evaluate(operation.Instance);
        var arguments = Arguments(operation.Arguments, property.Parameters);
        SeeAsked(property, operation, instance);
        return Marked(property, instance, ReadProperty(property, operation, instance, arguments));
    }

    /// <summary>What a column gives: one that was set to what a declared transformation made is not what it is declared as.</summary>
    private FlowValue Marked(IPropertySymbol column, FlowValue row, FlowValue value) =>
        row.IsSet(column.Name, Mark.Deidentified) && _engine.Symbols.Of(column) is var facts
            ? value.Without(facts.Removed).With(facts.Given & ~Mark.Pii)
            : Marked(column, value);

    private FlowValue Marked(ISymbol member, FlowValue value) => Marked(_engine.Symbols.Of(member), value);

    private static FlowValue Marked(SymbolFacts facts, FlowValue value) => value.Without(facts.Removed).With(facts.Given);

    private FlowValue ReadProperty(
        IPropertySymbol property,
        IOperation site,
        FlowValue instance,
        System.Collections.Immutable.ImmutableArray<FlowArgument> arguments
    )
    {
        if (property.GetMethod is { } getter && FollowedTargets(getter) is { Length: > 0 } targets)
        {
            return Follow(targets, site, instance, arguments, (site as IPropertyReferenceOperation)?.Instance);
        }

        // A property of a library's type gives something that is in the object; an indexer, what is under the key that it is given.
        return HasMembers(property)
            ? instance
                .Member(property.Name)
                .Join(Initial(property, property.Type, instance))
                .Join(property.IsStatic ? _engine.Statics.Find(property) : FlowValue.None)
            : ReadLibrary(property, instance, arguments is [var key] ? key.Operation : null)
                .With(arguments.Aggregate(Mark.None, static (all, a) => all | a.Value.All) & _engine.Symbols.Told);
    }

    public override FlowValue VisitConversion(IConversionOperation operation, object? argument)
    {
        var operand = Evaluate(operation.Operand);
        return operation.OperatorMethod is { } method && FollowedTargets(method) is { Length: > 0 } targets
                ? Follow(
                    targets,
                    operation,
                    FlowValue.None,
                    [new FlowArgument(method.Parameters[0], operation.Operand, operand)],
                    instanceOperation: null
                )
            : PersonalRow.Is(operation.Operand.Type) && OpenTypes.Include(operation.Type) ? operand.With(Mark.PersonalRow)
            : Ungrouped(operation.Operand.Type, operation.Type, operand);
    }

    public override FlowValue VisitSpread(ISpreadOperation operation, object? argument) =>
        Ungrouped(operation.Operand.Type, operation.ElementType, Evaluate(operation.Operand));

    public override FlowValue VisitBinaryOperator(IBinaryOperation operation, object? argument)
    {
        var left = Evaluate(operation.LeftOperand);
        var right = Evaluate(operation.RightOperand);
        return operation.OperatorMethod is { Parameters.Length: 2 } method && FollowedTargets(method) is { Length: > 0 } targets
                ? Follow(
                    targets,
                    operation,
                    FlowValue.None,
                    [
                        new FlowArgument(method.Parameters[0], operation.LeftOperand, left),
                        new FlowArgument(method.Parameters[1], operation.RightOperand, right),
                    ],
                    instanceOperation: null
                )
            : operation.Type?.SpecialType == SpecialType.System_Boolean ? left.Join(right).Without(_engine.Symbols.Untold)
            : operation.Type?.SpecialType == SpecialType.System_String && ((left.Own | right.Own) & Mark.PersonalRow) != Mark.None
                ? left.Join(right).With(Mark.Pii)
            : left.Join(right).Without(Mark.Smaller | Mark.Larger).With(_engine.Symbols.Combined(left.All, right.All));
    }

    public override FlowValue VisitTuple(ITupleOperation operation, object? argument)
    {
        var tuple = FlowValue.None;
        for (var i = 0; i < operation.Elements.Length; i++)
        {
            tuple = tuple.WithMember(TupleElement(i), Evaluate(operation.Elements[i]));
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

    public override FlowValue VisitFlowCapture(IFlowCaptureOperation operation, object? argument)
    {
        _temporaries ??= [];
        _temporaries[operation.Id] = operation.Value;
        _state[operation.Id] = Evaluate(operation.Value).With(_choice | Told(operation.Value.Syntax));
        return FlowValue.None;
    }

    public override FlowValue VisitFlowCaptureReference(IFlowCaptureReferenceOperation operation, object? argument) => _state[operation.Id];

    public override FlowValue VisitReturn(IReturnOperation operation, object? argument)
    {
        // Only yield return is left in a graph.
        if (operation.ReturnedValue is { } value)
        {
            Return(value, Evaluate(value));
        }

        return FlowValue.None;
    }

    public override FlowValue VisitFlowAnonymousFunction(IFlowAnonymousFunctionOperation operation, object? argument)
    {
        var body = _body.Nested(operation);
        return FlowValue.Of(
            new FlowFunction(operation.Symbol, body, _state[FlowState.Receiver].WithFunctions(MaximumNesting), Capture(body, known: null))
        );
    }

    public override FlowValue VisitMethodReference(IMethodReferenceOperation operation, object? argument)
    {
        var body =
            operation.Method.MethodKind == MethodKind.LocalFunction ? _body.LocalFunction(operation.Method.OriginalDefinition) : null;
        var receiver = body is null ? Evaluate(operation.Instance) : _state[FlowState.Receiver];
        return FlowValue.Of(
            new FlowFunction(
                operation.Method,
                body,
                receiver.WithFunctions(MaximumNesting),
                body is null ? new FlowState() : Capture(body, known: null)
            )
        );
    }

    public override FlowValue VisitNameOf(INameOfOperation operation, object? argument) => FlowValue.None;

    public override FlowValue VisitIsPattern(IIsPatternOperation operation, object? argument)
    {
        var value = Evaluate(operation.Value);
        var told = (value.All | Bind(operation.Pattern, value)) & ~_engine.Symbols.Untold;

        // Of what type something is tells nothing of the rows in it.
        return FlowValue.Of(operation.Pattern is IDeclarationPatternOperation or ITypePatternOperation ? told & ~OfSets : told);
    }

    private FlowState Capture(FlowBody body, FlowState? known)
    {
        var captured = new FlowState();
        foreach (var variable in body.Captured.Where(variable => !IsInObject(variable, known)))
        {
            captured[variable] = (_state.Contains(variable) ? _state[variable] : known?[variable] ?? FlowValue.None).WithFunctions(
                MaximumNesting
            );
        }

        return captured;
    }

    /// <summary>
    /// Whether a variable is a parameter of a primary constructor, which a lambda finds where a method does: in the object.
    /// </summary>
    private bool IsInObject(ISymbol variable, FlowState? known) =>
        variable is IParameterSymbol { ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.Constructor } }
        && !_state.Contains(variable)
        && known?.Contains(variable) != true;

    private static string Name(IFieldSymbol field) => field.CorrespondingTupleField?.Name ?? field.Name;

    private static string TupleElement(int index) => "Item" + (index + 1).ToString(System.Globalization.CultureInfo.InvariantCulture);

    // Angle brackets, because no member of the user's can have them.
    private static string CapturedParameter(IParameterSymbol parameter) => "<" + parameter.Name + ">";

    /// <summary>Whether the engine sees what is assigned to a property: the user's own, and those of anonymous types.</summary>
    private static bool HasMembers(IPropertySymbol property) =>
        property.ContainingType.IsAnonymousType || property.ContainingType.Locations.Any(static location => location.IsInSource);
}
