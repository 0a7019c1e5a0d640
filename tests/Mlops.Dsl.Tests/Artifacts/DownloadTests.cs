using System.Text;
using Mlops.Dsl.Serialization;

namespace Mlops.Dsl.Tests.Artifacts;

public sealed class DownloadTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly TestServer _server = new();

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _server.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task A_pinned_file_is_downloaded_once()
    {
        var uri = Serve("HTTP/1.1 200 OK\r\nContent-Length: 5\r\nConnection: close\r\n\r\nhello");
        var cache = new DownloadCache(_folder.Path);
        var first = await cache.GetAsync(uri, Hash("hello"), Cancelled);
        var second = await cache.GetAsync(uri, Hash("hello").ToUpperInvariant(), Cancelled);
        Assert.Equal(("data file.csv", "hello", "hello"), (first.Path, first.ReadAllText(), second.ReadAllText()));
        Assert.Equal(1, _server.Requests);
    }

    [Fact]
    public async Task A_damaged_file_in_the_cache_is_downloaded_again()
    {
        var uri = Serve("HTTP/1.1 200 OK\r\nContent-Length: 5\r\nConnection: close\r\n\r\nhello");
        _folder.Write(Hash("hello"), "hellx");
        var file = await new DownloadCache(_folder.Path).GetAsync(uri, Hash("hello"), Cancelled);
        Assert.Equal("hello", file.ReadAllText());
    }

    [Theory]
    [InlineData("mkfifo")]
    [InlineData("link")]
    public async Task What_is_no_file_in_the_cache_is_not_read_but_replaced(string kind)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux tells what a file is.");
        var uri = Serve("HTTP/1.1 200 OK\r\nContent-Length: 5\r\nConnection: close\r\n\r\nhello");
        var path = Path.Combine(_folder.Path, Hash("hello"));
        if (kind == "link")
        {
            File.CreateSymbolicLink(path, "/dev/zero");
        }
        else
        {
            using var make = System.Diagnostics.Process.Start(kind, [path]);
            await make.WaitForExitAsync(Cancelled);
        }

        var file = await new DownloadCache(_folder.Path).GetAsync(uri, Hash("hello"), Cancelled);

        Assert.Equal("hello", file.ReadAllText());
        Assert.Null(new FileInfo(path).LinkTarget);
    }

    [Fact]
    public async Task A_changed_content_is_refused_and_leaves_nothing_behind()
    {
        var uri = Serve("HTTP/1.1 200 OK\r\nContent-Length: 5\r\nConnection: close\r\n\r\nworld");
        var error = await Assert.ThrowsAsync<SourceException>(() =>
            new DownloadCache(_folder.Path).GetAsync(uri, Hash("hello"), Cancelled)
        );
        Assert.DoesNotContain(Hash("world"), error.ToString(), StringComparison.OrdinalIgnoreCase);
        Assert.Contains(Hash("hello"), error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", error.Message, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(_folder.Path));
    }

    [Fact]
    public async Task A_refusal_of_the_server_is_told()
    {
        var uri = Serve("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
        var error = await Assert.ThrowsAsync<SourceException>(() =>
            new DownloadCache(_folder.Path).GetAsync(uri, Hash("hello"), Cancelled)
        );
        Assert.Contains("404 Not Found", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_download_that_breaks_off_is_told_and_leaves_nothing_behind()
    {
        var uri = Serve("HTTP/1.1 200 OK\r\nContent-Length: 500\r\nConnection: close\r\n\r\nhello");
        await Assert.ThrowsAsync<SourceException>(() => new DownloadCache(_folder.Path).GetAsync(uri, Hash("hello"), Cancelled));
        Assert.Empty(Directory.GetFiles(_folder.Path));
    }

    [Fact]
    public async Task A_server_that_is_not_there_is_told()
    {
        var uri = _server.UriOf("/");
        _server.Dispose();
        await Assert.ThrowsAsync<SourceException>(() => new DownloadCache(_folder.Path).GetAsync(uri, Hash("hello"), Cancelled));
    }

    [Fact]
    public async Task A_content_that_is_larger_than_it_may_be_is_refused_before_it_arrives()
    {
        var uri = Serve("HTTP/1.1 200 OK\r\nContent-Length: 10000000001\r\nConnection: close\r\n\r\nhello");

        var error = await Assert.ThrowsAsync<SourceException>(() =>
            new DownloadCache(_folder.Path).GetAsync(uri, Hash("hello"), Cancelled)
        );

        Assert.EndsWith(
            "is larger than 10,000,000,000 bytes. If it is to be, raise MaxBytes of the source.",
            error.Message,
            StringComparison.Ordinal
        );
        Assert.Empty(Directory.GetFiles(_folder.Path));
    }

    [Theory]
    [InlineData(4, false)]
    [InlineData(5, true)]
    public async Task A_content_of_unknown_length_may_be_as_large_as_the_source_says(long maxBytes, bool isDownloaded)
    {
        var uri = Serve("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n3\r\nhel\r\n2\r\nlo\r\n0\r\n\r\n");
        var download = new DownloadCache(_folder.Path).GetAsync(uri, Hash("hello"), Cancelled, maxBytes);

        if (isDownloaded)
        {
            Assert.Equal("hello", (await download).ReadAllText());
        }
        else
        {
            Assert.Contains(
                "is larger than 4 bytes",
                (await Assert.ThrowsAsync<SourceException>(() => download)).Message,
                StringComparison.Ordinal
            );
        }
    }

    [Theory]
    [InlineData("not-a-uri", "00")]
    [InlineData("ftp://example.org/x", "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824")]
    [InlineData("https://example.org/x", "2cf24d")]
    public async Task What_can_not_be_pinned_is_refused(string uri, string sha256) =>
        await Assert.ThrowsAsync<SourceException>(() => SourceFiles.DownloadAsync(uri, sha256, Cancelled));

    private static string Hash(string content) => ContentHash.Of(Encoding.UTF8.GetBytes(content)).ToString();

    private Uri Serve(string response)
    {
        _server.Responses["/data%20file.csv?token=secret"] = response;
        return new UriBuilder(_server.UriOf("/data%20file.csv?token=secret")) { UserName = "user", Password = "secret" }.Uri;
    }
}
