using System.Globalization;
using Mlops.Dsl.Storage.Sqlite.Local;

namespace Mlops.Dsl.Storage.Sqlite;

/// <summary>The messages of a store's failures: what, where, and what to do.</summary>
internal static class StoreErrors
{
    private const long ScarceBytes = 256 * 1024;

    public static StoreException Missing(string store) =>
        new(StoreProblem.Missing, $"There is no store at '{store}' yet. Run a pipeline first, or name another store with --store.");

    public static StoreException NotAStore(string store, string why) =>
        new(
            StoreProblem.NotAStore,
            $"'{store}' is no store: {why}. Nothing was changed. Name a store, an empty folder or a new one with --store."
        );

    public static StoreException Newer(string store, long found, int known) =>
        new(
            StoreProblem.NewerFormat,
            string.Create(
                CultureInfo.InvariantCulture,
                $"The store at '{store}' has format {found}, made by a newer version of Mlops.Dsl; this one knows formats up to {known}. "
                    + $"Nothing was changed. Update the Mlops.Dsl package of this program, or name another store with --store."
            )
        );

    public static StoreException Older(string store, long format, IReadOnlyCollection<string> runs) =>
        new(
            StoreProblem.Locked,
            string.Create(
                CultureInfo.InvariantCulture,
                $"The store at '{store}' has format {format}, of an older version of Mlops.Dsl, and can't be brought to today's while "
                    + $"{(runs.Count == 0 ? "another process uses it" : $"runs go on in it ({string.Join(", ", runs)})")}. Nothing was "
                    + $"changed. Try again when that has ended."
            )
        );

    public static StoreException Busy(string store) =>
        new(
            StoreProblem.Locked,
            $"The store at '{store}' is busy: another process has kept it locked for too long. Try again when that process is done, or "
                + $"name another store with --store."
        );

    public static StoreException Collecting(string store) =>
        new(StoreProblem.Locked, $"The store at '{store}' is locked by a 'gc' that has not ended yet. Try again when it has.");

    public static StoreException InUse(string store, IReadOnlyCollection<string> runs)
    {
        var (user, ended) = runs.Count switch
        {
            0 => ("another process", "it has"),
            1 => ($"the run {runs.First()}", "it has"),
            _ => ($"the runs {string.Join(", ", runs)}", "they have"),
        };
        return new StoreException(
            StoreProblem.Locked,
            $"The store at '{store}' is in use by {user}, so nothing can be removed from it now. Try again when {ended} ended."
        );
    }

    public static StoreException Full(string store, Exception? cause = null) =>
        new(
            StoreProblem.Full,
            $"The disk that holds the store '{store}' is full. What was committed is kept. Free some space, then resume the run, or "
                + $"try again.",
            cause
        );

    public static StoreException ReadOnly(string store, string detail, Exception? cause = null) =>
        new(
            StoreProblem.ReadOnly,
            $"The store at '{store}' can't be written: {detail}. Change the permissions, or name another store with --store.",
            cause
        );

    public static StoreException Unreadable(string store, string path, Exception? cause = null) =>
        new(
            StoreProblem.Unreadable,
            $"The store at '{store}' can't be read: this user may not read '{path}'. Change the permissions, or name another store with "
                + $"--store.",
            cause
        );

    public static StoreException Foreign(string store, string path, string what, string expected) =>
        new(
            StoreProblem.Foreign,
            $"The store at '{store}' is not used: '{path}' is {what}, where a {expected} of the store's own has to be. "
                + "Nothing was followed or changed. If the store came from elsewhere, don't use it; if it is yours, put things "
                + "right there, or name another store with --store."
        );

    public static StoreException NoLocks(string store, string detail) =>
        new(
            StoreProblem.NoLocks,
            $"The store at '{store}' can't be written: {detail}, so that two processes could write at once and damage it. "
                + "Name a store on a local disk, or on a file system with locks, with --store."
        );

    public static StoreException Removed(string store, bool isReplaced) =>
        new(
            StoreProblem.Removed,
            $"The store at '{store}' was {(isReplaced ? "replaced by another" : "removed or moved")} while this program had it open, "
                + "so that nothing can be recorded in it any more. Put it back, or start the program anew."
        );

    public static StoreException Damaged(string file, string detail) =>
        new(
            StoreProblem.Corrupt,
            $"The store's database '{file}' is damaged: {detail}. Restore it from a backup; or move it away together with its '-wal' and "
                + $"'-shm' files and run again, which computes everything anew."
        );

    public static StoreException Failed(string path, string detail, Exception? cause = null) =>
        new(StoreProblem.Io, $"The store can't use '{path}': {detail}", cause);

    /// <summary>Says what a failed file operation means for the store.</summary>
    /// <param name="exception">An <see cref="IOException"/> or <see cref="UnauthorizedAccessException"/>.</param>
    /// <param name="store">The store's folder.</param>
    /// <param name="path">The file.</param>
    public static StoreException Explain(Exception exception, string store, string path)
    {
        // The low word is the errno on Unix, and the Win32 error on Windows.
        var code = exception.HResult & 0xFFFF;
        var isFull = OperatingSystem.IsWindows()
            ? code is 0x27 or 0x70
            : code
                is 27 /* EFBIG */
                    or 28 /* ENOSPC */
                    or 122 /* EDQUOT */
        ;
        return isFull || (exception is IOException && IsDiskFull(store)) ? Full(store, exception)
            : exception is UnauthorizedAccessException && Permissions.FindUnreadable(store, path) is { } unreadable
                ? Unreadable(store, unreadable, exception)
            : exception is UnauthorizedAccessException
            || (
                !OperatingSystem.IsWindows() && code == 30 /* EROFS */
            )
                ? ReadOnly(store, exception.Message.TrimEnd('.'), exception)
            : Failed(path, exception.Message, exception);
    }

    /// <summary>Whether the store's disk has no room left worth speaking of.</summary>
    public static bool IsDiskFull(string store)
    {
        try
        {
            return new DriveInfo(Path.GetFullPath(store)).AvailableFreeSpace < ScarceBytes;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            // Where the system can't tell, the failure is reported as what it was.
            return false;
        }
    }

    /// <summary>Whether files can be made in the store's folder.</summary>
    public static bool IsWritable(string store)
    {
        var probe = Path.Combine(store, $".write-{Guid.NewGuid():N}");
        try
        {
            using var file = new FileStream(
                probe,
                new FileStreamOptions
                {
                    Mode = FileMode.CreateNew,
                    Access = FileAccess.Write,
                    Options = FileOptions.DeleteOnClose,
                }
            );
            return true;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
