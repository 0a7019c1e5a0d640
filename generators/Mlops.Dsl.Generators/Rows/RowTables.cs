using Microsoft.CodeAnalysis;
using Mlops.Dsl.Generators.Codecs;
using Mlops.Dsl.Generators.Collections;
using Mlops.Dsl.Generators.Symbols;

namespace Mlops.Dsl.Generators.Rows;

/// <summary>Finds the rows, views and predictions in artifacts' types, such as <c>Raw&lt;ApiMember&gt;</c>.</summary>
internal static class RowTables
{
    /// <summary>The row types, each once, by name.</summary>
    /// <param name="artifacts">The artifacts' types.</param>
    /// <param name="uses">What the rows are to the world outside the pipeline.</param>
    /// <param name="plans">What is known of the types of all artifacts.</param>
    /// <param name="cancellationToken">Cancels the search.</param>
    public static EquatableArray<RowTable> Find(
        IEnumerable<ITypeSymbol> artifacts,
        RowUses uses,
        CodecPlans plans,
        CancellationToken cancellationToken
    )
    {
        var rows = new Dictionary<string, INamedTypeSymbol>(StringComparer.Ordinal);
        foreach (var artifact in artifacts)
        {
            Collect(artifact, rows);
        }

        return rows.OrderBy(static row => row.Key, StringComparer.Ordinal)
            .Select(row => new RowTable(row.Key, uses.Of(row.Value), plans.Columns(row.Value, cancellationToken)))
            .ToEquatableArray();
    }

    private static void Collect(ITypeSymbol type, Dictionary<string, INamedTypeSymbol> rows)
    {
        if (type is IArrayTypeSymbol array)
        {
            Collect(array.ElementType, rows);
        }
        else if (type is INamedTypeSymbol named)
        {
            if (RowKinds.Of(named) != RowKind.None)
            {
                rows[MetadataNames.Of(named)] = named;
            }

            foreach (var argument in named.TypeArguments)
            {
                Collect(argument, rows);
            }
        }
    }
}
