namespace Mlops.Dsl.Generators.Codecs;

/// <summary>A codec class to emit for one closed type.</summary>
/// <param name="HintName">The generated file's name: unique in the assembly.</param>
internal sealed record CodecModel(string HintName);
