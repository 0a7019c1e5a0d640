using Mlops.Dsl.Serialization;
using Mlops.Dsl.Tests.Artifacts;

namespace Mlops.Dsl.Tests.Serialization;

public sealed class FileCodecTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Files_have_the_same_bytes_in_place_and_stored_and_are_read_from_the_store()
    {
        _folder.Write("data/a.txt", "alpha");
        _folder.Write("data/b/c.txt", "gamma");
        var files = new FolderFiles(Directory.CreateDirectory(Path.Combine(_folder.Path, "store")).FullName);
        var found = SourceFiles.FindFiles($"{_folder.Path}/data/**");
        var inPlace = Encoded.Write(Codecs.FileSetInPlace, found, files);
        Assert.Throws<ArtifactFormatException>(() => Encoded.Read(Codecs.FileSet, inPlace, files));
        Assert.Equal(inPlace, Encoded.Write(Codecs.FileSet, found, files));
        var back = Encoded.Read(Codecs.FileSet, inPlace, files);
        Assert.Equal(["a.txt", "b/c.txt"], back.Select(static file => file.Path));
        Assert.Equal("gamma", back.Find("b/c.txt")!.ReadAllText());
        Assert.False(back[0].HasChanged());
        Encoded.RefusesEveryTruncation(Codecs.FileArtifactInPlace, FileArtifact.FromPath(found[0].Location), files);
    }

    [Fact]
    public void A_file_that_is_gone_is_a_sources_error()
    {
        var location = _folder.Write("a.txt", "alpha");
        var file = FileArtifact.FromPath(location);
        File.Delete(location);
        var error = Assert.Throws<SourceException>(() => Encoded.Write(Codecs.FileArtifactInPlace, file, new FolderFiles(_folder.Path)));
        Assert.Contains(location, error.Message, StringComparison.Ordinal);
    }
}
