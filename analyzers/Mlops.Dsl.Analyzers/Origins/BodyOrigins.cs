using Microsoft.CodeAnalysis;
using Mlops.Dsl.Analyzers.Calls;

namespace Mlops.Dsl.Analyzers.Origins;

/// <summary>What one body puts where, in the order of the code. Only a list: most of it nobody ever asks for.</summary>
/// <param name="owner">The member whose body it is.</param>
internal sealed class BodyOrigins(Member owner)
{
    private readonly List<(ISymbol Place, Origin Value)> _values = [];
    private List<(ISymbol Function, IReadOnlyList<Origin> Arguments)>? _invocations;
    private List<Origin>? _returned;

    /// <summary>The member whose body it is.</summary>
    public Member Owner => owner;

    /// <summary>Whether the body puts nothing anywhere.</summary>
    public bool IsEmpty => _values.Count == 0 && _invocations is null && _returned is null;

    /// <summary>The places, and what is put into each.</summary>
    public IReadOnlyList<(ISymbol Place, Origin Value)> Values => _values;

    /// <summary>The places that hold functions, and what those are called with.</summary>
    public IReadOnlyList<(ISymbol Function, IReadOnlyList<Origin> Arguments)> Invocations => _invocations ?? [];

    /// <summary>The paths whose files the body makes artifacts.</summary>
    public IReadOnlyList<Origin> Returned => _returned ?? [];

    /// <summary>Puts a value into a place.</summary>
    public void Add(ISymbol place, Origin value)
    {
        if (value is not Origin.Nothing)
        {
            _values.Add((place, value));
        }
    }

    /// <summary>Calls the function that a place holds.</summary>
    public void AddInvocation(ISymbol function, IReadOnlyList<Origin> arguments) => (_invocations ??= []).Add((function, arguments));

    /// <summary>Makes an artifact of the file at a path, so that it is stored wherever it was written.</summary>
    public void AddReturned(Origin path) => (_returned ??= []).Add(path);
}
