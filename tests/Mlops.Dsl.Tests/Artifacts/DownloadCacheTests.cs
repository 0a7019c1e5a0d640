using System.Diagnostics;
using System.Text;
using Mlops.Dsl.Serialization;

namespace Mlops.Dsl.Tests.Artifacts;

/// <summary>What lies in the folder of downloads, whoever put it there.</summary>
public sealed class DownloadCacheTests : IDisposable
{
    private static readonly string Pin = ContentHash.Of(Encoding.UTF8.GetBytes("hello")).ToString();

    private readonly TemporaryFolder _folder = new();
    private readonly TemporaryFolder _elsewhere = new();
    private readonly TestServer _server = new();

    public DownloadCacheTests() => _server.Responses["/hello"] = TestServer.Give("hello");

    public void Dispose()
    {
        _server.Dispose();
        _folder.Dispose();
        _elsewhere.Dispose();
    }

    [Fact]
    public async Task What_a_killed_download_left_is_swept_and_what_another_is_writing_is_not()
    {
        var left = _folder.Write("left.part", "half of it");
        var written = System.IO.Path.Combine(_folder.Path, "written.part");
        await using var writer = new FileStream(written, FileMode.CreateNew, FileAccess.Write, FileShare.None);

        await GetAsync();

        Assert.False(File.Exists(left));
        Assert.True(File.Exists(written));
    }

    [Theory]
    [InlineData("file")]
    [InlineData("part")]
    public async Task A_link_is_neither_followed_nor_trusted(string kind)
    {
        var victim = _elsewhere.Write("victim", "hello");
        var link = System.IO.Path.Combine(_folder.Path, kind == "file" ? Pin : "link.part");
        File.CreateSymbolicLink(link, victim);

        var file = await GetAsync();

        Assert.Equal(1, _server.Requests);
        Assert.Equal("hello", await File.ReadAllTextAsync(victim, TestContext.Current.CancellationToken));
        Assert.Equal(System.IO.Path.Combine(_folder.Path, Pin), file.Location);
        Assert.All(Directory.GetFiles(_folder.Path), static path => Assert.Null(new FileInfo(path).LinkTarget));
    }

    [Theory]
    [InlineData("file")]
    [InlineData("part")]
    public async Task A_pipe_holds_nothing_up(string kind)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "named pipes in the file system");
        var pipe = System.IO.Path.Combine(_folder.Path, kind == "file" ? Pin : "pipe.part");
        using (var make = Process.Start("mkfifo", [pipe]))
        {
            await make.WaitForExitAsync(TestContext.Current.CancellationToken);
        }

        var file = await GetAsync();

        Assert.Equal("hello", file.ReadAllText());
        Assert.Equal([System.IO.Path.Combine(_folder.Path, Pin)], Directory.GetFiles(_folder.Path));
    }

    [Fact]
    public async Task The_folder_and_its_files_are_their_owners_alone()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("POSIX permissions");
            return;
        }

        var folder = System.IO.Path.Combine(_folder.Path, "cache");

        var file = await new DownloadCache(folder).GetAsync(_server.UriOf("/hello"), Pin, TestContext.Current.CancellationToken);

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(folder));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file.Location));
    }

    [Theory]
    [InlineData("http://h/data/iris.csv", "iris.csv")]
    [InlineData("http://h/data%20file.csv?x=/y", "data file.csv")]
    [InlineData("http://h/%C3%BCber.csv", "über.csv")]
    [InlineData("http://h/..%2f..%2fetc%2fpasswd", "passwd")]
    [InlineData("http://h/x%2F..", "h")]
    [InlineData("http://h/a%2F...", "h")]
    [InlineData("http://h/..%5C..%5Cx", ".._.._x")]
    [InlineData("http://h/a%1B%5B31mb%0Ac", "a_[31mb_c")]
    [InlineData("http://h/a%E2%80%AEcsv.exe", "a_csv.exe")]
    [InlineData("http://h/a%3A%2A%3Fb%7C%22%3C%3E", "a___b____")]
    [InlineData("http://h/a.%20.", "a")]
    [InlineData("http://h/", "h")]
    [InlineData("http://[::1]/", "[__1]")]
    public void A_file_is_named_after_its_URI_by_a_name_that_is_harmless(string uri, string name) =>
        Assert.Equal(name, DownloadName.Of(new Uri(uri)));

    [Fact]
    public void A_name_is_no_longer_than_file_systems_allow() =>
        Assert.InRange(Encoding.UTF8.GetByteCount(DownloadName.Of(new Uri($"http://h/{new string('日', 500)}"))), 1, 255);

    private Task<FileArtifact> GetAsync() =>
        new DownloadCache(_folder.Path).GetAsync(_server.UriOf("/hello"), Pin, TestContext.Current.CancellationToken);
}
