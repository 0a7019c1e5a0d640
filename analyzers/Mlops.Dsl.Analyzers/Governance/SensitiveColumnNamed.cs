using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Mlops.Dsl.Analyzers.Calls;
using Mlops.Dsl.Analyzers.Flow;
using Mlops.Dsl.Analyzers.Leakage;
using Mlops.Dsl.Analyzers.Vocabulary;

namespace Mlops.Dsl.Analyzers.Governance;

/// <summary>Personal and protected columns that get among the features by their names alone, as ML.NET has it.</summary>
internal sealed class SensitiveColumnNamed : FlowRule
{
    // The descriptors belong to the rule that reports at calls.
    public override ImmutableArray<DiagnosticDescriptor> Descriptors => [];

    public override Mark Interest(ISymbol used) =>
        used is IMethodSymbol method && (ColumnName.AreTakenBy(method) || Viewed(method) is not null) ? Mark.Any : Mark.None;

    public override void Check(FlowCall call, FlowReport report)
    {
        if (Viewed(call.Method) is INamedTypeSymbol row && call.Arguments is [{ Value: var rows }, ..])
        {
            NoteRows(call, row, rows, report.Notes<SensitiveColumnNotes>());
        }
        else if (ColumnName.AreTakenBy(call.Method))
        {
            NoteNames(call, report.Notes<SensitiveColumnNotes>());
        }
    }

    public override void Complete(FlowReport report)
    {
        foreach (var (column, method, mark) in report.Notes<SensitiveColumnNotes>().Take())
        {
            report.Add(
                mark == Mark.Pii ? SensitiveLearned.Personal : SensitiveLearned.Protected,
                column.Syntax.GetLocation(),
                ImmutableDictionary<string, string?>.Empty,
                $"'{column.Name}'",
                $"the features of a model, as a column of '{method}'"
            );
        }
    }

    /// <summary>The type of the rows that a method makes a view of; null if it makes none.</summary>
    private static ITypeSymbol? Viewed(IMethodSymbol method) =>
        method is { Name: "LoadFromEnumerable", TypeArguments: [var sample] } ? sample
        : method is { MethodKind: MethodKind.Constructor, ContainingType: { Name: "RowsDataView", TypeArguments: [var row] } } ? row
        : null;

    private static void NoteRows(FlowCall call, INamedTypeSymbol row, FlowValue rows, SensitiveColumnNotes notes)
    {
        foreach (var column in row.GetMembers().OfType<IPropertySymbol>())
        {
            var held = rows.Knows(column.Name) ? rows.Member(column.Name) : FlowValue.None;
            if (held.Has(Mark.Pii) || (column.IsPersonal() && !rows.IsSet(column.Name, Mark.Deidentified)))
            {
                notes.AddSensitive(call.Operation.Syntax, column.Name, Mark.Pii);
            }

            if (held.Has(Mark.Protected) || column.IsProtected())
            {
                notes.AddSensitive(call.Operation.Syntax, column.Name, Mark.Protected);
            }
        }
    }

    private static void NoteNames(FlowCall call, SensitiveColumnNotes notes)
    {
        var output = call.Arguments.FirstOrDefault(static a => a.Parameter.Name == "outputColumnName");
        var made = output is { Operation.ConstantValue: { HasValue: true, Value: string name } } ? name : null;
        var takesNone = true;
        foreach (var argument in call.Arguments.Where(static a => IsInput(a.Parameter.Name)))
        {
            foreach (var column in ColumnName.In(argument.Operation))
            {
                takesNone = false;
                Add(column, argument.Parameter.Name == "featureColumnName" ? null : made);
            }
        }

        // Where no input is named, the column is changed in its place.
        if (takesNone && made is not null)
        {
            foreach (var column in ColumnName.In(output!.Operation))
            {
                Add(column, made);
            }
        }

        void Add(ColumnName column, string? result)
        {
            if (result is not null || call.Arguments.Any(static a => a.Parameter.Name == "featureColumnName"))
            {
                notes.AddNamed(column, result, call.Method.Name);
            }
        }
    }

    private static bool IsInput(string parameter) => parameter is "inputColumnName" or "inputColumnNames" or "featureColumnName";
}
