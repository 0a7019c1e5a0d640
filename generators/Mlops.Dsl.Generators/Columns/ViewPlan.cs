using Microsoft.CodeAnalysis;
using Mlops.Dsl.Generators.Symbols;

namespace Mlops.Dsl.Generators.Columns;

/// <summary>The row that a view is of, and what the view has of it. It keeps symbols and must not outlive the step.</summary>
/// <param name="Row">The row type.</param>
/// <param name="Columns">The columns of the view.</param>
internal sealed record ViewPlan(INamedTypeSymbol Row, IReadOnlyList<Column> Columns)
{
    // What records have already: a positional property of such a name is an error of the compiler's.
    private static readonly HashSet<string> RecordMembers = new(StringComparer.Ordinal)
    {
        "Clone",
        "Deconstruct",
        "EqualityContract",
        "Equals",
        "Finalize",
        "GetHashCode",
        "GetType",
        "MemberwiseClone",
        "PrintMembers",
        "ReferenceEquals",
        "ToString",
    };

    // The values of ColumnRole, which the attribute has as numbers.
    private static readonly string[] Roles = ["None", "Feature", "Label", "Group", "Time", "Key", "PredictedLabel", "Probability", "Score"];

    /// <summary>Finds the row of a view.</summary>
    /// <returns>The plan, or why there is none, as a clause that follows the row's name. Neither, where the compiler reports what is
    /// wrong.</returns>
    public static (ViewPlan? Plan, string? Problem) Find(
        INamedTypeSymbol view,
        Compilation compilation,
        CancellationToken cancellationToken
    )
    {
        if (
            view.Find(RowKind.View.Attribute()) is not { ConstructorArguments: [var argument] } attribute
            || argument.Value is not ITypeSymbol type
        )
        {
            return (
                null,
                view.Find(RowKind.View.Attribute())?.ConstructorArguments is [{ IsNull: true, Kind: not TypedConstantKind.Error }]
                    ? "is no row; name the row type, such as typeof(Applicant)"
                    : null
            );
        }

        if (type is IErrorTypeSymbol)
        {
            return (null, null);
        }

        if (RowKinds.Of(type) != RowKind.Row)
        {
            return (null, "is no [Row]; name the row type, such as typeof(Applicant)");
        }

        var row = (INamedTypeSymbol)type;
        if (
            row.IsGenericType
            || TypeAccess.Of(row) == Accessibility.Private
            || !compilation.IsSymbolAccessibleWithin(row, compilation.Assembly)
        )
        {
            return (
                null,
                row.IsGenericType ? "is generic; a view is of one type" : "is hidden from generated code; make it internal or public"
            );
        }

        var role =
            attribute.NamedArguments.FirstOrDefault(static named => named.Key == "Without").Value.Value as int?
            ?? Array.IndexOf(Roles, "Label");
        if (role < 0 || role >= Roles.Length)
        {
            return (null, "has no such role as Without says; name one, such as ColumnRole.Label, since roles are no flags");
        }

        var without = Roles[role];
        var all = ColumnParser.Parse(row, cancellationToken);
        var columns = all.Where(column => column.Model.Role != without || without == "None").ToList();

        // Two roles joined as flags are the number of a third: it shows where the row has nothing of that one, and the label would stay.
        var leavesNothingOut = columns.Count == all.Count && without is not ("None" or "Label");
        var problem =
            leavesNothingOut
                ? $"has no column of the role {without}, so that Without leaves nothing out; roles are no flags, name one that it has"
            : columns.Count == 0 ? $"has no column for the view{(without == "None" ? "" : $" but those of the role {without}")}"
            : columns.Select(column => Problem(column, view, compilation)).FirstOrDefault(static found => found is not null);
        return problem is null ? (new ViewPlan(row, [.. columns.Select(Given)]), null) : (null, problem);
    }

    /// <summary>Whether what is made for a view can mention a type as visibly as the view itself is.</summary>
    public static bool IsAsVisible(ITypeSymbol type, INamedTypeSymbol view) =>
        TypeAccess.Of(type) switch
        {
            Accessibility.Public => true,
            Accessibility.Internal => TypeAccess.Of(view) != Accessibility.Public,
            _ => false,
        };

    /// <summary>A view has what the row computes as a value, which its sender knows or <c>From</c> asks the row for.</summary>
    private static Column Given(Column column) => column with { Model = column.Model with { IsComputed = false } };

    private static string? Problem(Column column, INamedTypeSymbol view, Compilation compilation) =>
        RecordMembers.Contains(column.Model.Name)
            ? $"has the column '{column.Model.Name}', and a record has a member of that name already; rename the column"
        : column.Model.Name == view.Name ? $"has a column of the view's name, '{view.Name}'; rename one of them"
        : !IsAsVisible(column.Property.Type, view) || !compilation.IsSymbolAccessibleWithin(column.Property.Type, compilation.Assembly)
            ? $"has the column '{column.Model.Name}' of type '{column.Model.DisplayType}', which is less visible than the view; make the "
                + $"view internal, or the type public"
        : null;
}
