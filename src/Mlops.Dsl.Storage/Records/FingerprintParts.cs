using Mlops.Dsl.Serialization;

namespace Mlops.Dsl.Storage;

/// <summary>What a fingerprint was made of: comparing two tells which symbol or package changed.</summary>
/// <param name="Fingerprint">The stage's fingerprint.</param>
/// <param name="Symbols">The code that the stage can reach: symbol → hash.</param>
/// <param name="Packages">The packages it can reach: name, version and module id.</param>
public sealed record FingerprintParts(ContentHash Fingerprint, IReadOnlyList<NamedText> Symbols, IReadOnlyList<string> Packages);
