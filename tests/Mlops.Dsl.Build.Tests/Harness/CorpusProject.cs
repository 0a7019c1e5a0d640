namespace Mlops.Dsl.Build.Tests.Harness;

/// <summary>The sources and options of one assembly.</summary>
public sealed record CorpusProject(string Name, Role Role)
{
    public Dictionary<string, string> Files { get; } = new(StringComparer.Ordinal);

    public List<string> Symbols { get; } = [];

    public Dictionary<string, string> Resources { get; } = new(StringComparer.Ordinal);

    public bool CheckOverflow { get; set; }
}

/// <summary>How an assembly belongs to its program.</summary>
public enum Role
{
    /// <summary>A project, which is walked.</summary>
    Walked,

    /// <summary>A package, which counts as a whole.</summary>
    Package,

    /// <summary>A project that the pipeline's own does not refer to, but others do.</summary>
    Hidden,
}
