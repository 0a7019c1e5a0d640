using Mlops.Dsl.Serialization;

namespace Mlops.Dsl.Storage;

/// <summary>What went into a cache key, kept so that a later miss can be explained.</summary>
public sealed record KeyParts
{
    /// <summary>The stage's fingerprint, or null where the manifest was missing or outdated. See <see cref="FingerprintParts"/>.</summary>
    public ContentHash? Fingerprint { get; init; }

    /// <summary>The parameters that the stage reads. A secret has a null value.</summary>
    public IReadOnlyList<NamedText> Parameters { get; init; } = [];

    /// <summary>The codec schemas of the outputs, by output name.</summary>
    public IReadOnlyList<NamedText> Codecs { get; init; } = [];

    /// <summary>The .NET runtime's version, as exact as it counts.</summary>
    public string RuntimeVersion { get; init; } = "";

    /// <summary>
    /// The operating system and the architecture, such as <c>linux-x64</c>; empty for executions from before it was part of keys.
    /// </summary>
    public string Platform { get; init; } = "";

    /// <summary>The version token of a source that has one.</summary>
    public string? VersionToken { get; init; }

    /// <summary>The content of the inputs, by input name, in order.</summary>
    public IReadOnlyList<NamedContent> Inputs { get; init; } = [];
}

/// <summary>A name and a text.</summary>
/// <param name="Name">The name of a parameter or an output.</param>
/// <param name="Value">The value or schema; null for a null value or a secret.</param>
public readonly record struct NamedText(string Name, string? Value);

/// <summary>A name and the content behind it.</summary>
/// <param name="Name">The name of an input.</param>
/// <param name="Content">The artifact's hash.</param>
public readonly record struct NamedContent(string Name, ContentHash Content);
