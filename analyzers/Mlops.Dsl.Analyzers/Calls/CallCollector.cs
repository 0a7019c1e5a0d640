using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Mlops.Dsl.Analyzers.Calls;

/// <summary>Collects what a body calls or references of the compilation's own source, one operation after the other.</summary>
/// <param name="assembly">The compilation's assembly.</param>
/// <param name="pipeline">The pipeline class that the body belongs to; its fields' initializers run with each run. Null for other types.</param>
internal sealed class CallCollector(IAssemblySymbol assembly, INamedTypeSymbol? pipeline)
{
    private readonly HashSet<Call> _seen = [];
    private readonly ImmutableArray<Call>.Builder _calls = ImmutableArray.CreateBuilder<Call>();

    /// <summary>The calls, in the order of the code, without duplicates.</summary>
    public ImmutableArray<Call> Calls => _calls.ToImmutable();

    /// <summary>Looks at one operation; what it contains is visited by itself.</summary>
    public void Visit(IOperation operation)
    {
        switch (operation.Kind)
        {
            case OperationKind.Invocation:
                var invocation = (IInvocationOperation)operation;
                Add(invocation.TargetMethod, isExact: !invocation.IsVirtual);
                AddTypeArguments(invocation.TargetMethod);
                break;
            case OperationKind.MethodReference:
                var reference = (IMethodReferenceOperation)operation;
                Add(reference.Method, isExact: !reference.IsVirtual);
                AddTypeArguments(reference.Method);
                break;
            case OperationKind.ObjectCreation:
                Add(((IObjectCreationOperation)operation).Constructor, isExact: true);
                break;
            case OperationKind.PropertyReference:
                AddProperty((IPropertyReferenceOperation)operation);
                break;
            case OperationKind.FieldReference:
                AddState(((IFieldReferenceOperation)operation).Field);
                break;
            case OperationKind.EventAssignment when operation is IEventAssignmentOperation { EventReference: IEventReferenceOperation { Event: var @event } } assignment:
                Add(assignment.Adds ? @event.AddMethod : @event.RemoveMethod, isExact: false);
                break;
            case OperationKind.Binary:
                Add(((IBinaryOperation)operation).OperatorMethod, isExact: true);
                break;
            case OperationKind.Unary:
                Add(((IUnaryOperation)operation).OperatorMethod, isExact: true);
                break;
            case OperationKind.Conversion:
                Add(((IConversionOperation)operation).OperatorMethod, isExact: true);
                break;
            case OperationKind.CompoundAssignment:
                var compound = (ICompoundAssignmentOperation)operation;
                Add(compound.OperatorMethod, isExact: true);
                Add(compound.InConversion.MethodSymbol, isExact: true);
                Add(compound.OutConversion.MethodSymbol, isExact: true);
                break;
            case OperationKind.Increment:
            case OperationKind.Decrement:
                Add(((IIncrementOrDecrementOperation)operation).OperatorMethod, isExact: true);
                break;
            default:
                foreach (var method in ImplicitCalls.Of(operation, assembly))
                {
                    Add(method, isExact: false);
                }

                break;
        }
    }

    private void AddProperty(IPropertyReferenceOperation reference)
    {
        var property = reference.Property;
        if (!property.IsIn(assembly))
        {
            return;
        }

        var (reads, writes) = Usage(reference);
        var isExact = reference.Instance is IInstanceReferenceOperation { Syntax: Microsoft.CodeAnalysis.CSharp.Syntax.BaseExpressionSyntax };
        if (reads)
        {
            Add(property.GetMethod ?? property.OverriddenProperty?.GetMethod, isExact);
        }

        if (writes)
        {
            Add(property.SetMethod ?? property.OverriddenProperty?.SetMethod, isExact);
        }

        AddState(property);
    }

    private static (bool Reads, bool Writes) Usage(IPropertyReferenceOperation reference) => reference.Parent switch
    {
        ISimpleAssignmentOperation assignment when assignment.Target == reference => (false, true),
        ICompoundAssignmentOperation or ICoalesceAssignmentOperation or IIncrementOrDecrementOperation or IArgumentOperation => (true, true),
        ITupleOperation => (true, true),
        _ => (true, false),
    };

    /// <summary>A field or property with an initializer: a static one runs with its type, a pipeline's own with the run.</summary>
    private void AddState(ISymbol member)
    {
        if (member is IFieldSymbol { IsConst: true } || !member.IsIn(assembly))
        {
            return;
        }

        if (member.IsStatic)
        {
            AddCanonical(member.ContainingType, isExact: true);
        }
        else if (member.ContainingType.OriginalDefinition is var type && SymbolEqualityComparer.Default.Equals(type, pipeline))
        {
            AddCanonical(member, isExact: true);
            foreach (var constructor in type.InstanceConstructors)
            {
                AddCanonical(constructor, isExact: true);
            }
        }
    }

    /// <summary>What <c>where T : new()</c> allows a generic method to create.</summary>
    private void AddTypeArguments(IMethodSymbol method)
    {
        for (var i = 0; i < method.TypeArguments.Length; i++)
        {
            if (method.TypeParameters[i].HasConstructorConstraint && method.TypeArguments[i] is INamedTypeSymbol created)
            {
                Add(created.InstanceConstructors.FirstOrDefault(static constructor => constructor.Parameters.IsEmpty), isExact: true);
            }
        }
    }

    private void Add(IMethodSymbol? method, bool isExact)
    {
        // A local function is a part of the body that holds it.
        if (method is not null && method.MethodKind is not (MethodKind.LocalFunction or MethodKind.DelegateInvoke) && method.IsIn(assembly))
        {
            AddCanonical(method, isExact);
        }
    }

    private void AddCanonical(ISymbol symbol, bool isExact)
    {
        var call = new Call(symbol.Canonical(), isExact);
        if (_seen.Add(call))
        {
            _calls.Add(call);
        }
    }
}
