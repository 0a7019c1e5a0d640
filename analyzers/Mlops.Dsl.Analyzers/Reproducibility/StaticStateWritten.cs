using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Mlops.Dsl.Analyzers.Calls;
using Mlops.Dsl.Analyzers.Infrastructure;
using Mlops.Dsl.Analyzers.Reach;

namespace Mlops.Dsl.Analyzers.Reproducibility;

/// <summary>A reused stage changes nothing, so that whoever reads the state sees another one.</summary>
internal sealed class StaticStateWritten : ReachedOperationRule
{
    public static readonly DiagnosticDescriptor Descriptor = new(
        "MLP4010",
        "Stage changes static state",
        "{0} changes '{1}', which outlives the run: what the next stage, run or thread sees depends on what ran before; return the value, "
            + "or keep it in a local",
        RuleCategory.Reproducibility,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "Static state is no output: a reused stage does not change it, a resumed run does not have it, and two stages side by "
            + "side race for it.",
        helpLinkUri: RuleHelp.Link("MLP4010")
    );

    public override DiagnosticDescriptor Rule => Descriptor;

    public override ImmutableArray<string> Types =>
        [
            "System.Collections.Generic.ICollection`1",
            "System.Collections.Generic.Queue`1",
            "System.Collections.Generic.Stack`1",
            "System.Collections.Generic.PriorityQueue`2",
            "System.Collections.Concurrent.IProducerConsumerCollection`1",
            "System.Collections.Concurrent.ConcurrentDictionary`2",
            "System.Collections.IDictionary",
        ];

    public override bool Includes(ISymbol member) => StaticCollections.MayChange(member.Name);

    public override Func<ISymbol, bool, bool> Recognizes =>
        static (member, _) => member is IPropertySymbol or IEventSymbol or IFieldSymbol { IsConst: false } && IsState(member);

    public override Fault? Check(ReachedOperation operation) =>
        operation.Operation switch
        {
            IInvocationOperation { Instance: IMemberReferenceOperation collection } call => IsState(collection.Member)
                ? StaticCollections.Check(call, collection, operation, Written(operation, collection))
                : null,
            IMemberReferenceOperation state => IsWritten(state) || StaticCollections.IsFiled(state, operation) || IsSeededGenerator(state)
                ? Written(operation, state)
                : null,
            _ => null,
        };

    private static Fault? Written(ReachedOperation operation, IMemberReferenceOperation state) =>
        IsInitialization(operation.Owner, state.Member) || IsKept(state)
            ? null
            : new Fault(state.Syntax.GetLocation(), [$"{state.Member.ContainingType.Name}.{state.Member.Name}"])
            {
                ConfirmInHelper = reach => !reach.IsInitialization(operation.Owner, state.Member.ContainingType),
            };

    /// <summary>Whether what nothing but the code itself decides about is put into an empty place, once and for all.</summary>
    private static bool IsKept(IMemberReferenceOperation state) =>
        state.Parent is ISimpleAssignmentOperation { Value: var value } assignment
        && assignment.Target == state
        && SymbolEqualityComparer.Default.Equals(Guard.Of(assignment), state.Member)
        && !value
            .DescendantsAndSelf()
            .Any(static part => part is IParameterReferenceOperation or ILocalReferenceOperation or IInstanceReferenceOperation);

    /// <summary>Whether an expression is written. <c>??=</c> does not count: a value that is computed once and kept is a cache.</summary>
    private static bool IsWritten(IOperation target) =>
        target.Parent switch
        {
            ITupleOperation { Parent: IDeconstructionAssignmentOperation assignment } tuple => assignment.Target == tuple
                && tuple.Elements.First(IsStateReference) == target,
            ISimpleAssignmentOperation assignment => assignment.Target == target,
            ICompoundAssignmentOperation assignment => assignment.Target == target,
            IIncrementOrDecrementOperation => true,
            IArgumentOperation
            {
                Parameter.RefKind: RefKind.Ref or RefKind.Out,
                Parent: IInvocationOperation { TargetMethod.ContainingType.Name: not ("LazyInitializer" or "Volatile") }
            } => true,

            // A static object of the compilation's own is as static as what it holds.
            IMemberReferenceOperation { Member: IFieldSymbol or IPropertySymbol { IsIndexer: false } } part => part.Instance == target
                && part.Member.DeclaringSyntaxReferences.Length > 0
                && target.Type is { IsReferenceType: true }
                && IsWritten(part),
            _ => false,
        };

    /// <summary>
    /// Whether a generator with a seed is used: what is drawn depends on who drew before. That one has none is told where it is made.
    /// </summary>
    private static bool IsSeededGenerator(IMemberReferenceOperation state) =>
        state.Type is { Name: "Random" } type
        && type.ContainingNamespace.Is("System")
        && state.Member.DeclaringSyntaxReferences is [var declaration]
        && declaration
            .GetSyntax()
            .DescendantNodes()
            .Any(static node => node is BaseObjectCreationExpressionSyntax { ArgumentList.Arguments.Count: > 0 });

    private static bool IsStateReference(IOperation operation) =>
        operation is IMemberReferenceOperation { Member: var member } && IsState(member);

    private static bool IsState(ISymbol member) =>
        member.IsStatic && !member.GetAttributes().Any(static a => a.AttributeClass?.Name == "ThreadStaticAttribute");

    /// <summary>
    /// A static constructor makes state once; that a property's setter writes the field behind it is told where the property is written.
    /// </summary>
    private static bool IsInitialization(ISymbol owner, ISymbol member) =>
        member is IFieldSymbol { IsImplicitlyDeclared: true }
        || owner is IMethodSymbol { MethodKind: MethodKind.StaticConstructor }
            && SymbolEqualityComparer.Default.Equals(owner.ContainingType, member.ContainingType);
}
