using Microsoft.CodeAnalysis;
using Mlops.Dsl.Generators.Symbols;

namespace Mlops.Dsl.Generators.Binding;

/// <summary>A node of the graph as it is declared, with its symbols: lives as long as one parse.</summary>
internal sealed class StageDeclaration
{
    private readonly MemberAttributes _declared;

    private StageDeclaration(
        IMethodSymbol method,
        MemberAttributes declared,
        StageAttributes attributes,
        bool isAwaitable,
        ITypeSymbol? result
    )
    {
        _declared = declared;
        Method = method;
        Attributes = attributes;
        IsAwaitable = isAwaitable;
        Result = result;
    }

    public IMethodSymbol Method { get; }

    public StageAttributes Attributes { get; }

    public StageKind Kind => Attributes.Kind;

    public string Name => Method.Name;

    public bool IsForEach => Attributes.ForEach is not null;

    public bool IsAwaitable { get; }

    /// <summary>What is returned or awaited; null for nothing.</summary>
    public ITypeSymbol? Result { get; }

    public bool IsTuple => Result is INamedTypeSymbol { IsTupleType: true };

    /// <summary>Whether what it returns is an effect, to be delivered after its commit.</summary>
    public bool IsEffect => Kind is StageKind.Notify or StageKind.Start;

    /// <summary>The method's parameters, in order.</summary>
    public IReadOnlyList<StageParameter> Parameters { get; private set; } = [];

    /// <summary>Whether calling the method is an error.</summary>
    public bool IsObsoleteError => _declared.IsObsoleteError;

    /// <summary>The outputs, in order.</summary>
    public IReadOnlyList<OutputDeclaration> Outputs { get; private set; } = [];

    /// <summary>How the method's parameters are bound, in order; the injected ones are not among them.</summary>
    public List<InputBinding> Inputs { get; } = [];

    public List<StageDeclaration> After { get; } = [];

    public List<ConditionBinding> Conditions { get; } = [];

    /// <summary>The position in declaration order.</summary>
    public int Index { get; set; }

    /// <summary>Where the method's name is, for messages.</summary>
    public Location? Location => Method.Locations.FirstOrDefault();

    /// <summary>Reads a method; null if it is no node of the graph.</summary>
    public static StageDeclaration? Read(IMethodSymbol method, AttributeReader reader)
    {
        var declared = reader.Read(method);
        if (StageAttributes.Read(method, declared) is not { } attributes)
        {
            return null;
        }

        var isAwaitable = method.ReturnType.IsTask();
        var result =
            isAwaitable ? ((INamedTypeSymbol)method.ReturnType).TypeArguments.FirstOrDefault()
            : method.ReturnsVoid ? null
            : method.ReturnType;
        var stage = new StageDeclaration(method, declared, attributes, isAwaitable, result)
        {
            Parameters = [.. method.Parameters.Select(parameter => new StageParameter(parameter, reader.Read(parameter)))],
        };
        stage.Outputs = stage.ReadOutputs();
        return stage;
    }

    /// <summary>What must have succeeded before.</summary>
    public IEnumerable<StageDeclaration> Predecessors() =>
        Inputs
            .Select(static input => input.Output.Stage)
            .Concat(After)
            .Concat(Conditions.Where(static condition => condition.Output is not null).Select(static condition => condition.Output!.Stage));

    // What a notice or a start returns goes into the outbox, not into the graph.
    private List<OutputDeclaration> ReadOutputs() =>
        Result switch
        {
            null => [],
            _ when IsEffect => [],
            INamedTypeSymbol { IsTupleType: true } tuple =>
            [
                .. tuple.TupleElements.Select(
                    (element, ordinal) =>
                        new OutputDeclaration(this, ordinal, element.Name, element.Type, element.IsExplicitlyNamedTupleElement)
                ),
            ],
            _ => [new OutputDeclaration(this, 0, Name, Result, isNamed: true)],
        };
}
