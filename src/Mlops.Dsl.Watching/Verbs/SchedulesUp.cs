using Mlops.Dsl.Runtime;

namespace Mlops.Dsl.Watching;

/// <summary>The part of <c>up</c> that keeps schedules.</summary>
internal static class SchedulesUp
{
    public static Task RunAsync(UpContext context, CancellationToken cancellationToken)
    {
        var verb = context.Verb;
        var pipelines = verb.PipelineNames.Select(verb.FindPipeline).OfType<Execution.PipelineDefinition>().Where(static pipeline => pipeline.Schedule is not null).ToList();
        var scheduler = new Scheduler(context.Store, pipelines, new SchedulerOptions
        {
            StorePath = verb.StorePath, Services = verb.Services, LoggerFactory = verb.LoggerFactory, Say = context.Say,
        });
        return pipelines.Count == 0 ? Task.CompletedTask : scheduler.RunAsync(cancellationToken);
    }
}
