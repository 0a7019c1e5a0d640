namespace Mlops.Dsl.Architecture.Tests;

/// <summary>Files are small enough to be read at once, and lines to be read side by side.</summary>
public sealed class SourceFileTests
{
    private const int LongestLine = 140;
    private const int LongestFile = 400;
    private const int LongestMedian = 80;

    [Fact]
    public void No_line_of_the_product_is_longer_than_140_characters() =>
        Assert.Empty(
            Repository.Files.SelectMany(static file =>
                File.ReadLines(file)
                    .Index()
                    .Where(static line => line.Item.Length > LongestLine)
                    .Select(line => $"{Path.GetRelativePath(Repository.Root, file)}:{line.Index + 1}: {line.Item.Length} characters")
            )
        );

    [Fact]
    public void No_file_of_the_product_is_longer_than_400_lines_and_half_of_them_not_than_80()
    {
        var lengths = Repository
            .Files.Select(static file => (File: Path.GetRelativePath(Repository.Root, file), Lines: File.ReadLines(file).Count()))
            .OrderBy(static file => file.Lines)
            .ToList();

        Assert.All(lengths, static file => Assert.True(file.Lines <= LongestFile, $"'{file.File}' has {file.Lines} lines."));
        Assert.InRange(lengths[lengths.Count / 2].Lines, 1, LongestMedian);
    }
}
