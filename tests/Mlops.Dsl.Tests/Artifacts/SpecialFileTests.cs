using System.Diagnostics;

namespace Mlops.Dsl.Tests.Artifacts;

/// <summary>Pipes, devices and sockets among a source's files, which could keep a run waiting for ever.</summary>
public sealed class SpecialFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("*.csv")]
    [InlineData("pipe.csv")]
    [InlineData("**")]
    public void A_named_pipe_is_refused_by_name(string glob)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux tells what a file is.");
        var pipe = Path.Combine(_folder.Path, "pipe.csv");
        using var make = Process.Start("mkfifo", [pipe]);
        make.WaitForExit();

        var error = Assert.Throws<SourceException>(() => SourceFiles.FindFiles($"{_folder.Path}/" + glob));

        Assert.StartsWith($"'{pipe}' is a named pipe, not a file", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_device_is_refused_also_behind_a_link()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux tells what a file is.");
        File.CreateSymbolicLink(Path.Combine(_folder.Path, "zeros.csv"), "/dev/zero");

        var error = Assert.Throws<SourceException>(() => SourceFiles.FindFile($"{_folder.Path}/zeros.csv"));

        Assert.Contains("is a device", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_empty_file_is_a_file()
    {
        File.WriteAllText(Path.Combine(_folder.Path, "empty.csv"), "");

        Assert.Equal(0, SourceFiles.FindFile($"{_folder.Path}/empty.csv").Length);
    }
}
