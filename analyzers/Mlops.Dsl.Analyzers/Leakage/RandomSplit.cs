using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Mlops.Dsl.Analyzers.Flow;
using Mlops.Dsl.Analyzers.Infrastructure;
using Mlops.Dsl.Analyzers.Vocabulary;
using Mlops.Dsl.Generators.Columns;
using Mlops.Dsl.Generators.Rows;

namespace Mlops.Dsl.Analyzers.Leakage;

/// <summary>Rows that belong together, or follow each other, must not be dealt out one by one.</summary>
internal sealed class RandomSplit : FlowRule
{
    public static readonly DiagnosticDescriptor Descriptor = new(
        "MLP2009",
        "Random split of rows that have a group or a time",
        "{0} takes rows of '{1}' one by one, but {2}; use {3}",
        RuleCategory.Leakage,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "Rows of one [Group], such as a patient's, that land on both sides of a split let the model recognise instead of "
            + "predict. Rows with a [Time] that are split at random let it learn from the future.",
        helpLinkUri: RuleHelp.Link("MLP2009")
    );

    public override ImmutableArray<DiagnosticDescriptor> Descriptors => [Descriptor];

    public override Mark Interest(ISymbol used) => used.Splits() ? Mark.Any : Mark.None;

    public override void Check(FlowCall call, FlowReport report)
    {
        if (call.Method.Name is "Split" or "Folds" or "HoldOut" && call.Method.Splits())
        {
            Check(call, report, call.Method.TypeArguments.FirstOrDefault(), call.Method.Name, isHere: true);
        }
        else if (
            (call.Method.IsGenericMethod || call.Method.ContainingType.IsGenericType)
            && call.Method.Locations.Any(static location => location.IsInSource)
            && new GenericSplit(call.Reach).In(
                call.Method,
                static row => UnitColumns.Group(row) is not null || UnitColumns.Time(row) is not null
            )
                is { } generic
        )
        {
            Check(call, report, generic.Row, generic.Method, isHere: false);
        }
        else if (call.Method.Name is "SplitByGroup" or "FoldsByGroup" or "HoldOutByGroup" && call.Method.Splits())
        {
            CheckGroup(call, report);
        }
        else if (call.Method.Name is "SplitByTime" or "HoldOutByTime" && call.Method.Splits())
        {
            CheckTime(call, report);
        }
        else if (
            TakesViewAtRandom(call)
            && report.Path.Start is { } stage
            && stage.Parameters.Select(static p => p.Type).OfType<INamedTypeSymbol>().FirstOrDefault(IsUnsplit)
                is { TypeArguments: [INamedTypeSymbol row] }
            && UnitColumns.Group(row) is { } group
        )
        {
            Report(
                call,
                report,
                row,
                $"{call.Method.Name} with samplingKeyColumnName",
                column: null,
                $"'{group}' tells which ones belong together"
            );
        }
    }

    private static bool IsUnsplit(INamedTypeSymbol type) =>
        type.IsDataset("Validated") && type.TypeArguments is [INamedTypeSymbol row] && UnitColumns.Group(row) is not null;

    /// <summary>Whether ML.NET deals out rows without being told which ones belong together.</summary>
    private static bool TakesViewAtRandom(FlowCall call) =>
        call.Method.Name is "TrainTestSplit" or "CrossValidationSplit" or "CrossValidate"
        && call.All.HasFlag(Mark.Unsplit)
        && call.Method.Parameters.Any(static p => p.Name == "samplingKeyColumnName")
        && call.Arguments.Any(static argument =>
            argument.Parameter.Name == "samplingKeyColumnName"
            && (argument.Operation is null or { ConstantValue: { HasValue: true, Value: null } })
        );

