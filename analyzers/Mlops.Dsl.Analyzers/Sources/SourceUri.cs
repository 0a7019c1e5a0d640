namespace Mlops.Dsl.Analyzers.Sources;

internal static class SourceUri
{
    /// <summary>Whether a location is an HTTP(S) URI.</summary>
    public static bool Is(string? location) =>
        location is not null
        && (
            location.StartsWith("http://", StringComparison.OrdinalIgnoreCase)
            || location.StartsWith("https://", StringComparison.OrdinalIgnoreCase)
        );
}
