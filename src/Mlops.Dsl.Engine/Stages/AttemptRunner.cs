using Mlops.Dsl.Execution;
using Mlops.Dsl.Storage;

namespace Mlops.Dsl.Engine;

/// <summary>Calls a stage's method once.</summary>
internal sealed class AttemptRunner(RunSession run)
{
    /// <summary>Asks a source for its version token, which becomes part of its key. The source's timeout holds for the call.</summary>
    public async ValueTask<AttemptResult> GetVersionTokenAsync(StageRun source)
    {
        var definition = source.Definition;
        var context = new RunStageContext(run, source, element: null);
        var call = new StageCall(run.Pipeline, [], [])
        {
            Context = context,
            Services = run.Options.Services,
            CancellationToken = run.StopToken,
        };
        string? token = null;
        using var output = StageOutput.Begin(run, source);
        source.IsAskedForVersion = true;
        try
        {
            if (definition.Policy.Timeout is not { } timeout)
            {
                token = await definition.GetVersionTokenAsync(call);
            }
            else if (
                !await TimedCall.RunAsync(
                    async call => token = await definition.GetVersionTokenAsync(call),
                    call,
                    timeout,
                    run.Options,
                    run.StopToken
                )
            )
            {
                return new(
                    StageErrors.Found(
                        definition,
                        element: null,
                        $"The version token was not there in time: {TimedCall.Describe(definition, timeout)}"
                    )
                );
            }

            source.VersionToken = token;
            return token is null
                ? new(
                    StageErrors.Found(
                        definition,
                        element: null,
                        $"The version token of '{definition.Name}' is null. Return a text that changes when the data does."
                    )
                )
                : default;
        }
        catch (OperationCanceledException) when (run.StopToken.IsCancellationRequested)
        {
            return AttemptResult.Cancelled;
        }
        catch (Exception exception)
        {
            var error = StageErrors.From(definition, element: null, exception);
            return Mask(new(error with { Message = $"The version token of '{definition.Name}' can't be read: {error.Message}" }));
        }
        finally
        {
            source.IsAskedForVersion = false;
            context.Close();
            context.RemoveTemporaryDirectory();
        }
    }

    /// <summary>Calls the method and tells how it ended. What it throws is in the result; a failure of the store is thrown.</summary>
    public async ValueTask<AttemptResult> RunAsync(
        StageRun stage,
        StageCall call,
        RunStageContext context,
        int? element,
        CancellationToken stop
    )
    {
        var definition = stage.Definition;
        using var activity = RunTelemetry.StartStage(definition, run.ActivityContext);
        var result = default(AttemptResult);
        using var output = StageOutput.Begin(run, stage);
        try
        {
            if (definition.Policy.Timeout is { } timeout)
            {
                if (!await TimedCall.RunAsync(definition.InvokeAsync, call, timeout, run.Options, stop))
                {
                    result = new(StageErrors.Found(definition, element, TimedCall.Describe(definition, timeout)));
                }
            }
            else
            {
                call.CancellationToken = stop;
                await definition.InvokeAsync(call);
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            result = AttemptResult.Cancelled;
        }
        catch (StoreException)
        {
            throw;
        }
        catch (Exception exception)
        {
            result = new(StageErrors.From(definition, element, exception));
        }
        finally
        {
            context.Close();
        }

        result = Mask(result);
        RunTelemetry.EndStage(activity, result.Error);
        return result;
    }

    private AttemptResult Mask(AttemptResult result) => result.Error is { } error ? new(run.Secrets.Apply(error)) : result;
}
