using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Mlops.Dsl.Analyzers.Calls;

namespace Mlops.Dsl.Analyzers.Origins;

/// <summary>Notes what a body puts where, one operation after the other.</summary>
/// <param name="body">Takes them.</param>
/// <param name="reader">Reads expressions.</param>
/// <param name="members">The compilation's members.</param>
internal sealed class OriginCollector(BodyOrigins body, OriginReader reader, MemberTable members)
{
    /// <summary>Looks at one operation; what it contains is visited by itself.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="kind">Its kind.</param>
    /// <param name="member">The member that it uses, if it uses one.</param>
    public void Visit(IOperation operation, OperationKind kind, Member? member)
    {
        switch (kind)
        {
            case OperationKind.VariableDeclarator:
                var declarator = (IVariableDeclaratorOperation)operation;
                Add(declarator.Symbol, declarator.Symbol.Type, declarator.GetVariableInitializer()?.Value);
                break;
            case OperationKind.SimpleAssignment:
            case OperationKind.CoalesceAssignment:
                var assignment = (IAssignmentOperation)operation;
                Assign(assignment.Target, assignment.Value);
                break;
            case OperationKind.DeconstructionAssignment:
                var deconstruction = (IDeconstructionAssignmentOperation)operation;
                Assign(deconstruction.Target, deconstruction.Value);
                break;
            case OperationKind.FieldInitializer:
                var field = (IFieldInitializerOperation)operation;
                AddAll(field.InitializedFields, field.Value);
                break;
            case OperationKind.PropertyInitializer:
                var property = (IPropertyInitializerOperation)operation;
                AddAll(property.InitializedProperties, property.Value);
                break;
            case OperationKind.Return:
            case OperationKind.YieldReturn:
                AddReturn((IReturnOperation)operation);
                break;
            case OperationKind.Invocation when member is not null:
                AddArguments(((IInvocationOperation)operation).Arguments, member);
                AddInvocation((IInvocationOperation)operation, member);
                break;
            case OperationKind.ObjectCreation when member is not null:
                AddArguments(((IObjectCreationOperation)operation).Arguments, member);
                break;
            case OperationKind.PropertyReference when member is { IsOwn: true }:
                AddArguments(((IPropertyReferenceOperation)operation).Arguments, member);
                break;
            case OperationKind.Conversion:
            case OperationKind.Unary:
            case OperationKind.Binary:
                AddOperands(operation);
                break;
            case OperationKind.Loop when operation is IForEachLoopOperation loop:
                Assign(loop.LoopControlVariable, loop.Collection);
                break;
            case OperationKind.DeclarationPattern:
                AddPattern(((IDeclarationPatternOperation)operation).DeclaredSymbol, operation);
                break;
            case OperationKind.RecursivePattern:
                AddPattern(((IRecursivePatternOperation)operation).DeclaredSymbol, operation);
                break;
        }
    }

    private void Assign(IOperation target, IOperation value)
    {
        switch (target)
        {
            case ITupleOperation targets when value is ITupleOperation values && values.Elements.Length == targets.Elements.Length:
                for (var i = 0; i < targets.Elements.Length; i++)
                {
                    Assign(targets.Elements[i], values.Elements[i]);
                }

                break;
            case ITupleOperation targets when Deconstruction.Places(Unconverted(value).Type, targets.Elements.Length) is { } parts:
                for (var i = 0; i < targets.Elements.Length; i++)
                {
                    Distribute(targets.Elements[i], new Origin.Place(parts[i]));
                }

                break;
            case ITupleOperation targets:
                Distribute(targets, reader.Read(value));
                break;
            case IDeclarationExpressionOperation declaration:
                Assign(declaration.Expression, value);
                break;
            case IConversionOperation conversion:
                Assign(conversion.Operand, value);
                break;
            case IVariableDeclaratorOperation declarator:
                Add(declarator.Symbol, declarator.Symbol.Type, value);
                break;
            default:
                if (PlaceOf(target) is { } place)
                {
                    Add(place, target.Type, value);
                }

                break;
        }
    }

