using System.Text.RegularExpressions;

namespace Mlops.Dsl.Architecture.Tests;

/// <summary>The page that a newcomer reads first names places that are there.</summary>
public sealed partial class ArchitecturePageTests
{
    [Fact]
    public void The_places_that_the_page_names_exist()
    {
        var page = File.ReadAllText(Path.Combine(Repository.Root, "docs", "architecture.md"));

        var places = Place().Matches(page).Select(static match => match.Groups["path"].Value).Distinct().ToList();

        Assert.True(places.Count > 20, "The page names hardly any place.");
        Assert.All(
            places.Where(static place => !place.Contains("xxxx", StringComparison.Ordinal)),
            static place => Assert.True(Path.Exists(Path.Combine(Repository.Root, place)), $"There is no '{place}'.")
        );
    }

    [GeneratedRegex(
        "`(?<path>(src|generators|analyzers|tests|docs)/[A-Za-z0-9_./]+)`",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Place();
}
