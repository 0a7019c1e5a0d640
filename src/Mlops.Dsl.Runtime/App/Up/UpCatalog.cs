namespace Mlops.Dsl.Runtime;

/// <summary>
/// What <c>up</c> keeps going in one process: services, schedules, the delivery of effects. Packages register their parts before
/// <see cref="PipelineApp.RunAsync(string[])"/>; with the first, the program gets the verb.
/// </summary>
public static class UpCatalog
{
    private static readonly Lock Gate = new();
    private static readonly List<UpComponent> Registered = [];
    private static readonly List<VerbOption> Options = [];

    private static readonly VerbDefinition Verb = new(
        "up",
        "Keep services, schedules and the delivery of notices going",
        static verb => UpRun.RunAsync(verb, Components)
    )
    {
        Remarks =
            "Everything that the program declares goes on in this one process until Ctrl-C or SIGTERM. Several processes may share a "
            + "store: each tick of a schedule has one run, and each notice is delivered by one of them.",
        Options = Options,
        Examples = [new("", "all of it, with the store in .mlops")],
    };

    /// <summary>The parts, in the order of their registration.</summary>
    public static IReadOnlyList<UpComponent> Components
    {
        get
        {
            lock (Gate)
            {
                return [.. Registered];
            }
        }
    }

    /// <summary>Adds a part. Adding one with the name of another that is there changes nothing.</summary>
    public static void Register(UpComponent component)
    {
        ArgumentNullException.ThrowIfNull(component);
        lock (Gate)
        {
            if (Registered.Exists(other => other.Name == component.Name))
            {
                return;
            }

            Registered.Add(component);
            Options.AddRange(component.Options);
            VerbCatalog.Register(Verb);
        }
    }
}
