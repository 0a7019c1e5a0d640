using Mlops.Dsl.Analyzers.Graph;
using Mlops.Dsl.Analyzers.Infrastructure;
using Mlops.Dsl.Analyzers.Tests.Infrastructure;
using Mlops.Dsl.Generators.Binding;
using Mlops.Dsl.Testing;

namespace Mlops.Dsl.Analyzers.Tests.Graph;

/// <summary>Binds pipelines for tests of their graphs.</summary>
internal static class Bound
{
    /// <summary>The pipelines of marked files.</summary>
    public static BoundPipelines Pipelines(params IEnumerable<string> markup) =>
        CompilationState.Of(RuleTest.Project(markup).CreateCompilation()).Pipelines;

    /// <summary>The pipeline that has these members.</summary>
    public static BoundPipeline Pipeline(string members) =>
        Assert.Single(Pipelines(RuleTest.Pipeline(members)).All(CancellationToken.None));

    /// <summary>The stage of a name.</summary>
    public static StageDeclaration Stage(this BoundPipeline pipeline, string name) =>
        Assert.Single(pipeline.Stages, stage => stage.Name == name);

    /// <summary>The stages' names, as a sentence.</summary>
    public static string Names(this IEnumerable<StageDeclaration> stages) => string.Join(' ', stages.Select(stage => stage.Name));
}
