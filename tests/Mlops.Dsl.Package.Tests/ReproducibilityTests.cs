using System.IO.Compression;
using System.Security.Cryptography;

namespace Mlops.Dsl.Package.Tests;

/// <summary>
/// The same sources in another folder, which were put there in another order and at another time, without the repository's history.
/// </summary>
public sealed class ReproducibilityTests(PackedProduct product)
{
    private static readonly string[] PackedFolders = ["src", "generators", "analyzers", "templates", "eng"];

    [Fact]
    public void Packages_that_are_made_elsewhere_are_equal_byte_for_byte()
    {
        var checkout = Path.Combine(Directory.CreateTempSubdirectory("mlops-elsewhere-").FullName, "another checkout (copied)");
        try
        {
            CopySources(checkout);
            var feed = product.PackInto(Path.Combine(checkout, "feed"), checkout);

            foreach (var package in Directory.GetFiles(product.Feed, "*.nupkg"))
            {
                var other = Path.Combine(feed, Path.GetFileName(package));
                Assert.Equal(Contents(package), Contents(other));
                Assert.True(
                    File.ReadAllBytes(package).AsSpan().SequenceEqual(File.ReadAllBytes(other)),
                    $"{Path.GetFileName(package)}: the files are equal, the packages are not"
                );
            }
        }
        finally
        {
            Directory.Delete(Path.GetDirectoryName(checkout)!, recursive: true);
        }
    }

    private static void CopySources(string checkout)
    {
        var files = PackedFolders
            .SelectMany(static folder =>
                Directory.GetFiles(Path.Combine(PackedProduct.RepositoryRoot, folder), "*", SearchOption.AllDirectories)
            )
            .Concat(Directory.GetFiles(PackedProduct.RepositoryRoot))
            .Select(static file => Path.GetRelativePath(PackedProduct.RepositoryRoot, file))
            .Where(static file => !file.Split(Path.DirectorySeparatorChar).Any(static part => part is "bin" or "obj" or ".git" or ".vs"))
            .OrderDescending(StringComparer.Ordinal);
        foreach (var file in files)
        {
            var copy = Path.Combine(checkout, file);
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(Path.Combine(PackedProduct.RepositoryRoot, file), copy);
            File.SetLastWriteTimeUtc(copy, new DateTime(2020, 2, 3, 4, 5, 6, DateTimeKind.Utc));
        }
    }

    /// <summary>The entries in their order, with their times and hashes: where packages differ, this says in what.</summary>
    private static List<string> Contents(string package)
    {
        using var archive = ZipFile.OpenRead(package);
        return
        [
            .. archive.Entries.Select(static entry =>
            {
                using var content = entry.Open();
                return $"{entry.FullName} {entry.LastWriteTime:O} {Convert.ToHexStringLower(SHA256.HashData(content))}";
            }),
        ];
    }
}
