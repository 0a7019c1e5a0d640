using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Mlops.Dsl.Analyzers.Calls;

/// <summary>Collects what a body calls or references of the compilation's own source, one operation after the other.</summary>
/// <param name="members">The compilation's members.</param>
/// <param name="assembly">The compilation's assembly.</param>
/// <param name="isForeign">Whether the body belongs to a library that is compiled along: what it makes only when something is needed is
/// told apart.</param>
/// <param name="pipeline">The pipeline class that the body belongs to; its fields' initializers run with each run. Null for other
/// types.</param>
internal sealed class CallCollector(MemberTable members, IAssemblySymbol assembly, bool isForeign, INamedTypeSymbol? pipeline)
{
    private HashSet<Call>? _seen;
    private ImmutableArray<Call>.Builder? _calls;
    private bool _isGuarded;

    /// <summary>The calls, in the order of the code, without duplicates.</summary>
    public ImmutableArray<Call> Calls => _calls?.ToImmutable() ?? [];

    /// <summary>Looks at one operation; what it contains is visited by itself.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="kind">Its kind.</param>
    /// <param name="member">The member that it uses, if it uses one.</param>
    public void Visit(IOperation operation, OperationKind kind, Member? member)
    {
        _isGuarded = isForeign && member is not null && Guard.Of(operation) is not null;
        switch (kind)
        {
            case OperationKind.Invocation when member is { IsCallable: true } or { CreatesTypeArguments: true }:
                var invocation = (IInvocationOperation)operation;
                Add(member!, invocation, invocation.TargetMethod);
                break;
            case OperationKind.MethodReference when member is { IsCallable: true } or { CreatesTypeArguments: true }:
                Add(member!, operation, ((IMethodReferenceOperation)operation).Method);
                break;
            case OperationKind.ObjectCreation when member is { IsCallable: true }:
                Add(member, isExact: true);
                break;
            case OperationKind.PropertyReference when member is { IsOwn: true }:
                AddProperty((IPropertyReferenceOperation)operation, member);
                break;
            case OperationKind.FieldReference when member is { IsOwn: true, Symbol: not IFieldSymbol { IsConst: true } }:
                AddState(member);
                break;
            case OperationKind.EventAssignment
                when operation is IEventAssignmentOperation { EventReference: IEventReferenceOperation { Event: var @event } } assignment:
                Add(assignment.Adds ? @event.AddMethod : @event.RemoveMethod, isExact: false);
                break;
            case OperationKind.Binary:
                var binary = (IBinaryOperation)operation;
                Add(binary.OperatorMethod, isExact: true);
                if (binary.Type?.SpecialType == SpecialType.System_String)
                {
                    AddText(binary.LeftOperand);
                    AddText(binary.RightOperand);
                }

                break;
            case OperationKind.Interpolation:
                AddText(((IInterpolationOperation)operation).Expression);
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
            case OperationKind.Loop:
            case OperationKind.Using:
            case OperationKind.UsingDeclaration:
            case OperationKind.Await:
            case OperationKind.DeconstructionAssignment:
            case OperationKind.RecursivePattern:
            case OperationKind.CollectionExpression:
            case OperationKind.ImplicitIndexerReference:
            case OperationKind.ListPattern:
                foreach (var method in ImplicitCalls.Of(operation, assembly))
                {
                    Add(method, isExact: false);
                }

                break;
        }
    }

    private void Add(Member member, IOperation use, IMethodSymbol method)
    {
        if (member.IsCallable)
        {
            Add(
                member,
                isExact: !member.CanBeReplaced
                    || use is IInvocationOperation { IsVirtual: false } or IMethodReferenceOperation { IsVirtual: false }
            );
        }

        if (member.CreatesTypeArguments)
        {
            AddTypeArguments(method);
        }
    }

    private void AddProperty(IPropertyReferenceOperation reference, Member property)
    {
        var (reads, writes) = Usage(reference);
        if (reads && property.Getter is { IsCallable: true } getter)
        {
            Add(getter, !getter.CanBeReplaced || IsOfBase(reference));
        }

        if (writes && property.Setter is { IsCallable: true } setter)
        {
            Add(setter, !setter.CanBeReplaced || IsOfBase(reference));
        }

        AddState(property);
    }

    private static bool IsOfBase(IPropertyReferenceOperation reference) =>
        reference.Instance is IInstanceReferenceOperation { Syntax: BaseExpressionSyntax };

    private static (bool Reads, bool Writes) Usage(IPropertyReferenceOperation reference) =>
        reference.Parent switch
        {
            ISimpleAssignmentOperation assignment when assignment.Target == reference => (false, true),
            ICompoundAssignmentOperation or ICoalesceAssignmentOperation or IIncrementOrDecrementOperation => (true, true),
            ITupleOperation tuple => IsTarget(tuple) ? (false, true) : (true, false),

            // As an argument, too: what has a setter can't be passed by reference.
            _ => (true, false),
        };

    /// <summary>Whether a value is taken apart into a tuple's places, or into one within it.</summary>
    private static bool IsTarget(ITupleOperation tuple) =>
        tuple.Parent switch
        {
            IDeconstructionAssignmentOperation assignment => assignment.Target == tuple,
            ITupleOperation outer => IsTarget(outer),
            _ => false,
        };

    /// <summary>A field or property with an initializer: a static one runs with its type, a pipeline's own with the run.</summary>
    private void AddState(Member member)
    {
        if (member.Symbol.IsStatic)
        {
            Add(members.Of(member.Symbol.ContainingType), isExact: true);
            Add(member, isExact: true);
        }
        else if (pipeline is not null && SymbolEqualityComparer.Default.Equals(member.Symbol.ContainingType, pipeline))
        {
            Add(member, isExact: true);
            foreach (var constructor in pipeline.InstanceConstructors)
            {
                Add(members.Of(constructor), isExact: true);
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

    /// <summary>What gives an object's text where it is put into another one.</summary>
    private void AddText(IOperation value)
    {
        var type = value is IConversionOperation { OperatorMethod: null, Operand.Type: { } converted } ? converted : value.Type;
        for (
            var current = type as INamedTypeSymbol;
            current is not null && SymbolEqualityComparer.Default.Equals(current.ContainingAssembly, assembly);
            current = current.BaseType
        )
        {
            if (
                current
                    .GetMembers(nameof(ToString))
                    .OfType<IMethodSymbol>()
                    .FirstOrDefault(static method => method is { IsOverride: true, IsImplicitlyDeclared: false }) is
                { } text
            )
            {
                Add(text, isExact: false);
                return;
            }
        }
    }

    private void Add(IMethodSymbol? method, bool isExact)
    {
        if (method is not null && members.Of(method) is { IsCallable: true } member)
        {
            Add(member, isExact || !member.CanBeReplaced);
        }
    }

    private void Add(Member target, bool isExact)
    {
        var call = new Call(target, isExact, _isGuarded);
        if ((_seen ??= []).Add(call))
        {
            (_calls ??= ImmutableArray.CreateBuilder<Call>()).Add(call);
        }
    }
}
