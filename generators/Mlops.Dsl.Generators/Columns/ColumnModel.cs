using Mlops.Dsl.Generators.Collections;
using Mlops.Dsl.Generators.Constraints;

namespace Mlops.Dsl.Generators.Columns;

/// <summary>A column.</summary>
/// <param name="Name">The property's name.</param>
/// <param name="Type">Its type, as code writes it.</param>
/// <param name="DisplayType">Its type, as a person writes it.</param>
/// <param name="IsNullable">Whether null is a value.</param>
/// <param name="Role">The member of <c>ColumnRole</c>.</param>
/// <param name="IsPersonal">Whether it holds personal data.</param>
/// <param name="IsProtected">Whether decisions must not depend on it.</param>
/// <param name="IsComputed">Whether the row computes it, so that it is not given a value.</param>
/// <param name="Format">The expression of its format as text; null for a type that has none.</param>
/// <param name="Description">The doc comment's summary.</param>
/// <param name="Constraints">What values must satisfy.</param>
internal sealed record ColumnModel(
    string Name,
    string Type,
    string DisplayType,
    bool IsNullable,
    string Role,
    bool IsPersonal,
    bool IsProtected,
    bool IsComputed,
    string? Format,
    string? Description,
    EquatableArray<ConstraintModel> Constraints
);
