namespace Mlops.Dsl.Storage.Sqlite;

/// <summary>Opens plain paths, and what <c>file:</c> and <c>sqlite:</c> name.</summary>
internal sealed class SqliteStoreFactory : IStoreFactory
{
    public static readonly SqliteStoreFactory Instance = new();

    public IReadOnlyCollection<string> Schemes { get; } = [StoreFactories.PathScheme, "sqlite"];

    public IStore Open(string location, StoreOptions options, TimeProvider clock) => SqliteStore.Open(PathOf(location), options, clock);

    /// <summary>The path that a location names: <c>file:a/b</c> is <c>a/b</c>, <c>file:///a%20b</c> is <c>/a b</c>.</summary>
    internal static string PathOf(string location)
    {
        foreach (var scheme in (ReadOnlySpan<string>)[StoreFactories.PathScheme, "sqlite"])
        {
            if (location.StartsWith(scheme + ":", StringComparison.OrdinalIgnoreCase))
            {
                var rest = location[(scheme.Length + 1)..];
                var path = rest.StartsWith("//", StringComparison.Ordinal)
                    ? new Uri(StoreFactories.PathScheme + ":" + rest).LocalPath
                    : rest;
                return path.Length > 0
                    ? path
                    : throw new StoreException(
                        StoreProblem.Missing,
                        $"The location '{location}' names no folder: write '{scheme}:FOLDER'."
                    );
            }
        }

        return location;
    }
}
