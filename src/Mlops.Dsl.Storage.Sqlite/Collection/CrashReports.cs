using System.Text.RegularExpressions;
using Mlops.Dsl.Storage.Sqlite.Local;

namespace Mlops.Dsl.Storage.Sqlite.Collection;

/// <summary>The files in a store's folder with the details of defects: <c>error-20261130-123456-….txt</c>.</summary>
internal static partial class CrashReports
{
    /// <summary>Whoever met the defect has had the time to send its details to somebody.</summary>
    private static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    /// <summary>Removes those that nobody needs any more. What is named alike and is no file of the store's own stays.</summary>
    /// <param name="folder">The store.</param>
    /// <param name="now">The time, in UTC.</param>
    public static void Sweep(StoreFolder folder, DateTime now)
    {
        foreach (var path in Directory.GetFiles(folder.Root, "error-*.txt"))
        {
            if (
                Name().IsMatch(Path.GetFileName(path))
                && FileStatus.Find(path) is { Kind: FileKind.File }
                && now - File.GetLastWriteTimeUtc(path) > Kept
            )
            {
                File.Delete(path);
            }
        }
    }

    [GeneratedRegex(@"^error-\d{8}-\d{6}-[0-9a-f]{32}\.txt$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Name();
}