    /// <summary>What is kept together must be the group, or a part of the rows that holds whole groups.</summary>
    private static void CheckGroup(FlowCall call, FlowReport report)
    {
        if (
            call.Method.TypeArguments.FirstOrDefault() is INamedTypeSymbol row
            && UnitColumns.Group(row) is { } group
            && call.Arguments.FirstOrDefault(static argument => argument.Parameter.Name == "groupBy") is { Operation: { } selector }
            && (Column(selector, row) ?? Finer(call, row)) is { } column
            && column.Name != group
            && IsFiner(column)
        )
        {
            report.Add(
                Descriptor,
                selector.Syntax.GetLocation(),
                RuleProperties.Of(RuleProperties.Replacement, null),
                $"{call.Method.Name} by '{column.Name}'",
                row.Name,
                $"'{group}' tells which ones belong together",
                $"'{group}'"
            );
        }
    }

    /// <summary>A time that begins again and again gives no order of rows: those of last year lie among those of this one.</summary>
    private static void CheckTime(FlowCall call, FlowReport report)
    {
        if (
            call.Method.TypeArguments.FirstOrDefault() is INamedTypeSymbol row
            && call.Arguments.FirstOrDefault(static argument => argument.Parameter.Name == "timeOf") is { Operation: { } selector } function
            && SplitKey.CyclicPart(call, function) is { } part
        )
        {
            report.Add(
                Descriptor,
                selector.Syntax.GetLocation(),
                RuleProperties.Of(RuleProperties.Replacement, null),
                $"{call.Method.Name} by '{part}'",
                row.Name,
                $"'{part}' begins again and again, so that the model learns from the future",
                UnitColumns.Time(row) is { } time ? $"the whole '{time}'" : "the whole time"
            );
        }
    }

    /// <summary>A column that is a part of the key and tells single rows apart, so that the whole key does.</summary>
    private static IPropertySymbol? Finer(FlowCall call, INamedTypeSymbol row) =>
        SplitKey
            .Columns(call, call.Arguments.First(static argument => argument.Parameter.Name == "groupBy"))
            .FirstOrDefault(column => SymbolEqualityComparer.Default.Equals(column.ContainingType, row) && IsFiner(column));

    /// <summary>Whether a column tells single rows apart, so that nothing is kept together.</summary>
    private static bool IsFiner(IPropertySymbol column) => ColumnParser.Has(column, "RowKey") || ColumnParser.Has(column, "Time");

    /// <summary>The column that a function of a row gives; null if it gives anything else.</summary>
    private static IPropertySymbol? Column(IOperation function, INamedTypeSymbol row) =>
        function.Syntax
            is LambdaExpressionSyntax
            {
                ExpressionBody: MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax, Name.Identifier.ValueText: var name }
            }
            ? row.GetMembers(name).OfType<IPropertySymbol>().FirstOrDefault()
            : null;

    /// <param name="call">The call.</param>
    /// <param name="report">Where to report.</param>
    /// <param name="type">The type of the rows.</param>
    /// <param name="method">What takes them one by one.</param>
    /// <param name="isHere">Whether the call itself splits, so that it can take the column; a generic helper knows none.</param>
    private static void Check(FlowCall call, FlowReport report, ITypeSymbol? type, string method, bool isHere)
    {
        if (type is not INamedTypeSymbol row)
        {
            return;
        }

        if (UnitColumns.Group(row) is { } group)
        {
            Report(call, report, row, $"{method}ByGroup", isHere ? group : null, $"'{group}' tells which ones belong together");
        }
        else if (UnitColumns.Time(row) is { } time)
        {
            Report(
                call,
                report,
                row,
                method == "HoldOut" ? "HoldOutByTime" : "SplitByTime",
                isHere ? time : null,
                $"'{time}' tells when they came to be, so that the model learns from the future"
            );
        }
    }

    private static void Report(FlowCall call, FlowReport report, INamedTypeSymbol row, string replacement, string? column, string reason) =>
        report.Add(
            Descriptor,
            call.Operation.Syntax.GetLocation(),
            RuleProperties.Of(RuleProperties.Replacement, replacement).Add(RuleProperties.Candidates, column),
            call.Method.Name,
            row.Name,
            reason,
            replacement
        );
}
