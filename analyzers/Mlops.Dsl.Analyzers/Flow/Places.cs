using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Mlops.Dsl.Analyzers.Flow;

/// <summary>
/// Stores values in what operations refer to: variables, members and elements of objects, and whatever by-reference locals, temporaries and
/// views stand for.
/// </summary>
/// <param name="context">The body, and what its variables hold.</param>
/// <param name="own">Calls of accessors that have code.</param>
/// <param name="writers">What writers write into.</param>
internal sealed class Places(FrameContext context, OwnCalls own, WriterBuffers writers)
{
    // What by-reference locals stand for.
    private Dictionary<ISymbol, IOperation>? _aliases;

    // What a temporary of the graph stands for, for assignments through it.
    private Dictionary<CaptureId, IOperation>? _temporaries;

    /// <summary>Remembers what a local stands for, if an assignment makes it a reference or a view of something.</summary>
    public void Alias(ISimpleAssignmentOperation assignment)
    {
        if (assignment.Target is ILocalReferenceOperation { Local: var alias } && (assignment.IsRef || Views.Are(alias.Type)))
        {
            _aliases ??= new(SymbolEqualityComparer.Default);
            _aliases[alias] = assignment.Value;
        }
    }

    /// <summary>Remembers what a temporary stands for.</summary>
    public void Alias(IFlowCaptureOperation temporary)
    {
        _temporaries ??= [];
        _temporaries[temporary.Id] = temporary.Value;
    }

    /// <summary>Changes what a place holds: replaces it, or, where the place is one of many, adds to it.</summary>
    public void Store(IOperation? target, FlowValue value, bool isWhole)
    {
        switch (target)
        {
            case ILocalReferenceOperation local:
                StoreLocal(local, value, isWhole);
                break;
            case IParameterReferenceOperation { Parameter: var parameter }:
                StoreParameter(parameter, value, isWhole);
                break;
            case IInstanceReferenceOperation:
                context.Set(FlowState.Receiver, value, isWhole);
                break;
            case IFlowCaptureReferenceOperation temporary:
                context.Set(temporary.Id, value, isWhole);
                if (_temporaries is not null && _temporaries.TryGetValue(temporary.Id, out var stands))
                {
                    Store(stands, value, isWhole);
                }

                break;

            // The initializer of a static member, in whose graph it is an assignment.
            case IMemberReferenceOperation { Instance: null } when context.Body.Method is null:
                context.Return(value);
                break;
            case IFieldReferenceOperation { Instance: { } instance } field:
                StoreMember(instance, PartNames.Of(field.Field), value, isWhole);
                break;
            case IPropertyReferenceOperation { Instance: { } instance } property:
                StoreProperty(property, instance, value, isWhole);
                break;

            // Where a one is put tells as much as the one.
            case IArrayElementReferenceOperation element:
                Store(
                    element.ArrayReference,
                    value.With(Indices(element) & context.Symbols.Told).With(PlaceMarks(element)),
                    isWhole: false
                );
                break;
            case IInlineArrayAccessOperation element:
                Store(element.Instance, value, isWhole: false);
                break;
            case IConversionOperation conversion:
                Store(conversion.Operand, value, isWhole);
                break;
            case IDeclarationExpressionOperation declaration:
                Store(declaration.Expression, value, isWhole);
                break;
            case IObjectCreationOperation { Arguments: [{ Value: { } viewed }, ..] } view when Views.Are(view.Type):
                Store(viewed, value, isWhole: false);
                break;
            case IMemberReferenceOperation { Instance: null } member
                when member.Member.Locations.Any(static location => location.IsInSource):
                context.Engine.Statics.Add(member.Member, value.With(context.Choice));
                break;
            case IInvocationOperation call:
                StoreResult(call, value);
                break;
        }
    }

    /// <summary>Changes what a member of an object holds.</summary>
    public void StoreMember(IOperation instance, string member, FlowValue value, bool isWhole)
    {
        var before = context.Evaluate(instance);
        var after = before.WithMember(member, isWhole ? value : before.Member(member).Join(value));
        Store(instance, after, isWhole: true);
        if (instance is IParameterReferenceOperation { Parameter: var parameter })
        {
            context.Set(new ObjectOf(parameter), after, isWhole: false);
        }
    }

