using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Mlops.Dsl.Analyzers.Calls;
using Mlops.Dsl.Analyzers.Origins;

namespace Mlops.Dsl.Analyzers.Flow;

/// <summary>What assignments and patterns change.</summary>
internal sealed partial class FlowFrame
{
    // What by-reference locals stand for.
    private Dictionary<ISymbol, IOperation>? _aliases;

    public override FlowValue VisitSimpleAssignment(ISimpleAssignmentOperation operation, object? argument)
    {
        var value = Decided(operation.Value, Evaluate(operation.Value));
        if (operation.Target is ILocalReferenceOperation { Local: var alias } && (operation.IsRef || IsView(alias.Type)))
        {
            _aliases ??= new(SymbolEqualityComparer.Default);
            _aliases[alias] = operation.Value;
        }

        Wrap(operation.Target, operation.Value);
        Assign(operation.Target, value, operation.Value);
        return value;
    }

    public override FlowValue VisitCompoundAssignment(ICompoundAssignmentOperation operation, object? argument)
    {
        var value = Accumulated(operation, Evaluate(operation.Target).Join(Decided(operation.Value, Evaluate(operation.Value))));
        Assign(operation.Target, value, operation.Value);
        return value;
    }

    public override FlowValue VisitDeconstructionAssignment(IDeconstructionAssignmentOperation operation, object? argument)
    {
        var value = Evaluate(operation.Value);
        Deconstruct(operation.Target, value, operation.Value, operation.Value.Type);
        return value;
    }

    public override FlowValue VisitDeclarationExpression(IDeclarationExpressionOperation operation, object? argument) =>
        Evaluate(operation.Expression);

    /// <param name="target">What the value, or its parts, are stored in.</param>
    /// <param name="value">What is known of it.</param>
    /// <param name="source">Where it comes from.</param>
    /// <param name="type">Its type: what stands for a part of a value has the type of the target.</param>
    private void Deconstruct(IOperation target, FlowValue value, IOperation source, ITypeSymbol? type)
    {
        switch (target)
        {
            case IDeclarationExpressionOperation declaration:
                Deconstruct(declaration.Expression, value, source, type);
                break;
            case ITupleOperation tuple:
                var elements = Elements(type, value, tuple.Elements.Length, source);
                for (var i = 0; i < tuple.Elements.Length; i++)
                {
                    Deconstruct(tuple.Elements[i], elements[i], tuple.Elements[i], PartType(type, i, tuple.Elements.Length));
                }

                break;
            default:
                Assign(target, value, source);
                break;
        }
    }

    /// <summary>The type of one of the parts that a value is taken apart into; null where nobody can tell.</summary>
    private ITypeSymbol? PartType(ITypeSymbol? type, int part, int count) =>
        type is INamedTypeSymbol { IsTupleType: true, TupleElements: var elements } ? elements.ElementAtOrDefault(part)?.Type
        : _engine.Deconstruction(type, count) is { Parameters: var parameters } && parameters.Length >= count
            ? parameters[parameters.Length - count + part].Type
        : null;

    /// <summary>What a value is taken apart into.</summary>
    private FlowValue[] Elements(ITypeSymbol? type, FlowValue value, int count, IOperation site)
    {
        var elements = Enumerable.Repeat(value, count).ToArray();
        if (type is INamedTypeSymbol { IsTupleType: true })
        {
            return [.. elements.Select((_, i) => value.Element(TupleElement(i)))];
        }

        var method = _engine.Deconstruction(type, count);
        if (method is { IsImplicitlyDeclared: true } && method.ContainingType.Locations.Any(static l => l.IsInSource))
        {
            return
            [
                .. method.Parameters.Select(p =>
                    method.ContainingType.GetMembers(p.Name).OfType<IPropertySymbol>().FirstOrDefault() is { } property
                        ? Marked(property, value, value.Member(p.Name))
                        : value
                ),
            ];
        }

        if (method is { IsExtensionMethod: false } && !method.ContainingType.Locations.Any(static l => l.IsInSource))
        {
            return [.. method.Parameters.Select(p => PropertyOf(p) is { } property ? ReadLibrary(property, value) : value)];
        }

        if (method is null || _engine.Bodies.Find(method) is not { } body)
        {
            return elements;
        }

        ImmutableArray<FlowValue> outputs = [.. elements.Select(static _ => FlowValue.None)];
        var result = method.IsExtensionMethod
            ? _engine.Run(body, FlowValue.None, outputs.Insert(0, value), new FlowState())
            : _engine.Run(body, value, outputs, new FlowState());
        return result is { Arguments: { IsDefault: false } given } && given.Length >= count
            ? [.. given.Skip(given.Length - count)]
            : elements;
    }

