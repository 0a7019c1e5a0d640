namespace Mlops.Dsl;

/// <summary>
/// Declares a method that brings data from outside into the pipeline. On a partial method that returns <see cref="FileSet"/> or
/// <see cref="FileArtifact"/> the generator writes the body from <see cref="Location"/>; any other method is the user's own source
/// and names in <see cref="Version"/> the member that tells whether the data has changed.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SourceAttribute : Attribute
{
    /// <summary>Declares the user's own source.</summary>
    public SourceAttribute() { }

    /// <summary>Declares a source of files.</summary>
    /// <param name="location">A path, a glob (<c>*</c>, <c>**</c>, <c>?</c>) or an HTTP(S) URI; <c>{Name}</c> stands for the value of a
    /// parameter.</param>
    public SourceAttribute(string location) => Location = location;

    /// <summary>The path, glob or URI, with <c>{Parameter}</c> placeholders.</summary>
    public string? Location { get; }

    /// <summary>The SHA-256 of the content in hexadecimal, required for a URI; a different content fails the run.</summary>
    public string? Sha256 { get; set; }

    /// <summary>
    /// The largest size of a download in bytes, above 0; without it, 10 GB. A larger content fails the run before it fills the disk.
    /// </summary>
    public long MaxBytes { get; set; }

    /// <summary>
    /// The member (property or method returning <see cref="string"/>, <c>Task&lt;string&gt;</c> or <c>ValueTask&lt;string&gt;</c>) whose
    /// value changes when the source's data does. It may be private or static, and a method may take a <see cref="CancellationToken"/>.
    /// Without it the source is read in every run.
    /// </summary>
    public string? Version { get; set; }

    /// <summary>
    /// The licence or agreement under which the data may be used: an SPDX identifier such as <c>CC-BY-4.0</c>, or words of your own.
    /// </summary>
    public string? Licence { get; set; }
}
