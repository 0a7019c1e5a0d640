using System.Runtime.ExceptionServices;

namespace Mlops.Dsl.Runtime;

/// <summary>Runs the parts of <c>up</c>: all end where one fails, and the first failure is the program's.</summary>
internal static class UpRun
{
    public static async Task<int> RunAsync(VerbContext verb, IReadOnlyList<UpComponent> components)
    {
        await using var store = verb.OpenStore();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(verb.Cancellation);
        var gate = new Lock();
        var context = new UpContext(
            verb,
            store,
            line =>
            {
                lock (gate)
                {
                    verb.Out.WriteLine(line);
                    verb.Out.Flush();
                }
            }
        );
        var parts = components.Select(component => RunAsync(component, context, stop)).ToArray();
        var failures = await Task.WhenAll(parts);
        if (Array.Find(failures, static failure => failure is not null) is { } failure)
        {
            failure.Throw();
        }

        if (!verb.Cancellation.IsCancellationRequested)
        {
            throw new VerbException(
                "There is nothing to keep going: the program has no service, and no pipeline with [Schedule], [Notify] or [Start]."
            );
        }

        return 0;
    }

    private static async Task<ExceptionDispatchInfo?> RunAsync(UpComponent component, UpContext context, CancellationTokenSource stop)
    {
        try
        {
            // Away from this thread: a part may work before it first waits.
            await Task.Run(() => component.RunAsync(context, stop.Token), CancellationToken.None);
            return null;
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return null;
        }
        catch (Exception exception)
        {
            await stop.CancelAsync();
            return ExceptionDispatchInfo.Capture(exception);
        }
    }
}
