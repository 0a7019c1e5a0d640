using Mlops.Dsl.Serialization;

namespace Mlops.Dsl.Storage;

/// <summary>The SHA-256 over everything that determines what a stage returns. Equal keys promise equal outputs.</summary>
/// <param name="Hash">The hash.</param>
public readonly record struct CacheKey(ContentHash Hash)
{
    /// <inheritdoc />
    public override string ToString() => Hash.ToString();
}
