using Microsoft.CodeAnalysis;
using Mlops.Dsl.Generators.Codecs;
using Mlops.Dsl.Generators.Collections;
using Mlops.Dsl.Generators.Columns;
using Mlops.Dsl.Generators.Symbols;

namespace Mlops.Dsl.Generators.Rows;

/// <summary>Reads rows, views and predictions.</summary>
internal static class RowParser
{
    private const string Dsl = "global::Mlops.Dsl.";

    /// <summary>The type; null where it can't be extended, for which rules of their own report why.</summary>
    public static RowModel? Parse(INamedTypeSymbol type, Compilation compilation, CancellationToken cancellationToken) =>
        !LanguageSupport.Holds(compilation) || !RowTypeShape.CanBeExtended(type) || CodecHome.Inside(type) is not { } home ? null
        : RowKinds.Of(type) != RowKind.View ? ParseWhole(type, home, compilation, cancellationToken)
        : ViewShape.Problem(type) is null && ViewPlan.Find(type, compilation, cancellationToken).Plan is { } plan
            ? ParseView(type, home, plan, compilation)
        : null;

    private static RowModel ParseWhole(INamedTypeSymbol type, CodecHome home, Compilation compilation, CancellationToken cancellationToken)
    {
        var names = new RowNames(type, []);
        var planner = new CodecPlanner(compilation);
        var columns = ColumnParser.Parse(type, cancellationToken);
        var interfaceName = RowKinds.Of(type) == RowKind.Prediction ? "IPrediction" : "IRow";
        return Create(
            type,
            home,
            $"{Dsl}{interfaceName}<{home.FullName}>",
            columns,
            planner.PlanRow(type, home, names.Free("RowCodec")),
            names,
            planner
        ) with
        {
            Creation = RowCreation.Plan(type, columns, planner.CanName),
        };
    }

    private static RowModel ParseView(INamedTypeSymbol view, CodecHome home, ViewPlan plan, Compilation compilation)
    {
        var names = new RowNames(view, [.. plan.Columns.Select(static column => column.Model.Name)]);
        var planner = new CodecPlanner(compilation);
        var row = TypeText.Code(plan.Row);
        var codec = planner.PlanView(view, plan.Columns, home, names.Free("RowCodec"));
        return Create(view, home, $"{Dsl}IRowView<{row}, {home.FullName}>", plan.Columns, codec, names, planner) with
        {
            Creation = RowCreation.Positional(plan.Columns.Count),
            View = new ViewModel(
                row,
                TypeText.Display(plan.Row),
                plan.Row.IsReferenceType,
                !names.IsFree("From") ? null
                    : ViewPlan.IsAsVisible(plan.Row, view) ? "public"
                    : "internal"
            ),
        };
    }

    private static RowModel Create(
        INamedTypeSymbol type,
        CodecHome home,
        string implements,
        IReadOnlyList<Column> columns,
        (CodecModel? Row, CodecPlan Plan) codec,
        RowNames names,
        CodecPlanner planner
    ) =>
        new(
            CodecNames.Hint(home, "Row", home.FullName),
            home,
            TypeText.Display(type),
            implements,
            columns.Select(static column => column.Model).ToEquatableArray(),
            codec.Row is null ? null : codec.Plan.Expression,
            codec.Plan.Problem,
            codec.Row is null ? default : codec.Plan.Generated.Append(codec.Row).ToEquatableArray(),
            RowCreation.Positional(0),
            View: null,
            names.IsFree("Schema"),
            names.IsFree("Columns"),
            planner.DependsOnBodies
        );
}
