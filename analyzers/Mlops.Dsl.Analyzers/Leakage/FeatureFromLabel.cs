using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Mlops.Dsl.Analyzers.Flow;
using Mlops.Dsl.Analyzers.Infrastructure;
using Mlops.Dsl.Generators.Columns;
using Mlops.Dsl.Generators.Rows;

namespace Mlops.Dsl.Analyzers.Leakage;

/// <summary>A computed feature must not read the label. The engine runs the getters of row types for it.</summary>
internal sealed class FeatureFromLabel : FlowRule
{
    public override ImmutableArray<DiagnosticDescriptor> Descriptors => [FeatureIsLabel.Descriptor];

    public override Mark Interest(ISymbol used) =>
        used is IPropertySymbol column && ColumnParser.Has(column, "Feature") ? Mark.Label : Mark.None;

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
