using System.Reflection.Metadata;

[assembly: MetadataUpdateHandler(typeof(Mlops.Dsl.Engine.CodeUpdates))]

namespace Mlops.Dsl.Engine;

/// <summary>
/// Whether code was replaced while it ran, as Hot Reload and debuggers do: then no fingerprint of a build speaks of what runs.
/// </summary>
internal sealed class CodeUpdates
{
    private volatile bool _any;

    /// <summary>The updates of this process.</summary>
    public static CodeUpdates OfProcess { get; } = new();

    /// <summary>Whether there was an update. Once there was, it stays so: the process never runs what was built again.</summary>
    public bool Any => _any;

    /// <summary>Notes an update.</summary>
    public void Note() => _any = true;

    /// <summary>Is called by whoever has applied an update, by the name that the runtime prescribes.</summary>
    internal static void UpdateApplication(Type[]? updatedTypes)
    {
        _ = updatedTypes;
        OfProcess.Note();
    }
}
