namespace Mlops.Dsl;

/// <summary>
/// What a <see cref="StartAttribute">[Start]</see> stage asks for: a run of a pipeline with the parameters of an instance.
/// </summary>
/// <typeparam name="TPipeline">The pipeline's class.</typeparam>
/// <param name="Pipeline">The instance whose parameters the run has.</param>
/// <param name="Reason">Why, for people.</param>
public sealed record StartRequest<TPipeline>(TPipeline Pipeline, string Reason)
    where TPipeline : class;
