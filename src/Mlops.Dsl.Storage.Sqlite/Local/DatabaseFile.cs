namespace Mlops.Dsl.Storage.Sqlite.Local;

/// <summary>
/// The database's file as it was when the store was opened. SQLite keeps a file open that somebody removes or replaces: what is written
/// to it then is gone with the last that has it open (https://sqlite.org/howtocorrupt.html, section 4.2), and what is read of it is no
/// longer the store.
/// </summary>
/// <param name="path">The file, which is there.</param>
internal sealed class DatabaseFile(string path)
{
    private readonly FileStatus? _opened = FileStatus.Find(path);

    /// <summary>Refuses a file that is gone, or in whose place another one is. Systems other than Linux tell the first alone.</summary>
    /// <exception cref="StoreException">It is so; <see cref="StoreException.Problem"/> is <see cref="StoreProblem.Removed"/>.</exception>
    public void Check()
    {
        if (_opened is not { } opened || (FileStatus.Find(path) is { } now && now.IsSameFile(opened)))
        {
            return;
        }

        var store = Path.GetDirectoryName(path)!;
        throw Permissions.FindUnreadable(store, path) is { } unreadable
            ? StoreErrors.Unreadable(store, unreadable)
            : StoreErrors.Removed(store, isReplaced: FileStatus.Find(path) is not null);
    }
}
