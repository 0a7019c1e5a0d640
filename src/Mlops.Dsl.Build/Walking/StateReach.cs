using Mlops.Dsl.Build.Metadata;

namespace Mlops.Dsl.Build.Walking;

/// <summary>The shared state that a piece of code may change, itself or in what it calls.</summary>
internal sealed class StateReach
{
    /// <summary>Static fields, and fields of pipeline classes.</summary>
    public HashSet<FieldId> Fields { get; } = [];

    /// <summary>Static fields that are read and may hold another value at another time.</summary>
    public HashSet<FieldId> Reads { get; } = [];

    /// <summary>Packages that may keep what they are given.</summary>
    public HashSet<PackageModule> Packages { get; } = [];

    /// <summary>Framework types whose state is changed.</summary>
    public HashSet<string> FrameworkTypes { get; } = new(StringComparer.Ordinal);

    /// <summary>Whether something is printed, traced or counted, so that writers and listeners of the set-up may run.</summary>
    public bool RunsListeners { get; set; }

    /// <summary>Whether native code is called.</summary>
    public bool CallsNativeCode { get; set; }

    /// <summary>Whether the engine, and with it the stages, may run.</summary>
    public bool MayRunStages { get; set; }

    /// <summary>Whether there is nothing through which the code could tell others something.</summary>
    public bool IsEmpty => Fields.Count == 0 && Packages.Count == 0 && FrameworkTypes.Count == 0 && !CallsNativeCode;
}
