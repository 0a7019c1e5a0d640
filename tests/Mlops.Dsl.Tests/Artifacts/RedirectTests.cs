using System.Net;
using System.Text;
using Mlops.Dsl.Serialization;

namespace Mlops.Dsl.Tests.Artifacts;

/// <summary>Where a server may send a download.</summary>
public sealed class RedirectTests : IDisposable
{
    private static readonly string Pin = ContentHash.Of(Encoding.UTF8.GetBytes("hello")).ToString();

    private readonly TemporaryFolder _folder = new();
    private readonly TestServer _inside = new();

    public RedirectTests()
    {
        _inside.Responses["/hello"] = TestServer.Give("hello");
        _inside.Responses["/hello?token=secret"] = TestServer.Give("hello");
    }

    public void Dispose()
    {
        _inside.Dispose();
        _folder.Dispose();
    }

    [Theory]
    [InlineData(301)]
    [InlineData(302)]
    [InlineData(303)]
    [InlineData(307)]
    [InlineData(308)]
    public async Task A_server_on_this_machine_may_send_a_download_to_this_machine(int status)
    {
        _inside.Responses["/first"] = TestServer.RedirectTo("/hello", status);

        var file = await GetAsync(_inside.UriOf("/first"));

        Assert.Equal(("first", "hello"), (file.Path, file.ReadAllText()));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("localhost")]
    [InlineData("127.9.9.9")]
    [InlineData("[::ffff:127.0.0.1]")]
    [InlineData("[::127.0.0.1]")]
    [InlineData("0.0.0.0")]
    [InlineData("2130706433")]
    public async Task A_server_elsewhere_may_not(string? host)
    {
        var address = TestServer.FindOuterAddress();
        Assert.SkipWhen(address is null, "this machine has no address but its own");
        using var outside = new TestServer(address);
        outside.Responses["/first"] = TestServer.RedirectTo(_inside.UriOf("/hello?token=secret", host).AbsoluteUri);

        var error = await Assert.ThrowsAsync<SourceException>(() => GetAsync(outside.UriOf("/first")));

        Assert.Contains("an address inside, where no server outside may send it", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", error.Message, StringComparison.Ordinal);
        Assert.Equal(0, _inside.Requests);
        Assert.Empty(Directory.GetFiles(_folder.Path));
    }

    [Theory]
    [InlineData("file:///etc/passwd")]
    [InlineData("ftp://example.org/hello")]
    [InlineData("gopher://127.0.0.1/hello")]
    public async Task No_server_sends_a_download_to_another_scheme(string location)
    {
        _inside.Responses["/first"] = TestServer.RedirectTo(location);

        var error = await Assert.ThrowsAsync<SourceException>(() => GetAsync(_inside.UriOf("/first")));

        Assert.EndsWith("which is no HTTP URI.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_download_is_not_sent_round_in_circles()
    {
        _inside.Responses["/first"] = TestServer.RedirectTo("/first");

        var error = await Assert.ThrowsAsync<SourceException>(() => GetAsync(_inside.UriOf("/first")));

        Assert.EndsWith("was redirected more than 10 times.", error.Message, StringComparison.Ordinal);
        Assert.Equal(11, _inside.Requests);
    }

    [Theory]
    [InlineData("127.0.0.1", 2)]
    [InlineData("127.255.255.254", 2)]
    [InlineData("0.0.0.0", 2)]
    [InlineData("169.254.169.254", 2)]
    [InlineData("169.254.0.1", 2)]
    [InlineData("100.100.100.200", 2)]
    [InlineData("168.63.129.16", 2)]
    [InlineData("192.0.0.192", 2)]
    [InlineData("224.0.0.1", 2)]
    [InlineData("255.255.255.255", 2)]
    [InlineData("::", 2)]
    [InlineData("::1", 2)]
    [InlineData("fe80::1%3", 2)]
    [InlineData("febf::1", 2)]
    [InlineData("fd00:ec2::254", 2)]
    [InlineData("fd20:ce::254", 2)]
    [InlineData("::ffff:127.0.0.1", 2)]
    [InlineData("::ffff:169.254.169.254", 2)]
    [InlineData("::127.0.0.1", 2)]
    [InlineData("64:ff9b::7f00:1", 2)]
    [InlineData("64:ff9b::a9fe:a9fe", 2)]
    [InlineData("2002:7f00:1::", 2)]
    [InlineData("2001:0:1:2:3:4:80ff:fffe", 2)]
    [InlineData("10.1.2.3", 1)]
    [InlineData("172.16.0.1", 1)]
    [InlineData("172.31.255.255", 1)]
    [InlineData("192.168.1.1", 1)]
    [InlineData("100.64.0.1", 1)]
    [InlineData("fc00::1", 1)]
    [InlineData("fd12:3456::1", 1)]
    [InlineData("::ffff:10.0.0.1", 1)]
    [InlineData("2002:0a00:0001::", 1)]
    [InlineData("1.1.1.1", 0)]
    [InlineData("126.255.255.255", 0)]
    [InlineData("128.0.0.1", 0)]
    [InlineData("169.253.255.255", 0)]
    [InlineData("172.32.0.1", 0)]
    [InlineData("2606:4700::1", 0)]
    [InlineData("64:ff9b::101:101", 0)]
    [InlineData("::ffff:1.1.1.1", 0)]
    public void An_address_reaches_as_far_as_what_it_stands_for(string address, int reach) =>
        Assert.Equal((AddressReach)reach, AddressReaches.Of(IPAddress.Parse(address)));

    private Task<FileArtifact> GetAsync(Uri uri) =>
        new DownloadCache(_folder.Path).GetAsync(uri, Pin, TestContext.Current.CancellationToken);
}
