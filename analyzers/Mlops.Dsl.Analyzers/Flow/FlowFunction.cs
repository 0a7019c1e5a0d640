using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Mlops.Dsl.Analyzers.Flow;

/// <summary>A function as a value: a lambda, a local function or a method group.</summary>
/// <param name="Symbol">The function.</param>
/// <param name="Body">The body of a lambda or local function; null for a method.</param>
/// <param name="Receiver">The object of a method group.</param>
/// <param name="Captured">What the variables that it captures held when it was last seen.</param>
internal sealed record FlowFunction(IMethodSymbol Symbol, FlowBody? Body, FlowValue Receiver, FlowState Captured)
{
    /// <inheritdoc />
    public bool Equals(FlowFunction? other) =>
        other is not null
        && SymbolEqualityComparer.Default.Equals(Symbol, other.Symbol)
        && Receiver.Equals(other.Receiver)
        && Captured.Equals(other.Captured);

    /// <inheritdoc />
    public override int GetHashCode() => SymbolEqualityComparer.Default.GetHashCode(Symbol);

    /// <summary>The functions of two values. One function seen twice is one, whose variables may hold what they held either time.</summary>
    public static ImmutableArray<FlowFunction> Join(ImmutableArray<FlowFunction> left, ImmutableArray<FlowFunction> right)
    {
        var joined = left;
        foreach (var function in right)
        {
            var index = Find(joined, function.Symbol);
            joined = index < 0 ? joined.Add(function) : joined.SetItem(index, joined[index].Join(function));
        }

        return joined;
    }

    /// <summary>The function, knowing others only so deep.</summary>
    public FlowFunction Cut(int depth) => this with { Receiver = Receiver.WithFunctions(depth), Captured = Captured.Cut(depth) };

    private static int Find(ImmutableArray<FlowFunction> functions, IMethodSymbol symbol)
    {
        for (var i = 0; i < functions.Length; i++)
        {
            if (SymbolEqualityComparer.Default.Equals(functions[i].Symbol, symbol))
            {
                return i;
            }
        }

        return -1;
    }

    private FlowFunction Join(FlowFunction other)
    {
        var captured = Captured.Copy();
        captured.Join(other.Captured);
        return this with { Receiver = Receiver.Join(other.Receiver), Captured = captured };
    }
}
