using Mlops.Dsl.Execution;

namespace Mlops.Dsl.Engine;

/// <summary>Runs an attempt of a stage as a whole in this process.</summary>
internal sealed class StageBody(RunSession run, AttemptRunner attempts, OutputCollector outputs) : IAttemptBody
{
    public async ValueTask<AttemptResult> InvokeAsync(StageAttempt attempt, CancellationToken cancellationToken)
    {
        var (stage, definition) = (attempt.Stage, attempt.Definition);
        var inputs = await outputs.LoadInputsAsync(definition);
        var slots = OutputCollector.CreateSlots(definition);
        var call = new StageCall(run.Pipeline, inputs, slots)
        {
            Context = attempt.Context,
            Services = run.Options.Services,
            Answers = run.Answers,
        };
        var result = await attempts.RunAsync(stage, call, attempt.Context, element: null, cancellationToken);
        stage.Duration = run.Options.TimeProvider.GetElapsedTime(stage.StartTimestamp);
        if (!result.IsSuccess)
        {
            return result;
        }

        if (!attempt.TryClaim())
        {
            return AttemptResult.Cancelled;
        }

        attempt.Effect = call.Effect;
        return await outputs.KeepAsync(stage, inputs, slots) is { } error ? new AttemptResult(error) : default;
    }
}
