using Mlops.Dsl.Generators.Collections;
using Mlops.Dsl.Generators.Columns;

namespace Mlops.Dsl.Generators.Rows;

/// <summary>A row type as the manifest lists it.</summary>
/// <param name="Type">The name that reflection uses.</param>
/// <param name="Use">Who else has to agree on it.</param>
/// <param name="Columns">The columns, in declaration order.</param>
internal sealed record RowTable(string Type, RowUse Use, EquatableArray<ColumnModel> Columns);
