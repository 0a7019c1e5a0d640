using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Mlops.Dsl.Analyzers.Flow;
using Mlops.Dsl.Generators.Columns;
using Mlops.Dsl.Generators.Rows;

namespace Mlops.Dsl.Analyzers.Leakage;

/// <summary>A label may get among the features by its column's name alone, as ML.NET has it.</summary>
internal sealed class LabelColumnNamed : FlowRule
{
    public override ImmutableArray<DiagnosticDescriptor> Descriptors => [];

    public override Mark Interest(ISymbol used) => used is IMethodSymbol method && ColumnName.AreTakenBy(method) ? Mark.Any : Mark.None;

    public override void Check(FlowCall call, FlowReport report)
    {
        if (call.Method is { Name: "LoadFromEnumerable", TypeArguments: [INamedTypeSymbol sample] })
        {
            report.Notes<ColumnNotes>().AddSample(call.Operation.Syntax, sample);
            foreach (var label in sample.GetMembers().OfType<IPropertySymbol>().Where(static p => ColumnParser.Has(p, "Label")))
            {
                report.Notes<ColumnNotes>().AddHolder(label.OriginalDefinition);
            }
        }
        else if (ColumnName.AreTakenBy(call.Method))
        {
            Note(call, report.Notes<ColumnNotes>());
        }
        else if (
            call.Method is { MethodKind: MethodKind.Constructor, ContainingType: { IsRecord: true } record }
            && call.Arguments.Any(static a => IsLabel(a.Value))
        )
        {
            foreach (
                var property in call
                    .Arguments.Where(static a => IsLabel(a.Value))
                    .SelectMany(a => record.GetMembers(a.Parameter.Name))
                    .OfType<IPropertySymbol>()
            )
            {
                report.Notes<ColumnNotes>().AddHolder(property.OriginalDefinition);
            }
        }
    }

    public override void CheckAssignment(ISymbol target, IOperation value, FlowValue marks, FlowReport report)
    {
        if (target is IPropertySymbol { IsIndexer: false } property && IsLabel(marks))
        {
            report.Notes<ColumnNotes>().AddHolder(property.OriginalDefinition);
        }
    }

    public override void Complete(FlowReport report)
    {
        foreach (var (column, method) in report.Notes<ColumnNotes>().Take())
        {
            report.Add(
                LabelAmongFeatures.Descriptor,
                column.Syntax.GetLocation(),
                ImmutableDictionary<string, string?>.Empty,
                $"the features as the column '{column.Name}' of '{method}'"
            );
        }
    }

    private static void Note(FlowCall call, ColumnNotes notes)
    {
        var output = Named(call, "outputColumnName");
        foreach (var argument in call.Arguments)
        {
            if (
                argument.Parameter.Name is "inputColumnName" or "inputColumnNames"
                && output is not null
                && Features.Are(output)
                && SchemaNames.Of(argument.Operation) is { } all
            )
            {
                notes.AddAll(all, call.Method.Name);
                continue;
            }

            var columns = ColumnName.In(argument.Operation);
            switch (argument.Parameter.Name)
            {
                case "labelColumnName":
                    columns.ToList().ForEach(column => notes.AddLabel(call.Operation.Syntax, column.Name));
                    break;
                case "featureColumnName":
                    columns.ToList().ForEach(column => notes.AddFeature(column, call.Method.Name));
                    break;
                case "inputColumnName" or "inputColumnNames" when output is not null && Features.Are(output):
                    columns.ToList().ForEach(column => notes.AddFeature(column, call.Method.Name));
                    break;
                case "inputColumnName" or "inputColumnNames" when output is not null:
                    columns.ToList().ForEach(column => notes.AddMade(call.Operation.Syntax, output, column.Name));
                    break;
            }
        }
    }

    private static string? Named(FlowCall call, string parameter) =>
        call.Arguments.FirstOrDefault(a => a.Parameter.Name == parameter)?.Operation
            is { ConstantValue: { HasValue: true, Value: string name } }
            ? name
            : null;

    private static bool IsLabel(FlowValue value) => (value.Own & Mark.Label) != Mark.None;
}
