using Microsoft.CodeAnalysis;
using Mlops.Dsl.Analyzers.Calls;
using Mlops.Dsl.Analyzers.Flow;
using Mlops.Dsl.Analyzers.Infrastructure;
using Mlops.Dsl.Analyzers.Vocabulary;

namespace Mlops.Dsl.Analyzers.Governance;

/// <summary>Tells whether marked values lie in columns that say so, or in others.</summary>
internal static class Containment
{
    /// <summary>Whether a value has a mark somewhere other than in a column that a condition holds for.</summary>
    /// <param name="value">The value; of a collection, its elements.</param>
    /// <param name="type">The type that it is kept as.</param>
    /// <param name="mark">The mark.</param>
    /// <param name="isDeclared">Whether a column may hold it.</param>
    public static bool Escapes(FlowValue value, ITypeSymbol type, Mark mark, Func<IPropertySymbol, bool> isDeclared)
    {
        if (!value.Has(mark))
        {
            return false;
        }

        if (
            type is INamedTypeSymbol { TypeArguments: [var keys, var values] }
            && (value.Knows("Key") || value.Knows("Value"))
            && (value.Own & mark) == Mark.None
        )
        {
            return Escapes(value.Member("Key"), keys, mark, isDeclared) || Escapes(value.Member("Value"), values, mark, isDeclared);
        }

        var rows = ElementTypes.Of(type).Where(row => Columns.In(row, isDeclared).Any()).ToList();
        if (rows.Count == 0)
        {
            return true;
        }

        // Rows that were grouped or sorted by the column have the mark as a whole: nobody can tell any more where it is.
        return (value.Own & mark) == Mark.None
            && rows.Exists(row =>
                row.GetMembers()
                    .OfType<IPropertySymbol>()
                    .Any(p =>
                        !p.IsStatic
                        && p.Name != "EqualityContract"
                        && !isDeclared(p)
                        && Escapes(value.Member(p.Name), p.Type, mark, isDeclared)
                    )
            );
    }
}
