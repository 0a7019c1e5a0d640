using Mlops.Dsl.Storage.Sqlite.Local;

namespace Mlops.Dsl.Storage.Sqlite;

/// <summary>Opens stores that lie in a folder of this machine: artifacts in files, records in a SQLite database.</summary>
public static class SqliteStore
{
    /// <summary>Where the store is unless someone says otherwise.</summary>
    public const string DefaultPath = ".mlops";

    /// <summary>
    /// Opens the store in a folder, which is made where it is missing, and sweeps what killed processes left half written.
    /// </summary>
    /// <param name="path">The folder.</param>
    /// <param name="options">How to open it; null for the defaults.</param>
    /// <param name="clock">The clock; null for the system's.</param>
    /// <exception cref="StoreException">It can't be opened; nothing was changed. <see cref="StoreException.Problem"/> and the message tell
    /// why.</exception>
    public static IStore Open(string path, StoreOptions? options = null, TimeProvider? clock = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        var folder = new StoreFolder(Path.TrimEndingDirectorySeparator(Path.GetFullPath(path)));
        try
        {
            return LocalStore.Open(folder, options ?? new StoreOptions(), clock ?? TimeProvider.System);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw StoreErrors.Explain(exception, folder.Root, folder.Root);
        }
    }

    /// <summary>
    /// Has <see cref="StoreFactories"/> open plain paths and locations that begin with <c>file:</c> or <c>sqlite:</c> as such stores,
    /// unless another factory was registered for them. A program of pipelines calls it by itself, a host of the engine when it starts.
    /// Calling it again changes nothing.
    /// </summary>
    public static void Register() => StoreFactories.Register(SqliteStoreFactory.Instance, isDefault: true);
}
