using Mlops.Dsl.Execution;
using Mlops.Dsl.Storage;

namespace Mlops.Dsl.Engine;

/// <summary>Makes the outbox's record of what a stage asked for.</summary>
internal static class EffectRecords
{
    /// <summary>The record, with an id that a run and those that resume it share.</summary>
    /// <param name="stage">The stage.</param>
    /// <param name="effect">What it asked for.</param>
    /// <param name="run">The run.</param>
    /// <param name="runId">Its id.</param>
    /// <param name="firstRun">The first run of the chain of runs that resume each other.</param>
    public static Effect Of(StageDefinition stage, StageEffect effect, RunSession run, string runId, string firstRun)
    {
        var id = $"{firstRun}/{stage.Name}";
        var origin = new EffectOrigin(run.Definition.Name, stage.Name, runId, run.Definition.GetWindow(run.Pipeline));
        switch (effect)
        {
            case NoticeEffect { Notice: var notice }:
                var target = stage.NotifyTarget ?? "";
                var colon = target.IndexOf(':', StringComparison.Ordinal);
                return new Effect(
                    id,
                    target[..Math.Max(0, colon)],
                    target[(colon + 1)..],
                    new NoticePayload(notice.Subject, notice.Text, origin).ToJson()
                );
            case StartEffect start:
                return new Effect(
                    id,
                    EffectKinds.Start,
                    start.Pipeline,
                    new StartPayload(start.Pipeline, start.Parameters, start.Reason, origin).ToJson(),
                    stage.CoolDown
                );
            default:
                throw new NotSupportedException($"'{effect.GetType().Name}' is no effect that the outbox knows.");
        }
    }
}
