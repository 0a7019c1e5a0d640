using Mlops.Dsl.Naming;
using Mlops.Dsl.Runtime.App.Naming;

namespace Mlops.Dsl.Runtime.Tests.App;

public class NamingTests
{
    [Theory]
    [InlineData("TrainShare", "train-share")]
    [InlineData("Seed", "seed")]
    [InlineData("MaxURLLength", "max-url-length")]
    [InlineData("NGramSize", "n-gram-size")]
    [InlineData("L2", "l2")]
    [InlineData("Utf8Text", "utf8-text")]
    [InlineData("URL", "url")]
    [InlineData("snake_case_Name", "snake-case-name")]
    [InlineData("Größe", "größe")]
    public void A_propertys_name_becomes_words_with_hyphens(string name, string expected) => Assert.Equal(expected, KebabCase.From(name));

    [Theory]
    [InlineData("rnu", "run")]
    [InlineData("RUN", "run")]
    [InlineData("mani", "manifest")]
    [InlineData("grahp", "graph")]
    [InlineData("artefact", "artifact")]
    public void A_misspelt_name_finds_the_nearest(string name, string expected) =>
        Assert.Equal(expected, NearestName.Find(name, ["run", "graph", "manifest", "artifact"]));

    [Theory]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("deploy")]
    public void A_name_like_no_other_finds_none(string name) => Assert.Null(NearestName.Find(name, ["run", "graph", "manifest"]));

    [Fact]
    public void A_huge_name_finds_none() => Assert.Null(NearestName.Find(new string('r', 1_000_000), ["run"]));
}
