namespace Mlops.Dsl.Build.Walking;

/// <summary>The fingerprints of one pipeline's stages.</summary>
/// <param name="Name">The pipeline's name.</param>
/// <param name="Manifest">The manifest that the generator wrote, without fingerprints.</param>
/// <param name="Stages">The stages, in the manifest's order.</param>
public sealed record PipelineFingerprints(string Name, string Manifest, IReadOnlyList<StageFingerprint> Stages)
{
    /// <summary>
    /// The program that runs the pipeline, where another assembly declares it; otherwise null. Its set-up counts, and not that of others.
    /// </summary>
    public string? Host { get; init; }
}

/// <summary>Everything that a stage can execute, as one hash and in its parts.</summary>
/// <param name="Name">The stage's name.</param>
/// <param name="Fingerprint">64 hexadecimal digits.</param>
/// <param name="Parameters">The parameters and secrets that the stage can read, sorted.</param>
/// <param name="Symbols">The parts, for telling which of them changed.</param>
/// <param name="Packages">The assemblies that count as a whole: name, version, module version id.</param>
/// <param name="Warnings">What no walk can see.</param>
public sealed record StageFingerprint(
    string Name,
    string Fingerprint,
    IReadOnlyList<string> Parameters,
    IReadOnlyList<SymbolHash> Symbols,
    IReadOnlyList<string> Packages,
    IReadOnlyList<string> Warnings
);

/// <summary>One part of a fingerprint.</summary>
/// <param name="Symbol">The name of a type, member, resource or initializer, for people.</param>
/// <param name="Hash">64 hexadecimal digits.</param>
public readonly record struct SymbolHash(string Symbol, string Hash);
