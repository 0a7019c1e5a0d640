using System.ComponentModel;
using Mlops.Dsl.Runtime;

namespace Mlops.Dsl.Watching;

/// <summary>Gives a program what its schedules, notices and starts need. Generated code calls it where a pipeline declares one.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class WatchingPackage
{
    private static int _isUsed;

    /// <summary>
    /// Adds schedules and delivery to <c>up</c>, the verb <c>outbox</c>, and the delivery at the end of a run from the command line.
    /// Calling it again changes nothing.
    /// </summary>
    public static void Use()
    {
        if (Interlocked.Exchange(ref _isUsed, 1) != 0)
        {
            return;
        }

        UpCatalog.Register(new UpComponent("schedules", SchedulesUp.RunAsync));
        UpCatalog.Register(new UpComponent("outbox", OutboxUp.RunAsync));
        VerbCatalog.Register(OutboxVerb.Definition);
        RunFollowUps.Register(RunDelivery.DeliverAsync);
    }
}