    private void Assign(IOperation target, FlowValue value, IOperation source)
    {
        if (Symbol(target) is { } symbol)
        {
            foreach (var rule in _engine.Rules)
            {
                rule.CheckAssignment(symbol, source, value, _engine.Report);
            }
        }

        Store(target, value, isWhole: true);
    }

    /// <summary>Changes what a place holds: replaces it, or, where the place is one of many, adds to it.</summary>
    private void Store(IOperation? target, FlowValue value, bool isWhole)
    {
        switch (target)
        {
            case ILocalReferenceOperation local:
                Set(local.Local, value, isWhole);
                if (
                    (
                        local.Local.IsRef
                            ? local.Parent is not ISimpleAssignmentOperation { IsRef: true }
                            : IsView(local.Type) && !IsTarget(local)
                    )
                    && _aliases is not null
                    && _aliases.TryGetValue(local.Local, out var place)
                )
                {
                    Store(place, value, isWhole: false);
                }

                if (!isWhole)
                {
                    StoreWrapped(local.Local, value);
                }

                break;
            case IParameterReferenceOperation { Parameter: var parameter }
                when parameter.ContainingSymbol is IMethodSymbol { MethodKind: MethodKind.Constructor } && !_state.Contains(parameter):
                Set(FlowState.Receiver, _state[FlowState.Receiver].WithMember(CapturedParameter(parameter), value), isWhole: true);
                break;
            case IParameterReferenceOperation { Parameter: var parameter }:
                Set(parameter, value, isWhole);
                if (!isWhole)
                {
                    Set(new ObjectOf(parameter), value, isWhole: false);
                }

                break;
            case IInstanceReferenceOperation:
                Set(FlowState.Receiver, value, isWhole);
                break;
            case IFlowCaptureReferenceOperation temporary:
                Set(temporary.Id, value, isWhole);
                if (_temporaries is not null && _temporaries.TryGetValue(temporary.Id, out var stands))
                {
                    Store(stands, value, isWhole);
                }

                break;

            // The initializer of a static member, in whose graph it is an assignment.
            case IMemberReferenceOperation { Instance: null } when _body.Method is null:
                _returned = _returned.Join(value);
                break;
            case IFieldReferenceOperation { Instance: { } instance } field:
                StoreMember(instance, Name(field.Field), value, isWhole);
                break;
            case IPropertyReferenceOperation { Instance: { } instance, Property: { IsIndexer: false } property } when HasMembers(property):
                if (property.SetMethod is { } setter && _engine.Bodies.Has(setter))
                {
                    Follow([setter], target, Evaluate(instance), [new FlowArgument(setter.Parameters[0], target, value)], instance);
                }
                else
                {
                    StoreMember(instance, property.Name, value, isWhole);
                }

                break;
            case IPropertyReferenceOperation { Instance: { } instance, Property: var under, Arguments: [{ Value: { } key }] }
                when IsKeyed(under.ContainingType):
                Store(instance, Keyed(Evaluate(key), value, key), isWhole: false);
                break;

            // What is put under a key is kept with the key, as by Add.
            case IPropertyReferenceOperation
            {
                Instance: { } instance,
                Arguments: [{ Parameter.OriginalDefinition.Type: ITypeParameterSymbol, Value: { } key }]
            }:
                Store(instance, value.With(Evaluate(key).All), isWhole: false);
                break;
            case IPropertyReferenceOperation
            {
                Instance: { } instance,
                Property: { Name: "Headers", ContainingType.Name: RequestType } headers
            }:
                StoreMember(instance, headers.Name, value, isWhole: false);
                break;
            case IPropertyReferenceOperation { Instance: { } instance }:
                Store(instance, value.With(Placed(target)), isWhole: false);
                break;
            // Where a one is put tells as much as the one.
            case IArrayElementReferenceOperation element:
                Store(
                    element.ArrayReference,
                    value
                        .With(element.Indices.Aggregate(Mark.None, (all, index) => all | Evaluate(index).All) & _engine.Symbols.Told)
                        .With(Placed(element)),
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

            case IInvocationOperation { Instance: null, Arguments: [{ Value: { } viewed }, ..] } view when IsView(view.Type):
                Store(viewed, value, isWhole: false);
                break;
            case IObjectCreationOperation { Arguments: [{ Value: { } viewed }, ..] } view when IsView(view.Type):
                Store(viewed, value, isWhole: false);
                break;
            case IMemberReferenceOperation { Instance: null } member
                when member.Member.Locations.Any(static location => location.IsInSource):
                _engine.Statics.Add(member.Member, value.With(_choice));
                break;

            // Changing what a call gives, such as an element of a list, changes the object that was called.
            case IInvocationOperation { Instance: { } instance }:
                Store(instance, value, isWhole: false);
                break;
            case IInvocationOperation { TargetMethod.ReturnsByRef: true, Arguments: [{ Value: { } given }, ..] }:
                Store(given, IsKeyed(given.Type as INamedTypeSymbol) ? Keyed(FlowValue.None, value) : value, isWhole: false);
                break;
        }
    }

    /// <summary>What the place of an element tells of the list that it is put into.</summary>
    private Mark Placed(IOperation element) =>
        element switch
        {
            IArrayElementReferenceOperation { Indices: var indices } => _engine.Symbols.Placed(
                indices.Aggregate(Mark.None, (all, index) => all | Evaluate(index).All)
            ),
            IPropertyReferenceOperation
            {
                Property: { IsIndexer: true, ContainingType: var list },
                Arguments: [{ Value: { Type.SpecialType: SpecialType.System_Int32 } index }]
            } when !IsKeyed(list) => _engine.Symbols.Placed(Evaluate(index).All),
            _ => Mark.None,
        };

    /// <summary>Whether what has a type shows what lies in an array, and changes it.</summary>
    private static bool IsView(ITypeSymbol? type) =>
        type is INamedTypeSymbol { Name: "Span" or "Memory" or "ArraySegment", ContainingNamespace.Name: "System" };

    private static bool IsTarget(IOperation operation) =>
        operation.Parent is ISimpleAssignmentOperation assignment && assignment.Target == operation;

    private void StoreMember(IOperation instance, string member, FlowValue value, bool isWhole)
    {
        var before = Evaluate(instance);
        var after = before.WithMember(member, isWhole ? value : before.Member(member).Join(value));
        Store(instance, after, isWhole: true);
        if (instance is IParameterReferenceOperation { Parameter: var parameter })
        {
            Set(new ObjectOf(parameter), after, isWhole: false);
        }
    }

    private void Set(object variable, FlowValue value, bool isWhole)
    {
        value = value.With(_choice);
        if (isWhole)
        {
            _state[variable] = value;
        }
        else
        {
            _state.Join(variable, value);
        }
    }

    private static ISymbol? Symbol(IOperation target) =>
        target switch
        {
            ILocalReferenceOperation local => local.Local,
            IParameterReferenceOperation parameter => parameter.Parameter,
            IFieldReferenceOperation field => field.Field,
            IPropertyReferenceOperation property => property.Property,
            IDeclarationExpressionOperation declaration => Symbol(declaration.Expression),
            _ => null,
        };

    /// <summary>Gives the variables of a pattern their values, and tells the marks of what it looks at.</summary>
    private Mark Bind(IPatternOperation? pattern, FlowValue value)
    {
        switch (pattern)
        {
            case IDeclarationPatternOperation { DeclaredSymbol: { } variable }:
                _state[variable] = value;
                return Mark.None;
            case IRecursivePatternOperation recursive:
                return BindRecursive(recursive, value);
            case IListPatternOperation list:
                BindVariable(list.DeclaredSymbol, value);
                return list.Patterns.Aggregate(Mark.None, (all, element) => all | Bind(element, value));
            case ISlicePatternOperation slice:
                return Bind(slice.Pattern, value);
            case IBinaryPatternOperation binary:
                return Bind(binary.LeftPattern, value) | Bind(binary.RightPattern, value);
            case INegatedPatternOperation negated:
                return Bind(negated.Pattern, value);
            case IConstantPatternOperation or IRelationalPatternOperation:
                return value.All;
            default:
                return Mark.None;
        }
    }

    private Mark BindRecursive(IRecursivePatternOperation pattern, FlowValue value)
    {
        var looked = Mark.None;
        BindVariable(pattern.DeclaredSymbol, value);
        if (pattern.DeconstructionSubpatterns.Length > 0)
        {
            var elements = Elements(pattern.MatchedType, value, pattern.DeconstructionSubpatterns.Length, pattern);
            for (var i = 0; i < elements.Length; i++)
            {
                looked |= Bind(pattern.DeconstructionSubpatterns[i], elements[i]);
            }
        }

        foreach (var property in pattern.PropertySubpatterns)
        {
            if (property.Member is IPropertyReferenceOperation { Property: var asked })
            {
                SeeAsked(asked, property.Member, value);
            }

            var member = property.Member switch
            {
                IPropertyReferenceOperation { Property: var read } => Marked(read, value, ReadProperty(read, property, value, [])),
                IFieldReferenceOperation { Field: var read } => Marked(read, ReadField(read, value)),
                _ => value,
            };
            looked |= Bind(property.Pattern, member.With(_engine.Symbols.Of(property.Member.Type).Given));
        }

        return looked;
    }

    private void BindVariable(ISymbol? variable, FlowValue value)
    {
        if (variable is not null)
        {
            _state[variable] = value;
        }
    }
}
