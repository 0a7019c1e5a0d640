using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Mlops.Dsl.Analyzers.Calls;
using Mlops.Dsl.Analyzers.Infrastructure;
using Mlops.Dsl.Analyzers.Reach;

namespace Mlops.Dsl.Analyzers.Reproducibility;

/// <summary>
/// Numbers that are given in the order in which threads come: <c>indices.GetOrAdd(word, _ => Interlocked.Increment(ref next))</c>. A
/// dictionary has the same entries in each run, with other numbers.
/// </summary>
internal sealed class ArrivalNumbers : ReachedOperationRule
{
    private static readonly DiagnosticDescriptor Descriptor = UnstableOrder.Descriptor.Saying(
        "{0} numbers by '{1}' what threads come with, so that the same gets another number in each run; give numbers in order, after what "
            + "runs in parallel"
    );

    public override DiagnosticDescriptor Rule => Descriptor;

    public override ImmutableArray<string> Types =>
        ["System.Threading.Interlocked", "System.Collections.Concurrent.ConcurrentDictionary`2", "System.Collections.Generic.Dictionary`2"];

    public override bool Includes(ISymbol member) =>
        member.ContainingType.Name == "Interlocked"
            ? member.Name is "Increment" or "Decrement" or "Add"
            : member.Name is "Add" or "TryAdd" or "GetOrAdd" or "this[]";

    public override Func<ISymbol, bool, bool> Recognizes => static (member, isOwn) => isOwn && SharedHelpers.MayBe(member);

    public override StageFilter Stages => StageFilter.ExceptSources;

    public override Fault? Check(ReachedOperation operation) =>
        operation.Operation switch
        {
            IInvocationOperation { TargetMethod.DeclaringSyntaxReferences.Length: > 0 } call => SharedHelpers.Numbered(call) is { } filed
                ? operation.Fault(filed.Syntax.ToString())
                : null,
            IInvocationOperation { TargetMethod.ContainingType.Name: "Interlocked", Arguments: [{ Value: { } counter }, ..] } next =>
                IsForThreads(next, counter) && IsFiled(next, depth: 0) ? operation.Fault(operation.MemberName) : null,
            IInvocationOperation { Instance: { } table } call => IsForThreads(call, table) && RoundNumbers.AreAdded(call, call)
                ? operation.Fault(call.Syntax.ToString())
                : null,
            IPropertyReferenceOperation { Instance: { } table, Parent: ISimpleAssignmentOperation assignment } entry
                when assignment.Target == entry && ParallelBodies.Around(entry) is { } threads => threads.Shares(table)
            && RoundNumbers.AreKeptBy(assignment, threads)
                ? operation.Fault(assignment.Syntax.ToString())
                : null,
            _ => null,
        };

    /// <summary>
    /// Whether a place is one for all threads. Outside of what is seen to run in parallel, that a field is made for threads tells that it
    /// is; a static one is reported as such.
    /// </summary>
    private static bool IsForThreads(IOperation step, IOperation place) =>
        ParallelBodies.Around(step) is { } threads
            ? threads.Shares(place)
            : place is IMemberReferenceOperation { Instance: not null }
                && !(step is IInvocationOperation { TargetMethod.ContainingType.Name: "Dictionary" });

    /// <summary>Whether something is filed under a number, or gets it: the value of an entry, a part of a record, a position.</summary>
    private static bool IsFiled(IOperation number, int depth) =>
        depth < 4
        && number.Parent switch
        {
            IConversionOperation or IBinaryOperation { Type.SpecialType: not SpecialType.System_Boolean } or IParenthesizedOperation =>
                IsFiled(number.Parent, depth),
            IVariableInitializerOperation or ISimpleAssignmentOperation { Target: ILocalReferenceOperation } => number.DeclaredLocal()
                is { } local
                && number.Root().Uses(local).Any(use => IsFiled(use, depth + 1)),
            ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Arguments: [_] } entry } => Commutation.IsKeyed(
                entry.Property.ContainingType
            ),
            IArgumentOperation { Parent: IInvocationOperation call } => IsEntry(call),
            IArgumentOperation { Parent: IObjectCreationOperation { Constructor.ContainingType.IsRecord: true } } => true,
            IReturnOperation returned => Function(returned) is { } call
                ? IsEntry(call)
                : CallsInType.OfReturning(returned).Any(call => IsFiled(call, depth + 1)),
            IDelegateCreationOperation { Parent: IArgumentOperation { Parent: IInvocationOperation call } } => IsEntry(call),
            IArrayElementReferenceOperation { Parent: ISimpleAssignmentOperation assignment } element => assignment.Target == element
                && !IsWork(number, assignment.Value)
                && !(
                    Ordering.Place(element.ArrayReference) is { } place
                    && ParallelBodies.Around(number) is { } threads
                    && Ordering.IsSorted(place, threads)
                ),
            _ => false,
        };

    private static bool IsEntry(IInvocationOperation call) =>
        call.TargetMethod.Name is "Add" or "TryAdd" or "GetOrAdd" or "AddOrUpdate" && Commutation.IsKeyed(call.TargetMethod.ContainingType);

    /// <summary>The call that is given the function which returns a value.</summary>
    private static IInvocationOperation? Function(IOperation returned)
    {
        var current = returned.Parent;
        while (current is IBlockOperation)
        {
            current = current.Parent;
        }

        return
            current
                is IAnonymousFunctionOperation { Parent: IDelegateCreationOperation { Parent: IArgumentOperation { Parent: var call } } }
            ? call as IInvocationOperation
            : null;
    }

    /// <summary>Whether a number tells which piece of work a thread takes next: its result is put where the piece was.</summary>
    private static bool IsWork(IOperation number, IOperation result) =>
        number is ILocalReferenceOperation { Local: var local }
        && result.DescendantsAndSelf().Any(step => step is ILocalReferenceOperation use && use.Local.Same(local));
}
