namespace Mlops.Dsl.Execution;

/// <summary>What a node of the graph is.</summary>
public enum StageKind
{
    /// <summary>A <see cref="SourceAttribute"/>.</summary>
    Source = 0,

    /// <summary>A <see cref="StageAttribute"/>.</summary>
    Stage = 1,

    /// <summary>A <see cref="GateAttribute"/>.</summary>
    Gate = 2,

    /// <summary>A <see cref="PublishAttribute"/>.</summary>
    Publish = 3,

    /// <summary>A <see cref="NotifyAttribute"/>.</summary>
    Notify = 4,

    /// <summary>A <see cref="StartAttribute"/>.</summary>
    Start = 5,
}
