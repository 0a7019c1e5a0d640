using Mlops.Dsl.Serialization;
using Mlops.Dsl.Tests.Artifacts;

namespace Mlops.Dsl.Tests.Serialization.Canonical;

public sealed class FileFormTests : IDisposable
{
    private static readonly byte[] Alpha = [10, .. "a.txt"u8, 5, .. ContentHash.Of("alpha"u8).AsSpan()];

    private readonly TemporaryFolder _folder = new();
    private readonly FolderFiles _files;

    public FileFormTests() => _files = new FolderFiles(Directory.CreateDirectory(Path.Combine(_folder.Path, "store")).FullName);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_file_is_its_name_its_length_and_its_contents_hash()
    {
        var file = FileArtifact.FromPath(_folder.Write("a.txt", "alpha"));

        Assert.Equal(Alpha, Encoded.Write(Codecs.FileArtifactInPlace, file, _files));
        Assert.Empty(Directory.GetFiles(Path.Combine(_folder.Path, "store")));
        Assert.Equal(Alpha, Encoded.Write(Codecs.FileArtifact, file, _files));
        Assert.Equal("alpha", Encoded.Read(Codecs.FileArtifact, Alpha, _files).ReadAllText());
        Assert.Equal($"(path:'a.txt',length:5,hash:'{ContentHash.Of("alpha"u8)}')", Encoded.TranscribeBytes(Codecs.FileArtifact, Alpha));
        Assert.Equal(
            $"[(path:'a.txt',length:5,hash:'{ContentHash.Of("alpha"u8)}')]",
            Encoded.TranscribeBytes(Codecs.FileSet, [1, .. Alpha])
        );
        Assert.Equal(
            ("file", "file", "list(file)", "list(file)"),
            (Codecs.FileArtifact.Schema, Codecs.FileArtifactInPlace.Schema, Codecs.FileSet.Schema, Codecs.FileSetInPlace.Schema)
        );
        Assert.True(Codecs.FileArtifact.IsImmutable && Codecs.FileSet.IsImmutable);
    }

    [Theory]
    [InlineData("alph")]
    [InlineData("alphas")]
    [InlineData(null)]
    public void Stored_content_of_another_length_or_none_is_damage(string? stored)
    {
        if (stored is not null)
        {
            File.WriteAllText(_files.GetPath(ContentHash.Of("alpha"u8)), stored);
        }

        Assert.Contains(
            "'a.txt'",
            Assert.Throws<ArtifactFormatException>(() => Encoded.Read(Codecs.FileArtifact, Alpha, _files)).Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Two_files_of_one_name_are_no_set()
    {
        Encoded.Write(Codecs.FileArtifact, FileArtifact.FromPath(_folder.Write("a.txt", "alpha")), _files);

        Assert.Throws<ArtifactFormatException>(() => Encoded.Read(Codecs.FileSet, [2, .. Alpha, .. Alpha], _files));
        Assert.Single(Encoded.Read(Codecs.FileSet, [1, .. Alpha], _files));
        Assert.Throws<ArtifactFormatException>(() => Encoded.Write(Codecs.FileSet, null!, _files));
        Assert.Throws<ArtifactFormatException>(() => Encoded.Write(Codecs.FileArtifact, null!, _files));
    }
}
