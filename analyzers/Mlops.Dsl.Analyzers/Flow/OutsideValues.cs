using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Mlops.Dsl.Analyzers.Infrastructure;
using Mlops.Dsl.Analyzers.Vocabulary;

namespace Mlops.Dsl.Analyzers.Flow;

/// <summary>
/// Numbers that code about one row takes from outside: <c>rows.Select(row =&gt; row with { Income = row.Income ?? median })</c>.
/// However they were computed, they tell of all rows.
/// </summary>
/// <param name="context">The body, and what its variables hold.</param>
internal sealed class OutsideValues(FrameContext context)
{
    private const Mark OfRows = Mark.Unsplit | Mark.Unvalidated;

    /// <summary>What a variable gives where it is read.</summary>
    /// <param name="variable">The variable.</param>
    /// <param name="type">Its type.</param>
    /// <param name="reference">Where it is read.</param>
    /// <param name="value">What it holds.</param>
    public FlowValue Read(ISymbol variable, ITypeSymbol type, IOperation reference, FlowValue value)
    {
        if ((value.All & OfRows) == Mark.None || !IsFraction(type))
        {
            return value;
        }

        var all = context.Symbols.OfAll(value.All);
        return (value.All & all) != all && IsOutside(variable, reference, value) ? value.With(all) : value;
    }

    private bool IsOutside(ISymbol variable, IOperation reference, FlowValue value)
    {
        // Rows that were validated are known by their type; what was read may come from anywhere, also from another file.
        var isRaw = !value.Has(Mark.Unsplit);
        foreach (var (scope, around) in Scopes(reference.Syntax, isRaw))
        {
            if (IsDeclaredIn(variable, scope))
            {
                return false;
            }

            if (!OutsideNumber.IsAssigned(variable.Name, scope))
            {
                return isRaw ? OutsideNumber.IsOf(variable, around) : !OutsideNumber.IsOfOneRow(variable);
            }
        }

        return false;
    }

    /// <summary>The functions and loops around an expression that take one row after the other, innermost first.</summary>
    private IEnumerable<(SyntaxNode Scope, SyntaxNode Rows)> Scopes(SyntaxNode expression, bool isRaw)
    {
        foreach (var node in expression.Ancestors())
        {
            switch (node)
            {
                case MemberDeclarationSyntax:
                    yield break;
                case AnonymousFunctionExpressionSyntax lambda:
                    if (
                        context.Body.Method is { MethodKind: MethodKind.AnonymousFunction } method
                        && method.Parameters.Any(p => IsRow(p.Type, p, isRaw))
                    )
                    {
                        yield return (lambda, lambda.Parent?.Parent?.Parent ?? lambda);
                    }

                    // What is around a lambda is another body's.
                    yield break;
                case QueryExpressionSyntax query when context.Body.Method is { MethodKind: MethodKind.AnonymousFunction } clause:
                    if (clause.Parameters.Any(p => IsRow(p.Type, p, isRaw)))
                    {
                        yield return (query, query.FromClause.Expression);
                    }

                    yield break;
                case CommonForEachStatementSyntax loop
                    when context
                        .State.Symbols.OfType<ILocalSymbol>()
                        .Any(local => IsDeclaredIn(local, loop) && IsVariableOf(local, loop) && IsRow(local.Type, local, isRaw)):
                    yield return (loop, loop.Expression);
                    break;
            }
        }
    }

    private bool IsRow(ITypeSymbol type, ISymbol variable, bool isRaw) =>
        (isRaw ? type is IArrayTypeSymbol or { SpecialType: SpecialType.None or SpecialType.System_String } : RowTypes.MayBeOne(type))
        && context.State[variable].Has(isRaw ? Mark.Unvalidated : Mark.Unsplit);

    private static bool IsVariableOf(ILocalSymbol local, CommonForEachStatementSyntax loop) =>
        local.DeclaringSyntaxReferences.Any(reference => reference.GetSyntax() is var declared && !loop.Statement.Contains(declared));

    private static bool IsDeclaredIn(ISymbol variable, SyntaxNode scope) =>
        variable.DeclaringSyntaxReferences.Any(reference =>
            reference.SyntaxTree == scope.SyntaxTree && scope.Span.Contains(reference.Span)
        );

    /// <summary>Whether a type is a number with fractions, or made of such.</summary>
    private static bool IsFraction(ITypeSymbol type) =>
        type.WithoutNullable() switch
        {
            { SpecialType: SpecialType.System_Double or SpecialType.System_Single or SpecialType.System_Decimal } => true,
            INamedTypeSymbol { IsTupleType: true } tuple => tuple.TupleElements.All(static element => IsFraction(element.Type)),
            _ => false,
        };
}
