using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Mlops.Dsl.Analyzers.Calls;

namespace Mlops.Dsl.Analyzers.Reproducibility;

/// <summary>What a key says of the value that is kept under it.</summary>
internal enum Knowledge
{
    /// <summary>Nothing else decides about the value: computed again, it would be the same.</summary>
    All,

    /// <summary>The value is what a function gives that the caller passes.</summary>
    CallersTell,

    /// <summary>Something decides about the value that is not in the key.</summary>
    Less,
}

/// <summary>A place of a table: its key, and what is known by it.</summary>
internal sealed class Memory
{
    private readonly HashSet<ISymbol> _known = new(SymbolEqualityComparer.Default);
    private readonly HashSet<ISymbol> _asked = new(SymbolEqualityComparer.Default);
    private readonly IMemberReferenceOperation? _table;
    private readonly ISymbol? _owner;
    private readonly bool _knowsObject;

    /// <summary>A place under a key.</summary>
    public Memory(IOperation key, IMemberReferenceOperation? table, ISymbol? owner)
        : this([key], table, owner) { }

    /// <summary>A place under several keys.</summary>
    /// <param name="keys">The keys.</param>
    /// <param name="table">The table; null if it is another one's.</param>
    /// <param name="owner">The member whose body files the value.</param>
    public Memory(IEnumerable<IOperation> keys, IMemberReferenceOperation? table, ISymbol? owner)
    {
        (_table, _owner) = (table, owner);
        var pending = new Queue<IOperation>(keys);
        while (pending.Count > 0)
        {
            foreach (var part in pending.Dequeue().DescendantsAndSelf())
            {
                _knowsObject |=
                    part is IInstanceReferenceOperation || (part is IParameterReferenceOperation state && IsOfObject(state.Parameter));
                if (Place(part) is { } place && _known.Add(place) && part is ILocalReferenceOperation { Local: var local })
                {
                    foreach (var value in part.Root().Values(local))
                    {
                        pending.Enqueue(value);
                    }
                }
            }
        }
    }

    /// <summary>What the key says of a value, or of what a function makes of the key.</summary>
    public Knowledge Knows(IOperation value)
    {
        if (
            value.Unconverted() is IParameterReferenceOperation { Parameter: { Type.TypeKind: TypeKind.Delegate } function }
            && !_known.Contains(function)
        )
        {
            return function.ContainingSymbol.Same(_owner) ? Knowledge.CallersTell : Knowledge.Less;
        }

        return value.DescendantsAndSelf().All(part => IsKnown(part, value)) ? Knowledge.All : Knowledge.Less;
    }

    private bool IsKnown(IOperation part, IOperation value) =>
        part switch
        {
            IIncrementOrDecrementOperation => false,
            IPropertyReferenceOperation { Property.Name: "Count", Instance: IMemberReferenceOperation counted } => !counted.Member.Same(
                _table?.Member
            ),
            IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance } => _knowsObject
                || !TellsOfObject(part),
            IParameterReferenceOperation { Parameter: var parameter } => _known.Contains(parameter)
                || IsInside(parameter.ContainingSymbol, value)
                || (_knowsObject && IsOfObject(parameter))
                || IsIncidental(parameter.Type),
            ILocalReferenceOperation { Local: var local } => _known.Contains(local)
                || IsInside(local, value)
                || !_asked.Add(local)
                || IsMade(local, part),
            _ => true,
        };

    /// <summary>Whether all values that a local gets are known.</summary>
    private bool IsMade(ILocalSymbol local, IOperation use) =>
        use.Root().Values(local).ToList() is { Count: > 0 } values && values.TrueForAll(value => Knows(value) == Knowledge.All);

    private bool IsOfObject(IParameterSymbol parameter) =>
        parameter.ContainingSymbol is IMethodSymbol { MethodKind: MethodKind.Constructor } constructor && !constructor.Same(_owner);

    /// <summary>
    /// Whether what is done with the object needs what it holds: a method that never asks the object for anything does not.
    /// </summary>
    private static bool TellsOfObject(IOperation self) =>
        self.Parent switch
        {
            IInvocationOperation { IsVirtual: false, TargetMethod: var method } call when call.Instance == self => AsksObject(
                method,
                self.SemanticModel
            ),
            IMethodReferenceOperation { IsVirtual: false, Method: var method } => AsksObject(method, self.SemanticModel),
            _ => true,
        };

    private static bool AsksObject(IMethodSymbol method, SemanticModel? model) =>
        model is null
        || method.OriginalDefinition.DeclaringSyntaxReferences is not [var declaration, ..]
        || FieldUses.Model(model, declaration.SyntaxTree).GetOperation(declaration.GetSyntax()) is not { } body
        || body.Descendants()
            .Any(step =>
                step is IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance }
                || (
                    step is IParameterReferenceOperation use
                    && use.Parameter.ContainingSymbol is IMethodSymbol { MethodKind: MethodKind.Constructor }
                )
            );

    private static bool IsIncidental(ITypeSymbol type) => type.Name is "CancellationToken" or "ILogger";

    private static bool IsInside(ISymbol declared, IOperation value) =>
        declared.DeclaringSyntaxReferences is [var declaration, ..]
        && declaration.SyntaxTree == value.Syntax.SyntaxTree
        && value.Syntax.Span.Contains(declaration.Span);

    private static ISymbol? Place(IOperation part) =>
        part switch
        {
            ILocalReferenceOperation local => local.Local,
            IParameterReferenceOperation parameter => parameter.Parameter,
            _ => null,
        };
}
