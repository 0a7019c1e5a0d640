using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Mlops.Dsl.Analyzers.Calls;
using Mlops.Dsl.Analyzers.Infrastructure;

namespace Mlops.Dsl.Analyzers.Reproducibility;

/// <summary>A reused stage changes nothing, so that whoever reads the state sees another one.</summary>
internal sealed class StaticStateWritten : ReachedOperationRule
{
    public static readonly DiagnosticDescriptor Descriptor = new(
        "MLP4010",
        "Stage changes static state",
        "{0} changes '{1}', which outlives the run: what the next stage, run or thread sees depends on what ran before; return the value, or keep it in a local",
        RuleCategory.Reproducibility,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "Static state is no output: a reused stage does not change it, a resumed run does not have it, and two stages side by side race for it.",
        helpLinkUri: RuleHelp.Link("MLP4010"));

    public override DiagnosticDescriptor Rule => Descriptor;

    public override ImmutableArray<string> Types => ["System.Collections.Generic.List`1", "System.Collections.Generic.HashSet`1", "System.Collections.Generic.SortedSet`1", "System.Collections.Generic.LinkedList`1"];

    public override ImmutableArray<OperationKind> Operations =>
        [OperationKind.SimpleAssignment, OperationKind.CompoundAssignment, OperationKind.DeconstructionAssignment, OperationKind.Increment, OperationKind.Decrement, OperationKind.Argument];

    public override Fault? Check(ReachedOperation operation) =>
        Targets(operation.Operation).OfType<IMemberReferenceOperation>().FirstOrDefault(target => IsState(target.Member) && !IsInitialization(operation.Owner, target.Member)) is { } written
            ? new Fault(written.Syntax.GetLocation(), [$"{written.Member.ContainingType.Name}.{written.Member.Name}"]) : null;

    /// <summary>What an operation writes. <c>??=</c> is not among them: a value that is computed once and kept is a cache.</summary>
    private static ImmutableArray<IOperation> Targets(IOperation operation) => operation switch
    {
        IDeconstructionAssignmentOperation { Target: ITupleOperation tuple } => tuple.Elements,
        IAssignmentOperation assignment => [assignment.Target],
        IIncrementOrDecrementOperation step => [step.Target],
        IInvocationOperation { Instance: { } collection } call when Changes(call.TargetMethod.Name) => [collection],
        IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out, Parent: IInvocationOperation { TargetMethod.ContainingType.Name: not ("LazyInitializer" or "Volatile") } } argument => [argument.Value],
        _ => [],
    };

    /// <summary>Whether a call changes a list or set. Dictionaries, queues and stacks are left out: most static ones are caches and pools.</summary>
    private static bool Changes(string name) => name is "Add" or "AddRange" or "AddFirst" or "AddLast" or "Clear" or "ExceptWith" or "Insert" or "InsertRange" or "Remove" or "RemoveAll" or "RemoveAt" or "UnionWith";

    private static bool IsState(ISymbol member) => member.IsStatic && !member.GetAttributes().Any(static a => a.AttributeClass?.Name == "ThreadStaticAttribute");

    private static bool IsInitialization(ISymbol owner, ISymbol member) =>
        owner is IMethodSymbol { MethodKind: MethodKind.StaticConstructor } && SymbolEqualityComparer.Default.Equals(owner.ContainingType, member.ContainingType);
}
