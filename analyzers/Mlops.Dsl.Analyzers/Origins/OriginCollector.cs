using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Mlops.Dsl.Analyzers.Calls;

namespace Mlops.Dsl.Analyzers.Origins;

/// <summary>Files what a body puts where, one operation after the other.</summary>
internal sealed class OriginCollector(OriginGraph graph, OriginReader reader, ISymbol owner, IAssemblySymbol assembly)
{
    /// <summary>Looks at one operation; what it contains is visited by itself.</summary>
    public void Visit(IOperation operation)
    {
        switch (operation.Kind)
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
            case OperationKind.Argument:
                AddArgument((IArgumentOperation)operation);
                break;
            case OperationKind.Invocation:
                AddInvocation((IInvocationOperation)operation);
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
            graph.Add(place, owner, value);
        }
    }

    private void AddArgument(IArgumentOperation argument)
    {
        if (argument.Parameter is not { } parameter)
        {
            return;
        }

        var isOurs = parameter.ContainingSymbol is IMethodSymbol { MethodKind: MethodKind.LocalFunction } || parameter.ContainingSymbol.IsIn(assembly);
        if (isOurs && parameter.RefKind != RefKind.Out)
        {
            Add(parameter.CanonicalParameter(), parameter.Type, argument.Value);
        }

        if (parameter.RefKind is RefKind.Out or RefKind.Ref && PathTypes.Includes(parameter.Type) && PlaceOf(argument.Value) is { } place)
        {
            graph.Add(
                place,
                owner,
                isOurs ? new Origin.Place(parameter.CanonicalParameter()) : argument.Parent is IInvocationOperation call ? Origin.Any(reader.Inputs(call)) : Origin.None);
        }
    }

    /// <summary>A function of another assembly may give what it is given to the functions that it is given; and what a collection is given, it holds.</summary>
    private void AddInvocation(IInvocationOperation call)
    {
        if (call.TargetMethod.MethodKind == MethodKind.DelegateInvoke)
        {
            if (call.Instance is not null && PlaceOf(call.Instance) is { } function)
            {
                graph.AddInvocation(function, owner, [.. call.Arguments.Select(argument => PathTypes.Includes(argument.Value.Type) ? reader.Read(argument.Value) : Origin.None)]);
            }

            return;
        }

        if (call.TargetMethod.MethodKind == MethodKind.LocalFunction || call.TargetMethod.IsIn(assembly))
        {
            return;
        }

        if (call.TargetMethod is { Name: "FromPath", ContainingType.Name: "FileArtifact" } && call.Arguments.Length == 1)
        {
            graph.AddReturned(reader.Read(call.Arguments[0].Value));
        }

        foreach (var argument in call.Arguments)
        {
            var function = argument.Value is IDelegateCreationOperation { Target: var target } ? target : argument.Value;
            var parameters = (function as IAnonymousFunctionOperation)?.Symbol.Parameters ?? (function as IMethodReferenceOperation)?.Method.Parameters ?? [];
            foreach (var parameter in parameters.Where(static parameter => PathTypes.Includes(parameter.Type)))
            {
                graph.Add(parameter.CanonicalParameter(), owner, Origin.Any(reader.Inputs(call).Where(origin => origin != reader.Read(function))));
            }
        }

        if (call.Instance is { } collection && PathTypes.IsContainer(collection.Type) && PlaceOf(Receiver(collection)) is { } place)
        {
            // A constant that is appended to a text says nothing about where the text began.
            var added = call.Arguments.Where(static argument => PathTypes.Includes(argument.Value.Type)).Select(reader.Read);
            graph.Add(place, owner, Origin.All(collection.Type!.Name == "StringBuilder" ? added.Where(static origin => origin is not Origin.Constant) : added));
        }
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
                graph.Add(parent is IAnonymousFunctionOperation lambda ? lambda.Symbol : ((ILocalFunctionOperation)parent).Symbol, owner, reader.Read(value));
                return;
            }
        }

        graph.Add(owner is IMethodSymbol { AssociatedSymbol: IPropertySymbol property } ? property.Canonical() : owner, owner, reader.Read(value));
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
            if (child is IPatternOperation part && parent is IRecursivePatternOperation { DeconstructionSubpatterns: { Length: > 0 } parts } matched
                && Deconstruction.Places(matched.MatchedType, parts.Length) is { } places && parts.IndexOf(part) is >= 0 and var index)
            {
                graph.Add(local, owner, new Origin.Place(places[index]));
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
                graph.Add(local, owner, reader.Read(value));
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
            graph.Add(place.Canonical(), owner, reader.Read(value));
        }
    }

    /// <summary>The place that an expression names; of an element, the place of the collection.</summary>
    private ISymbol? PlaceOf(IOperation target) => target switch
    {
        ILocalReferenceOperation local => local.Local,
        IParameterReferenceOperation parameter => parameter.Parameter.CanonicalParameter(),
        IFieldReferenceOperation { Field.ContainingType.IsTupleType: true, Instance: { } tuple } => PlaceOf(tuple),
        IMemberReferenceOperation member when member.Member.IsIn(assembly) && member.Member is IFieldSymbol or IPropertySymbol => member.Member.Canonical(),
        IPropertyReferenceOperation { Instance: { } instance } => PlaceOf(instance),
        IArrayElementReferenceOperation element => PlaceOf(element.ArrayReference),
        IDeclarationExpressionOperation declaration => PlaceOf(declaration.Expression),
        IConversionOperation conversion => PlaceOf(conversion.Operand),
        _ => null,
    };

    private static IOperation Unconverted(IOperation value) => value is IConversionOperation { IsImplicit: true } conversion ? Unconverted(conversion.Operand) : value;

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
