using Mlops.Dsl.Serialization;

namespace Mlops.Dsl.Serving;

/// <summary>Which model answers for a method now, and what keeps a newer one from doing so.</summary>
/// <param name="Service">The service's name.</param>
/// <param name="Method">The method's name.</param>
/// <param name="Model">The published entry.</param>
/// <param name="Alias">The alias whose version answers.</param>
/// <param name="Version">The version that answers; null where none does.</param>
/// <param name="Hash">The SHA-256 of its artifact.</param>
/// <param name="Problem">What is wrong, and what to do; null where nothing is.</param>
public sealed record ModelStatus(
    string Service,
    string Method,
    string Model,
    string Alias,
    int? Version,
    ContentHash? Hash,
    string? Problem
)
{
    /// <summary>Whether requests are answered.</summary>
    public bool IsReady => Version is not null;
}
