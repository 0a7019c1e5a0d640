using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Mlops.Dsl.Analyzers.Graph;
using Mlops.Dsl.Analyzers.Infrastructure;
using Mlops.Dsl.Generators.Binding;
using Mlops.Dsl.Generators.Model;
using Mlops.Dsl.Generators.Symbols;

namespace Mlops.Dsl.Analyzers.Tracking;

/// <summary>An output that nothing takes is computed and stored for nothing, or an edge was forgotten.</summary>
internal sealed class OutputUnused : PipelineRule
{
    private static readonly DiagnosticDescriptor Descriptor = new(
        "MLP3009",
        "Output is never used",
        "'{0}' is made, stored and never used: no stage takes it, and nothing publishes it",
        RuleCategory.Tracking,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        description: "In a pipeline that publishes, a model or dataset that no other stage takes has no effect: a stage was left over, or "
            + "an input is bound to another output than was meant. Reports, metrics, files and plain values are for people, and are not "
            + "reported.",
        helpLinkUri: RuleHelp.Link("MLP3009")
    );

    private static readonly ImmutableHashSet<string> Datasets = ImmutableHashSet.Create(
        StringComparer.Ordinal,
        "Raw",
        "Validated",
        "TrainSet",
        "ValidationSet",
        "TestSet",
        "Served",
        "Fold",
        "Model"
    );

    public override ImmutableArray<DiagnosticDescriptor> Descriptors => [Descriptor];

    public override void Check(PipelineContext context)
    {
        if (
            CompilationState.Of(context.Compilation).Pipelines.Find(context.Pipeline, context.CancellationToken)
                is not { IsComplete: true } pipeline
            || !pipeline.Publications.Any()
        )
        {
            return;
        }

        var used = new HashSet<OutputDeclaration>(
            pipeline.Stages.SelectMany(static stage =>
                stage
                    .Inputs.Select(static input => input.Output)
                    .Concat(
                        stage
                            .Conditions.Where(static condition => condition.Output is not null)
                            .Select(static condition => condition.Output!)
                    )
            )
        );
        foreach (
            var output in pipeline
                .Stages.Where(static stage => stage.Kind is StageKind.Stage or StageKind.Source)
                .SelectMany(static stage => stage.Outputs)
        )
        {
            if (!used.Contains(output) && (output.Stage.Kind == StageKind.Source || !IsForPeople(output.Type) || IsLeftOver(output, used)))
            {
                context.Report(Descriptor, output.Stage.Method.NameLocation(), output.Name);
            }
        }
    }

    /// <summary>
    /// Numbers row by row, or changed rows, beside an output that is used, are for no person: they were made for a stage that is not
    /// there.
    /// </summary>
    private static bool IsLeftOver(OutputDeclaration output, HashSet<OutputDeclaration> used) =>
        output.Stage.Outputs.Any(used.Contains)
        && (
            LeftOverRows.Element(output.Type)?.SpecialType is SpecialType.System_Double or SpecialType.System_Single
            || LeftOverRows.Are(output)
        );

    /// <summary>
    /// Whether a person may be who reads it: plain values, files, profiles, evaluations and reports, whatever is no dataset and no model.
    /// Another pipeline may take them by [FromPublished], too.
    /// </summary>
    private static bool IsForPeople(ITypeSymbol type) =>
        type switch
        {
            { SpecialType: not SpecialType.None } or { TypeKind: TypeKind.Enum } => true,
            IArrayTypeSymbol array => IsForPeople(array.ElementType),
            { ContainingNamespace: { Name: "Dsl", ContainingNamespace.Name: "Mlops" } } => !Datasets.Contains(type.Name),
            INamedTypeSymbol { TypeArguments.Length: > 0 } generic
                when generic.TypeKind == TypeKind.Interface
                    || generic.ContainingNamespace.ToDisplayString().StartsWith("System", StringComparison.Ordinal) =>
                generic.TypeArguments.All(IsForPeople),
            { ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } } => true,
            _ => !type.Name.EndsWith("Model", StringComparison.Ordinal)
                && !type.Name.EndsWith("Classifier", StringComparison.Ordinal)
                && !type.Name.EndsWith("Regressor", StringComparison.Ordinal),
        };
}
