using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Mlops.Dsl.Analyzers.Calls;

/// <summary>
/// What is asked about a member wherever code uses it, found out once: so that a body costs one look-up an operation. Of the compilation's
/// own source, it is also a node of the <see cref="CallGraph"/>, and then stands for a type too: for what runs before the type's first use.
/// </summary>
/// <param name="symbol">The member: the original definition, of a partial one the declaring part.</param>
/// <param name="number">Its number among those of the compilation's own source; -1 for others.</param>
/// <param name="isOwn">Whether it belongs to the compilation's own source.</param>
/// <param name="rules">The rules that a use of it concerns.</param>
internal sealed class Member(ISymbol symbol, int number, bool isOwn, ImmutableArray<CandidateRule> rules)
{
    /// <summary>The member: the original definition, of a partial one the declaring part.</summary>
    public ISymbol Symbol => symbol;

    /// <summary>Its number among those of the compilation's own source, which have no gaps; -1 for others.</summary>
    public int Number => number;

    /// <summary>Whether it belongs to the compilation's own source.</summary>
    public bool IsOwn => isOwn;

    /// <summary>The rules that a use of it concerns.</summary>
    public ImmutableArray<CandidateRule> Rules => rules;

    /// <summary>Whether it is a method that may create a type that it is given: <c>where T : new()</c>.</summary>
    public bool CreatesTypeArguments { get; } =
        symbol is IMethodSymbol { IsGenericMethod: true } method
        && method.TypeParameters.Any(static parameter => parameter.HasConstructorConstraint);

    /// <summary>Whether it may write to variables that it is given.</summary>
    public bool WritesArguments { get; } =
        symbol is IMethodSymbol method && method.Parameters.Any(static parameter => parameter.RefKind is RefKind.Out or RefKind.Ref);

    /// <summary>
    /// Whether it runs code of its own where it is called: no local function, which is a part of the body that holds it, and no delegate.
    /// </summary>
    public bool IsCallable { get; } =
        isOwn && symbol is not IMethodSymbol { MethodKind: MethodKind.LocalFunction or MethodKind.DelegateInvoke };

    /// <summary>Whether an override or implementation may run where it is called.</summary>
    public bool CanBeReplaced { get; } = isOwn && symbol is IMethodSymbol method && method.CanBeReplaced();

    /// <summary>What runs where a property is read.</summary>
    public Member? Getter { get; init; }

    /// <summary>What runs where a property is written.</summary>
    public Member? Setter { get; init; }

    /// <summary>Its body, as long as nobody has read it; null where it has none.</summary>
    public CodeBody? Unread { get; set; }

    /// <summary>Whether it has a body.</summary>
    public bool HasBody => !Calls.IsDefault || Unread is not null;

    /// <summary>What its body calls; default as long as its body was not read, or where it has none.</summary>
    public ImmutableArray<Call> Calls { get; set; }

    /// <summary>What runs, or may run, when it does; default as long as nobody asked.</summary>
    public ImmutableArray<Callee> Callees { get; set; }
}
