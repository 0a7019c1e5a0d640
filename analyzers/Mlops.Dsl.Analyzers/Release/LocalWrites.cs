using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Mlops.Dsl.Analyzers.Release;

/// <summary>What a body writes to its locals, wherever it does: in initializers, assignments, loops, patterns and lambdas.</summary>
internal sealed class LocalWrites
{
    private readonly Dictionary<ISymbol, List<IOperation?>> _writes = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<ISymbol, List<IOperation>> _added = new(SymbolEqualityComparer.Default);
    private readonly HashSet<ISymbol> _givenAway = new(SymbolEqualityComparer.Default);

    private LocalWrites(IOperation body) => Body = body;

    /// <summary>The body.</summary>
    public IOperation Body { get; }

    /// <summary>The writes in a body.</summary>
    public static LocalWrites In(IOperation body)
    {
        var writes = new LocalWrites(body);
        foreach (var operation in body.DescendantsAndSelf())
        {
            writes.Take(operation);
        }

        return writes;
    }

    /// <summary>
    /// Whether something is written to the local, and the condition holds for each known value; an unknown value never does.
    /// </summary>
    public bool AllOf(ILocalSymbol local, Func<IOperation, bool> condition) =>
        !_added.ContainsKey(local)
        && _writes.TryGetValue(local, out var values)
        && values.TrueForAll(value => value is not null && condition(value));

    /// <summary>The values that are written to a local; null if one of them is not known, or there is none.</summary>
    public IReadOnlyList<IOperation>? Of(ILocalSymbol local) =>
        _writes.TryGetValue(local, out var values) && values.TrueForAll(static value => value is not null)
            ? values.ConvertAll(static value => value!)
            : null;

    /// <summary>What is added to a local, by <c>+=</c> or <c>++</c>.</summary>
    public IReadOnlyList<IOperation> AddedTo(ILocalSymbol local) => _added.TryGetValue(local, out var values) ? values : [];

    /// <summary>Whether the body does nothing with an object in a local but query it, so that it holds what it held at first.</summary>
    public bool IsOnlyRead(ILocalSymbol local) => !_givenAway.Contains(local);

    private void Take(IOperation operation)
    {
        switch (operation)
        {
            case IVariableDeclaratorOperation { Initializer: { } initializer } declarator:
                Add(declarator.Symbol, initializer.Value);
                break;
            case ISimpleAssignmentOperation { IsRef: false, Target: ILocalReferenceOperation target } assignment:
                Add(target.Local, assignment.Value);
                break;

            // Declared without a value, so that what is written elsewhere is all there is.
            case IVariableDeclaratorOperation:
                break;
            case ICompoundAssignmentOperation
            {
                OperatorKind: BinaryOperatorKind.Add,
                OperatorMethod: null,
                Target: ILocalReferenceOperation target
            } sum:
                AddTo(target.Local, sum.Value);
                break;
            case IIncrementOrDecrementOperation
            {
                Kind: OperationKind.Increment,
                OperatorMethod: null,
                Target: ILocalReferenceOperation target
            } count:
                AddTo(target.Local, count);
                break;
            case ILocalReferenceOperation reference when IsWrittenOtherwise(reference):
                Add(reference.Local, null);
                break;
            case ILocalReferenceOperation reference when IsGivenAway(reference):
                _givenAway.Add(reference.Local);
                break;
            case IDeclarationPatternOperation { DeclaredSymbol: ILocalSymbol local }:
                Add(local, null);
                break;
        }
    }

    private static bool IsWrittenOtherwise(ILocalReferenceOperation reference) =>
        reference.Parent switch
        {
            ISimpleAssignmentOperation { IsRef: false } => false,
            ICompoundAssignmentOperation { OperatorKind: BinaryOperatorKind.Add, OperatorMethod: null } => false,
            IAssignmentOperation assignment => assignment.Target == reference,
            IIncrementOrDecrementOperation count => count.Kind == OperationKind.Decrement || count.OperatorMethod is not null,
            IArgumentOperation argument => argument.Parameter?.RefKind is RefKind.Ref or RefKind.Out,
            ITupleOperation { Parent: IDeconstructionAssignmentOperation } => true,
            IDeclarationExpressionOperation => true,
            IAddressOfOperation => true,
            _ => false,
        };

    private static bool IsGivenAway(IOperation reference) =>
        reference.Parent switch
        {
            IConversionOperation conversion => IsGivenAway(conversion),
            IArgumentOperation { Parent: IInvocationOperation call } => call.TargetMethod.ContainingType.Name
                is not ("Enumerable" or "ParallelEnumerable"),
            IArgumentOperation => true,
            IInvocationOperation or IVariableInitializerOperation or ISimpleAssignmentOperation or IReturnOperation => true,
            IArrayElementReferenceOperation { Parent: IAssignmentOperation or IIncrementOrDecrementOperation or IArgumentOperation } =>
                true,
            IPropertyReferenceOperation { Arguments.Length: > 0, Parent: IAssignmentOperation } => true,
            _ => false,
        };

    private void AddTo(ILocalSymbol local, IOperation value)
    {
        if (!_added.TryGetValue(local, out var values))
        {
            _added.Add(local, values = []);
        }

        values.Add(value);
    }

    private void Add(ILocalSymbol local, IOperation? value)
    {
        if (!_writes.TryGetValue(local, out var values))
        {
            _writes.Add(local, values = []);
        }

        values.Add(value);
    }
}
