using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Mlops.Dsl.Analyzers.Flow;
using Mlops.Dsl.Analyzers.Infrastructure;
using Mlops.Dsl.Analyzers.Vocabulary;
using Mlops.Dsl.Generators.Columns;
using Mlops.Dsl.Generators.Rows;

namespace Mlops.Dsl.Analyzers.Leakage;

/// <summary>
/// A computed feature must not read the label, and nobody may fill a feature with it. The engine runs the getters of row types for it.
/// </summary>
internal sealed class FeatureFromLabel : FlowRule
{
    public override ImmutableArray<DiagnosticDescriptor> Descriptors => [FeatureIsLabel.Descriptor];

    public override Mark Interest(ISymbol used) =>
        used is IPropertySymbol column && ColumnParser.Has(column, "Feature") ? Mark.Label
        : used is IMethodSymbol { MethodKind: MethodKind.Constructor } made && LabelledRow.Is(made.ContainingType) ? Mark.Any
        : Mark.None;

    /// <summary>A row that is made of cells, or of another row.</summary>
    public override void Check(FlowCall call, FlowReport report)
    {
        if (call.Method.MethodKind == MethodKind.Constructor && LabelledRow.Is(call.Method.ContainingType))
        {
            // A label that is known as one is followed to where a model is told it.
            foreach (var (feature, value) in FilledFeatures.In(call.Operation))
            {
                if (!call.Arguments.Any(argument => argument.Operation?.Syntax == value && argument.Value.Has(Mark.Label)))
                {
                    Report(feature, value, report);
                }
            }
        }
    }

    /// <summary>A copy of a row with another value of a feature.</summary>
    public override void CheckAssignment(ISymbol target, IOperation value, FlowValue marks, FlowReport report)
    {
        if (
            target is IPropertySymbol { ContainingType: { } row } feature
            && ColumnParser.Has(feature, "Feature")
            && LabelledRow.Label(row) is { } label
            && value.Syntax.FirstAncestorOrSelf<WithExpressionSyntax>() is { } copy
            && (
                FilledFeatures.IsOfLabel(value.Syntax, copy, label)
                || (marks.Has(Mark.Label) && FilledFeatures.IsMadeOf(value.Syntax, copy))
            )
        )
        {
            Report(feature.Name, value.Syntax, report);
        }
    }

    private static void Report(string feature, SyntaxNode value, FlowReport report) =>
        report.Add(
            FeatureIsLabel.Descriptor,
            value.GetLocation(),
            ImmutableDictionary<string, string?>.Empty,
            feature,
            $"is filled with what the label is made of{report.Path.Describe()}"
        );

    public override void CheckReturn(IMethodSymbol method, IOperation value, FlowValue marks, FlowReport report)
    {
        if (
            method is { MethodKind: MethodKind.PropertyGet, AssociatedSymbol: IPropertySymbol column }
            && marks.Has(Mark.Label)
            && ColumnParser.Has(column, "Feature")
        )
        {
            report.Add(FeatureIsLabel.Descriptor, column.PartialDefinitionPart ?? column, column.Name, "is computed from the label");
        }
    }
}
