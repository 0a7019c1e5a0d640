using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Mlops.Dsl.Analyzers.Flow;
using Mlops.Dsl.Analyzers.Infrastructure;

namespace Mlops.Dsl.Analyzers.Leakage;

/// <summary>Datasets that were made out of nothing have the type of validated ones, and nothing else of them.</summary>
internal sealed class UnitTestData : FlowRule
{
    public static readonly DiagnosticDescriptor Descriptor = new(
        "MLP2002",
        "Unit-test dataset in a pipeline",
        "UnitTestDatasets.{0} gives rows a type that they have not earned; in a pipeline, validate a Raw<T> and split it",
        RuleCategory.Leakage,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "UnitTestDatasets makes datasets of any provenance for unit tests of stages. In code that a stage runs, it passes "
            + "unvalidated rows off as validated, or test rows as training rows.",
        helpLinkUri: RuleHelp.Link("MLP2002")
    );

    public override ImmutableArray<DiagnosticDescriptor> Descriptors => [Descriptor];

    public override Mark Interest(ISymbol used) => used.IsOf("UnitTestDatasets") ? Mark.Any : Mark.None;

    public override void Check(FlowCall call, FlowReport report)
    {
        if (call.Method.IsOf("UnitTestDatasets"))
        {
            report.Add(Descriptor, call.Operation, call.Method.Name);
        }
    }
}
