using Mlops.Dsl.Build.Metadata;

namespace Mlops.Dsl.Build.Parts;

/// <summary>One piece of a program that a person can name, with the content that counts.</summary>
/// <param name="Key">The name that tells the part from every other.</param>
/// <param name="Symbol">The name for people.</param>
/// <param name="Hash">SHA-256 of the content.</param>
/// <param name="Reach">What the part refers to.</param>
internal sealed record Part(string Key, string Symbol, byte[] Hash, Reach Reach);