    private void Distribute(IOperation target, Origin value)
    {
        if (target is ITupleOperation targets)
        {
            for (var i = 0; i < targets.Elements.Length; i++)
            {
                Distribute(targets.Elements[i], Origin.ElementOf(value, i));
            }
        }
        else if (PathTypes.Includes(target.Type) && PlaceOf(target) is { } place)
        {
            body.Add(place, value);
        }
    }

    /// <summary>What an operator or a conversion of the compilation's own is given.</summary>
    private void AddOperands(IOperation operation)
    {
        if (reader.Operator(operation) is not { } called)
        {
            return;
        }

        for (var i = 0; i < called.Operands.Length && i < called.Method.Parameters.Length; i++)
        {
            if (PathTypes.Includes(called.Method.Parameters[i].Type) || PathTypes.Includes(called.Operands[i].Type))
            {
                body.Add(called.Method.Parameters[i].CanonicalParameter(), reader.Read(called.Operands[i]));
            }
        }
    }

    private void AddArguments(ImmutableArray<IArgumentOperation> arguments, Member called)
    {
        if (called.IsOwn || called.WritesArguments)
        {
            foreach (var argument in arguments)
            {
                AddArgument(argument, called.IsOwn);
            }
        }
    }

    private void AddArgument(IArgumentOperation argument, bool isOurs)
    {
        if (argument.Parameter is not { } parameter || !(PathTypes.Includes(parameter.Type) || PathTypes.Includes(argument.Value.Type)))
        {
            return;
        }

        if (isOurs && parameter.RefKind != RefKind.Out)
        {
            body.Add(parameter.CanonicalParameter(), reader.Read(argument.Value));
        }

        if (parameter.RefKind is RefKind.Out or RefKind.Ref && PathTypes.Includes(parameter.Type) && PlaceOf(argument.Value) is { } place)
        {
            body.Add(
                place,
                isOurs ? new Origin.Place(parameter.CanonicalParameter())
                    : argument.Parent is IInvocationOperation call ? Origin.Any(reader.Inputs(call))
                    : Origin.None
            );
        }
    }

    /// <summary>
    /// A function of another assembly may give what it is given to the functions that it is given; and what a collection is given, it
    /// holds.
    /// </summary>
    private void AddInvocation(IInvocationOperation call, Member called)
    {
        if (called.Symbol is IMethodSymbol { MethodKind: MethodKind.DelegateInvoke })
        {
            if (call.Instance is not null && PlaceOf(call.Instance) is { } function)
            {
                body.AddInvocation(
                    function,
                    [
                        .. call.Arguments.Select(argument =>
                            PathTypes.Includes(argument.Value.Type) ? reader.Read(argument.Value) : Origin.None
                        ),
                    ]
                );
            }

            return;
        }

        if (called.IsOwn)
        {
            return;
        }

        if (called.Symbol is { Name: "FromPath", ContainingType.Name: "FileArtifact" } && call.Arguments.Length == 1)
        {
            body.AddReturned(reader.Read(call.Arguments[0].Value));
        }

        foreach (var argument in call.Arguments)
        {
            AddFunction(call, argument.Value);
        }

        if (
            call.Instance is { } collection
            && !call.Arguments.IsEmpty
            && PathTypes.IsContainer(collection.Type)
            && PlaceOf(Receiver(collection)) is { } place
        )
        {
            // A constant that is appended to a text says nothing about where the text began.
            var added = call.Arguments.Where(static argument => PathTypes.Includes(argument.Value.Type)).Select(reader.Read);
            body.Add(
                place,
                Origin.All(collection.Type!.Name == "StringBuilder" ? added.Where(static origin => origin is not Origin.Constant) : added)
            );
        }
    }

    private void AddFunction(IInvocationOperation call, IOperation value)
    {
        var function = value is IDelegateCreationOperation { Target: var target } ? target : value;
        var parameters = function.Kind switch
        {
            OperationKind.AnonymousFunction => ((IAnonymousFunctionOperation)function).Symbol.Parameters,
            OperationKind.MethodReference => ((IMethodReferenceOperation)function).Method.Parameters,
            _ => [],
        };
        Origin? given = null;
        foreach (var parameter in parameters)
        {
            if (PathTypes.Includes(parameter.Type))
            {
                body.Add(parameter.CanonicalParameter(), given ??= OtherInputs(call, function));
            }
        }
    }