    /// <summary>What the place of an element tells of the list that it is put into.</summary>
    public Mark PlaceMarks(IOperation element) =>
        element switch
        {
            IArrayElementReferenceOperation array => context.Symbols.Placed(Indices(array)),
            IPropertyReferenceOperation
            {
                Property: { IsIndexer: true, ContainingType: var list },
                Arguments: [{ Value: { Type.SpecialType: SpecialType.System_Int32 } index }]
            } when !KeyedValues.AreOf(list) => context.Symbols.Placed(context.Evaluate(index).All),
            _ => Mark.None,
        };

    private Mark Indices(IArrayElementReferenceOperation element) =>
        element.Indices.Aggregate(Mark.None, (all, index) => all | context.Evaluate(index).All);

    private void StoreLocal(ILocalReferenceOperation local, FlowValue value, bool isWhole)
    {
        context.Set(local.Local, value, isWhole);
        var isThrough = local.Local.IsRef
            ? local.Parent is not ISimpleAssignmentOperation { IsRef: true }
            : Views.Are(local.Type) && !IsTarget(local);
        if (isThrough && _aliases is not null && _aliases.TryGetValue(local.Local, out var place))
        {
            Store(place, value, isWhole: false);
        }

        if (!isWhole)
        {
            writers.Write(local.Local, value);
        }
    }

    private void StoreParameter(IParameterSymbol parameter, FlowValue value, bool isWhole)
    {
        if (parameter.ContainingSymbol is IMethodSymbol { MethodKind: MethodKind.Constructor } && !context.State.Contains(parameter))
        {
            var receiver = context.State[FlowState.Receiver].WithMember(PartNames.Captured(parameter), value);
            context.Set(FlowState.Receiver, receiver, isWhole: true);
            return;
        }

        context.Set(parameter, value, isWhole);
        if (!isWhole)
        {
            context.Set(new ObjectOf(parameter), value, isWhole: false);
        }
    }

    private void StoreProperty(IPropertyReferenceOperation target, IOperation instance, FlowValue value, bool isWhole)
    {
        var property = target.Property;
        switch (target)
        {
            case { Property.IsIndexer: false } when MemberReads.AreSeen(property):
                if (property.SetMethod is { } setter && context.Engine.Bodies.Has(setter))
                {
                    FlowArgument argument = new(setter.Parameters[0], target, value);
                    own.Follow([setter], new CallSite(setter, target, instance, context.Evaluate(instance), [argument]));
                }
                else
                {
                    StoreMember(instance, property.Name, value, isWhole);
                }

                break;
            case { Arguments: [{ Value: { } key }] } when KeyedValues.AreOf(property.ContainingType):
                Store(instance, KeyedValues.Of(context.Evaluate(key), value, key), isWhole: false);
                break;

            // What is put under a key is kept with the key, as by Add.
            case { Arguments: [{ Parameter.OriginalDefinition.Type: ITypeParameterSymbol, Value: { } key }] }:
                Store(instance, value.With(context.Evaluate(key).All), isWhole: false);
                break;
            case { Property: { Name: "Headers", ContainingType.Name: LibraryObjects.RequestType } }:
                StoreMember(instance, property.Name, value, isWhole: false);
                break;
            default:
                Store(instance, value.With(PlaceMarks(target)), isWhole: false);
                break;
        }
    }

    /// <summary>Changes what a call gives: a view, a reference, or, such as an element of a list, a part of the object.</summary>
    private void StoreResult(IInvocationOperation call, FlowValue value)
    {
        switch (call)
        {
            case { Instance: null, Arguments: [{ Value: { } viewed }, ..] } when Views.Are(call.Type):
                Store(viewed, value, isWhole: false);
                break;
            case { Instance: { } instance }:
                Store(instance, value, isWhole: false);
                break;
            case { TargetMethod.ReturnsByRef: true, Arguments: [{ Value: { } given }, ..] }:
                var isTable = KeyedValues.AreOf(given.Type as INamedTypeSymbol);
                Store(given, isTable ? KeyedValues.Of(FlowValue.None, value) : value, isWhole: false);
                break;
        }
    }

    private static bool IsTarget(IOperation operation) =>
        operation.Parent is ISimpleAssignmentOperation assignment && assignment.Target == operation;
}
