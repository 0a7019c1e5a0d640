using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Mlops.Dsl.Analyzers.Release;

/// <summary>What a body writes to its locals, wherever it does: in initializers, assignments, loops, patterns and lambdas.</summary>
internal sealed class LocalWrites
{
    private readonly Dictionary<ILocalSymbol, List<IOperation?>> _writes = new(SymbolEqualityComparer.Default);

    private LocalWrites()
    {
    }

    /// <summary>The writes in a body.</summary>
    public static LocalWrites In(IOperation body)
    {
        var writes = new LocalWrites();
        foreach (var operation in body.DescendantsAndSelf())
        {
            writes.Take(operation);
        }

        return writes;
    }

    /// <summary>Whether something is written to the local, and the condition holds for each known value; an unknown value never does.</summary>
    public bool AllOf(ILocalSymbol local, Func<IOperation, bool> condition) =>
        _writes.TryGetValue(local, out var values) && values.TrueForAll(value => value is not null && condition(value));

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
            case ILocalReferenceOperation reference when IsWrittenOtherwise(reference):
                Add(reference.Local, null);
                break;
            case IDeclarationPatternOperation { DeclaredSymbol: ILocalSymbol local }:
                Add(local, null);
                break;
        }
    }

    private static bool IsWrittenOtherwise(ILocalReferenceOperation reference) => reference.Parent switch
    {
        ISimpleAssignmentOperation { IsRef: false } => false,
        IAssignmentOperation assignment => assignment.Target == reference,
        IIncrementOrDecrementOperation => true,
        IArgumentOperation argument => argument.Parameter?.RefKind is RefKind.Ref or RefKind.Out,
        ITupleOperation { Parent: IDeconstructionAssignmentOperation } => true,
        IDeclarationExpressionOperation => true,
        IAddressOfOperation => true,
        _ => false,
    };

    private void Add(ILocalSymbol local, IOperation? value)
    {
        if (!_writes.TryGetValue(local, out var values))
        {
            _writes.Add(local, values = []);
        }

        values.Add(value);
    }
}
