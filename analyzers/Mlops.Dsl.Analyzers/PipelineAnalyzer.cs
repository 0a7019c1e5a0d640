using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Mlops.Dsl.Analyzers.Graph;
using Mlops.Dsl.Analyzers.Infrastructure;
using Mlops.Dsl.Analyzers.Parameters;
using Mlops.Dsl.Analyzers.Pipelines;
using Mlops.Dsl.Analyzers.Policies;
using Mlops.Dsl.Analyzers.Sources;
using Mlops.Dsl.Analyzers.Stages;
using Mlops.Dsl.Analyzers.Tracking;
using Mlops.Dsl.Analyzers.Watching;
using Mlops.Dsl.Analyzers.Wiring;

namespace Mlops.Dsl.Analyzers;

/// <summary>Runs the rules about pipeline classes. A class that is no pipeline costs one look at its attributes.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class PipelineAnalyzer : DiagnosticAnalyzer
{
    private static readonly ImmutableArray<PipelineRule> Rules =
    [
        new PipelineNotPartial(),
        new PipelineShape(),
        new PipelineNotCreatable(),
        new PipelineName(),
        new PipelineVersion(),
        new MutableState(),
        new PipelineNotSealed(),
        new InheritedMembers(),
        new NameTooLong(),
        new StageShape(),
        new StageSignature(),
        new AsyncVoidStage(),
        new ConflictingAttributes(),
        new PublishName(),
        new DuplicatePublishName(),
        new PublishWithoutOutput(),
        new TimeoutWithoutToken(),
        new PolicyWithoutStage(),
        new SourceNotPartial(),
        new SourceReturnType(),
        new SourceLocation(),
        new SourcePlaceholder(),
        new SourceDigest(),
        new SourceVersion(),
        new SourceInput(),
        new ParameterNotSettable(),
        new ParameterType(),
        new ParameterConstraint(),
        new SecretType(),
        new DuplicateOption(),
        new TimeoutLiteral(),
        new RetryLiteral(),
        new ResourcesLiteral(),
        new OutputUnused(),
        // Late, because a stage of the wrong shape does not bind either.
        new StageWiring(),
        new WatchingDeclarations(),
        // What else is wrong with the class comes first.
        new PipelineWithoutStages(),
    ];

    /// <inheritdoc />
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [.. Rules.SelectMany(r => r.Descriptors)];

    /// <inheritdoc />
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(start =>
        {
            if (CompilationState.Of(start.Compilation).Types is { } types)
            {
                start.RegisterSymbolAction(c => Analyze(c, types), SymbolKind.NamedType);
            }
        });
    }

    private static void Analyze(SymbolAnalysisContext context, KnownTypes types)
    {
        if (context.Symbol.FindAttribute(types.Pipeline) is not { } attribute)
        {
            return;
        }

        var pipeline = new PipelineContext(
            (INamedTypeSymbol)context.Symbol,
            attribute,
            types,
            context.Compilation,
            context.ReportDiagnostic,
            context.CancellationToken
        );
        foreach (var rule in Rules)
        {
            rule.Check(pipeline);
        }
    }
}
