namespace Mlops.Dsl.Tests.Artifacts;

public sealed class SourceFilesTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string Root => _folder.Path;

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("*.csv", "a.csv B.csv")]
    [InlineData("**/*.csv", "B.csv a.csv deep/d.csv deep/er/e.csv")]
    [InlineData("deep/**", "d.csv er/e.csv er/x.txt")]
    [InlineData("**", "B.csv a.csv deep/d.csv deep/er/e.csv deep/er/x.txt readme.md")]
    [InlineData("**/**/?.csv", "B.csv a.csv deep/d.csv deep/er/e.csv")]
    [InlineData("deep/*/?.*", "er/e.csv er/x.txt")]
    [InlineData("d*p/d.csv", "deep/d.csv")]
    [InlineData(".h*", ".hidden.csv")]
    [InlineData("a.csv", "a.csv")]
    [InlineData("./deep//er/../d.csv", "d.csv")]
    public void A_glob_finds_files_in_ordinal_order(string glob, string expected)
    {
        foreach (
            var path in new[] { "a.csv", "B.csv", ".hidden.csv", "readme.md", "deep/d.csv", "deep/er/e.csv", "deep/er/x.txt", ".git/g.csv" }
        )
        {
            _folder.Write(path);
        }

        var found = SourceFiles.FindFiles($"{Root}/" + glob).Select(static file => file.Path);
        Assert.Equal(expected.Split(' ').Order(StringComparer.Ordinal), found);
    }

    [Fact]
    public void A_placeholders_value_stands_for_itself()
    {
        _folder.Write("what*?/a.csv");
        _folder.Write("whatever/b.csv");
        var folder = "what*?";
        Assert.Equal("a.csv", Assert.Single(SourceFiles.FindFiles($"{Root}/{folder}/*.csv")).Path);
        Assert.Equal(2, SourceFiles.FindFiles($"{Root}/what*/*.csv").Count);
    }

    [Fact]
    public void Names_are_compared_with_their_case()
    {
        _folder.Write("a.CSV");
        var error = Assert.Throws<SourceException>(() => SourceFiles.FindFiles($"{Root}/*.csv"));
        Assert.Contains("No file matches", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_empty_placeholder_is_refused_by_name()
    {
        string? dataFolder = "";
        var error = Assert.Throws<SourceException>(() => SourceFiles.FindFiles($"{dataFolder}/*.csv"));
        Assert.Contains("'dataFolder' is empty", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_folder_is_named()
    {
        var error = Assert.Throws<SourceException>(() => SourceFiles.FindFiles("no/such/*.csv"));
        Assert.Contains("The folder '" + Path.GetFullPath("no/such") + "' does not exist", error.Message, StringComparison.Ordinal);
        Assert.Contains("current directory", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_is_no_file_and_the_message_says_how_to_name_its_files()
    {
        var error = Assert.Throws<SourceException>(() => SourceFiles.FindFiles($"{Root}"));
        Assert.Contains("is a folder", error.Message, StringComparison.Ordinal);
        Assert.Contains("/**", error.Message, StringComparison.Ordinal);
        error = Assert.Throws<SourceException>(() => SourceFiles.FindFiles($"{Root}/"));
        Assert.DoesNotContain("//", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void One_file_is_found_by_path_or_by_a_glob_that_one_matches()
    {
        _folder.Write("x/data.csv", "1");
        Assert.Equal(("data.csv", 1L), (SourceFiles.FindFile($"{Root}/x/data.csv").Path, SourceFiles.FindFile($"{Root}/*/d*").Length));
        _folder.Write("x/data2.csv");
        var error = Assert.Throws<SourceException>(() => SourceFiles.FindFile($"{Root}/x/*"));
        Assert.Contains("2 files match", error.Message, StringComparison.Ordinal);
        Assert.Throws<SourceException>(() => SourceFiles.FindFile($"{Root}/nothing.csv"));
    }

    [Fact]
    public void Links_in_a_circle_end()
    {
        _folder.Write("data/a.csv");
        Directory.CreateSymbolicLink(Path.Combine(Root, "data", "loop"), Root);
        Directory.CreateSymbolicLink(Path.Combine(Root, "linked"), Path.Combine(Root, "data"));
        Assert.Equal(["data/a.csv"], SourceFiles.FindFiles($"{Root}/**/*.csv").Select(static file => file.Path));
        Assert.Equal(["data/a.csv", "linked/a.csv"], SourceFiles.FindFiles($"{Root}/*/*.csv").Select(static file => file.Path));
    }

    [Fact]
    public void A_dangling_link_is_an_error()
    {
        File.CreateSymbolicLink(Path.Combine(Root, "gone.csv"), Path.Combine(Root, "nowhere"));
        Assert.Throws<SourceException>(() => SourceFiles.FindFiles($"{Root}/*.csv"));
    }

    [Fact]
    public void A_link_to_a_file_is_that_file_under_another_name()
    {
        var target = _folder.Write("data/real", "content");
        File.CreateSymbolicLink(Path.Combine(Root, "a.csv"), Path.Combine(Root, "b"));
        File.CreateSymbolicLink(Path.Combine(Root, "b"), target);
        var file = Assert.Single(SourceFiles.FindFiles($"{Root}/*.csv"));
        Assert.Equal(("a.csv", 7L, target), (file.Path, file.Length, file.Location));
        File.WriteAllText(target, "changed content");
        Assert.True(file.HasChanged());
    }

    [Fact]
    public void A_control_character_in_a_location_is_an_error() =>
        Assert.Throws<SourceException>(() => SourceFiles.FindFiles($"{Root}/{"\0"}*.csv"));

    [Fact]
    public void A_long_run_of_wildcards_does_not_explode()
    {
        _folder.Write(new string('a', 200));
        Assert.Throws<SourceException>(() => SourceFiles.FindFiles($"{Root}/" + string.Concat(Enumerable.Repeat("*a", 60)) + "b"));
    }
}
