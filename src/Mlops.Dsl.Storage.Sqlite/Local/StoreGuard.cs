namespace Mlops.Dsl.Storage.Sqlite.Local;

/// <summary>
/// Looks whether a store consists of what stores make. One that came in an archive or a checkout may hold links, pipes and devices in their
/// place: it is refused before
/// anything in it is followed, opened or removed.
/// </summary>
internal static class StoreGuard
{
    // The end of a journal that names a super-journal (https://sqlite.org/fileformat.html#the_rollback_journal): SQLite would read and
    // remove the file of that name.
    private static readonly byte[] SuperJournalMark = [0xd9, 0xd5, 0x05, 0xf9, 0x20, 0xa1, 0x63, 0xd7];

    /// <summary>Refuses a store with something in it that no store makes.</summary>
    /// <returns>What a person should know of a store that is used all the same.</returns>
    /// <exception cref="StoreException">The store is refused; nothing was changed.</exception>
    public static IReadOnlyList<string> Check(StoreFolder folder)
    {
        var mine = new List<string> { folder.Root };
        foreach (var path in folder.Folders)
        {
            if (FileStatus.Find(path) is { } status)
            {
                mine.Add(status.Kind == FileKind.Folder ? path : throw Foreign(folder, path, status.Kind.Describe(), "folder"));
            }
        }

        foreach (var path in folder.Files)
        {
            if (FileStatus.Find(path) is { } status)
            {
                mine.Add(
                    status switch
                    {
                        { Kind: not FileKind.File } => throw Foreign(folder, path, status.Kind.Describe(), "file"),
                        { Names: > 1 } => throw Foreign(folder, path, "a file that has other names too (hard links)", "file"),
                        _ => path,
                    }
                );
            }
        }

        CheckObjects(folder);
        CheckJournal(folder);
        return mine.Find(IsOpenToAll) is { } open
            ?
            [
                $"Every user of this machine can change the store at '{folder.Root}': '{open}' is writable for all. "
                    + "'chmod -R o-w' takes that away.",
            ]
            : [];
    }

    private static void CheckObjects(StoreFolder folder)
    {
        // Where this user may not look, reading an object says so.
        if (!Directory.Exists(folder.Objects) || Permissions.FindUnreadable(folder.Objects) is not null)
        {
            return;
        }

        foreach (var path in Directory.EnumerateFileSystemEntries(folder.Objects))
        {
            if (FileStatus.Find(path) is { Kind: not (FileKind.Folder or FileKind.File) } status)
            {
                throw Foreign(folder, path, status.Kind.Describe(), "folder");
            }
        }
    }

    private static void CheckJournal(StoreFolder folder)
    {
        if (FileStatus.Find(folder.Journal) is not { } status || status.Stamp.Length < SuperJournalMark.Length)
        {
            return;
        }

        var end = new byte[SuperJournalMark.Length];
        try
        {
            using var journal = File.OpenHandle(folder.Journal, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            var start = RandomAccess.GetLength(journal) - end.Length;
            if (start < 0 || RandomAccess.Read(journal, end, start) < end.Length)
            {
                return;
            }
        }
        catch (FileNotFoundException)
        {
            // Another process has ended its transaction, and removed the journal.
            return;
        }

        if (end.AsSpan().SequenceEqual(SuperJournalMark))
        {
            throw Foreign(folder, folder.Journal, "the journal of several databases", "file");
        }
    }

    private static bool IsOpenToAll(string path) => FileStatus.Find(path) is { } status && status.Mode.HasFlag(UnixFileMode.OtherWrite);

    private static StoreException Foreign(StoreFolder folder, string path, string what, string expected) =>
        StoreErrors.Foreign(folder.Root, path, what, expected);
}
