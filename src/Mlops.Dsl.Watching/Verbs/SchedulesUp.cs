using Mlops.Dsl.Engine;
using Mlops.Dsl.Runtime;

namespace Mlops.Dsl.Watching;

/// <summary>The part of <c>up</c> that keeps schedules.</summary>
internal static class SchedulesUp
{
    public static Task RunAsync(UpContext context, CancellationToken cancellationToken)
    {
        var verb = context.Verb;
        var pipelines = verb
            .PipelineNames.Select(verb.FindPipeline)
            .OfType<Execution.PipelineDefinition>()
            .Where(static pipeline => pipeline.Schedule is not null)
            .ToList();
        pipelines.ForEach(EnsureKeepable);
        var scheduler = new Scheduler(
            context.Store,
            pipelines,
            new SchedulerOptions
            {
                StorePath = verb.StorePath,
                Services = verb.Services,
                LoggerFactory = verb.LoggerFactory,
                Say = context.Say,
            }
        );
        return pipelines.Count == 0 ? Task.CompletedTask : scheduler.RunAsync(cancellationToken);
    }

    /// <summary>Refuses to start where a schedule can't be kept: that it is not would be seen too late otherwise.</summary>
    private static void EnsureKeepable(Execution.PipelineDefinition pipeline)
    {
        try
        {
            CronSchedule.Parse(pipeline.Schedule!);
        }
        catch (FormatException exception)
        {
            var message = exception.Message;
            throw new VerbException(
                $"the schedule of '{pipeline.Name}' can't be kept: {char.ToLowerInvariant(message[0])}{message[1..].TrimEnd('.')}"
            );
        }
    }
}