    private Origin OtherInputs(IInvocationOperation call, IOperation function)
    {
        var itself = reader.Read(function);
        return Origin.Any(reader.Inputs(call).Where(origin => origin != itself));
    }

    private void AddReturn(IReturnOperation operation)
    {
        if (operation.ReturnedValue is not { } value || !PathTypes.Includes(value.Type))
        {
            return;
        }

        for (var parent = operation.Parent; parent is not null; parent = parent.Parent)
        {
            if (parent is IAnonymousFunctionOperation or ILocalFunctionOperation)
            {
                body.Add(
                    parent is IAnonymousFunctionOperation lambda ? lambda.Symbol : ((ILocalFunctionOperation)parent).Symbol,
                    reader.Read(value)
                );
                return;
            }
        }

        body.Add(
            body.Owner.Symbol is IMethodSymbol { AssociatedSymbol: IPropertySymbol property } ? property.Canonical() : body.Owner.Symbol,
            reader.Read(value)
        );
    }

    /// <summary>What a pattern names is the matched value or a part of it.</summary>
    private void AddPattern(ISymbol? declared, IOperation pattern)
    {
        if (declared is not ILocalSymbol local || !PathTypes.Includes(local.Type))
        {
            return;
        }

        for (var (child, parent) = (pattern, pattern.Parent); parent is not null; (child, parent) = (parent, parent.Parent))
        {
            if (
                child is IPatternOperation part
                && parent is IRecursivePatternOperation { DeconstructionSubpatterns: { Length: > 0 } parts } matched
                && Deconstruction.Places(matched.MatchedType, parts.Length) is { } places
                && parts.IndexOf(part) is >= 0 and var index
            )
            {
                body.Add(local, new Origin.Place(places[index]));
                return;
            }

            var value = parent switch
            {
                IPropertySubpatternOperation property => property.Member,
                IIsPatternOperation test => test.Value,
                ISwitchExpressionOperation choice => choice.Value,
                ISwitchOperation choice => choice.Value,
                _ => null,
            };
            if (value is not null)
            {
                body.Add(local, reader.Read(value));
                return;
            }
        }
    }

    private void AddAll(IEnumerable<ISymbol> places, IOperation value)
    {
        foreach (var place in places)
        {
            Add(place, value.Type, value);
        }
    }

    private void Add(ISymbol place, ITypeSymbol? type, IOperation? value)
    {
        if (value is not null && (PathTypes.Includes(type) || PathTypes.Includes(value.Type)))
        {
            body.Add(place.Canonical(), reader.Read(value));
        }
    }

    /// <summary>The place that an expression names; of an element, the place of the collection.</summary>
    private ISymbol? PlaceOf(IOperation target) =>
        target switch
        {
            ILocalReferenceOperation local => local.Local,
            IParameterReferenceOperation parameter => parameter.Parameter.CanonicalParameter(),
            IFieldReferenceOperation { Field.ContainingType.IsTupleType: true, Instance: { } tuple } => PlaceOf(tuple),
            IMemberReferenceOperation member
                when member.Member is IFieldSymbol or IPropertySymbol && members.Of(member.Member) is { IsOwn: true } own => own.Symbol,
            IPropertyReferenceOperation { Instance: { } instance } => PlaceOf(instance),
            IArrayElementReferenceOperation element => PlaceOf(element.ArrayReference),
            IDeclarationExpressionOperation declaration => PlaceOf(declaration.Expression),
            IConversionOperation conversion => PlaceOf(conversion.Operand),
            _ => null,
        };

    private static IOperation Unconverted(IOperation value) =>
        value is IConversionOperation { IsImplicit: true } conversion ? Unconverted(conversion.Operand) : value;

    /// <summary>The object at the start of a chain of calls that return it: <c>text</c> in <c>text.Append(a).Append(b)</c>.</summary>
    private static IOperation Receiver(IOperation instance)
    {
        while (instance is IInvocationOperation { Instance: { } inner })
        {
            instance = inner;
        }

        return instance;
    }
}
