using Mlops.Dsl.Engine;
using Mlops.Dsl.Storage;

namespace Mlops.Dsl.Runtime.Tests.Engine.Keys;

/// <summary>Every part of a key that differs is told, and nothing else.</summary>
public sealed class KeyComparisonTests
{
    private static readonly KeyParts Before = new()
    {
        Fingerprint = KeyScene.HashOf("code"),
        Parameters = [new("Depth", "3"), new("Share", null)],
        Inputs = [new("rows", KeyScene.HashOf("rows")), new("model", KeyScene.HashOf("model"))],
        Codecs = [new("Fit", "int")],
        RuntimeVersion = "10.0.1",
        Platform = "linux-x64",
        VersionToken = "t",
    };

    private static readonly string Rows = KeyScene.HashOf("rows").ToString();

    public static TheoryData<KeyParts, KeyChange[]> Changes =>
        new()
        {
            { Before, [] },
            { Before with { Fingerprint = null }, [new(KeyChangeKind.Code, "code", KeyScene.HashOf("code").ToString())] },
            {
                Before with
                {
                    Fingerprint = KeyScene.HashOf("b"),
                },
                [new(KeyChangeKind.Code, "code", KeyScene.HashOf("code").ToString(), KeyScene.HashOf("b").ToString())]
            },
            { Before with { Parameters = [new("Depth", "4"), new("Share", null)] }, [new(KeyChangeKind.Parameter, "Depth", "3", "4")] },
            {
                Before with
                {
                    Parameters = [new("Depth", null), new("Share", "1")],
                },
                [new(KeyChangeKind.Parameter, "Depth", "3", "(none)"), new(KeyChangeKind.Parameter, "Share", "(none)", "1")]
            },
            {
                Before with
                {
                    Parameters = [new("Depth", "3"), new("Share", null), new("New", null)],
                },
                [new(KeyChangeKind.Parameter, "New", null, "(none)")]
            },
            {
                Before with
                {
                    Parameters = [new("Depth", "3"), new("Share", null), new("New", "n")],
                },
                [new(KeyChangeKind.Parameter, "New", null, "n")]
            },
            {
                Before with
                {
                    Parameters = [],
                },
                [new(KeyChangeKind.Parameter, "Depth", "3"), new(KeyChangeKind.Parameter, "Share", "(none)")]
            },
            { Before with { Inputs = [Before.Inputs[0]] }, [new(KeyChangeKind.Input, "model", KeyScene.HashOf("model").ToString())] },
            {
                Before with
                {
                    Inputs = [new("rows", KeyScene.HashOf("b")), Before.Inputs[1]],
                },
                [new(KeyChangeKind.Input, "rows", Rows, KeyScene.HashOf("b").ToString())]
            },
            { Before with { Codecs = [new("Fit", "long")] }, [new(KeyChangeKind.Codec, "Fit", "int", "long")] },
            { Before with { RuntimeVersion = "10.0.2" }, [new(KeyChangeKind.Runtime, ".NET", "10.0.1", "10.0.2")] },
            { Before with { Platform = "linux-arm64" }, [new(KeyChangeKind.Platform, "platform", "linux-x64", "linux-arm64")] },
            { Before with { VersionToken = null }, [new(KeyChangeKind.VersionToken, "version token", "t")] },
            { Before with { VersionToken = "u" }, [new(KeyChangeKind.VersionToken, "version token", "t", "u")] },
        };

    [Theory]
    [MemberData(nameof(Changes))]
    public void What_differs_is_told(KeyParts after, KeyChange[] expected) => Assert.Equal(expected, KeyComparison.Compare(Before, after));

    [Fact]
    public void All_that_differs_is_told_in_the_order_of_the_parts()
    {
        var changes = KeyComparison.Compare(Before, new KeyParts { RuntimeVersion = "9" });

        Assert.Equal(
            [
                KeyChangeKind.Code,
                KeyChangeKind.Parameter,
                KeyChangeKind.Parameter,
                KeyChangeKind.Input,
                KeyChangeKind.Input,
                KeyChangeKind.Codec,
                KeyChangeKind.Runtime,
                KeyChangeKind.Platform,
                KeyChangeKind.VersionToken,
            ],
            changes.Select(static change => change.Kind)
        );
    }

    [Fact]
    public void Changed_code_is_told_by_symbol_and_package()
    {
        var before = new FingerprintParts(
            default,
            [new("A", "1"), new("B", "1"), new("C", "1")],
            ["Json, 1.0, x", "Bare", "Old, 1", ", 1"]
        );
        var after = new FingerprintParts(
            default,
            [new("A", "1"), new("B", "2"), new("D", "1")],
            ["Json, 1.1, y", "Bare", "New,2", "Plain", ", 2"]
        );

        Assert.Equal(
            [
                new KeyChange(KeyChangeKind.Symbol, "B", "1", "2"),
                new KeyChange(KeyChangeKind.Symbol, "D", null, "1"),
                new KeyChange(KeyChangeKind.Symbol, "C", "1"),
                new KeyChange(KeyChangeKind.Package, "Json", "1.0, x", "1.1, y"),
                new KeyChange(KeyChangeKind.Package, "New", null, "2"),
                new KeyChange(KeyChangeKind.Package, "Plain", null, ""),
                new KeyChange(KeyChangeKind.Package, "", "1", "2"),
                new KeyChange(KeyChangeKind.Package, "Old", "1"),
            ],
            KeyComparison.Compare(before, after)
        );
    }

    [Fact]
    public void Code_that_is_not_known_on_one_side_is_not_compared()
    {
        var known = new FingerprintParts(default, [new("A", "1")], []);

        Assert.Empty(KeyComparison.Compare(null, known));
        Assert.Empty(KeyComparison.Compare(known, null));
    }

    public static TheoryData<KeyChange[], string> Sentences =>
        new()
        {
            { [], "" },
            { [new(KeyChangeKind.Code, "code", "a", "b")], "code changed" },
            { [new(KeyChangeKind.Symbol, "A.B"), new(KeyChangeKind.Symbol, "C.D")], "code changed (A.B, C.D)" },
            { [new(KeyChangeKind.Symbol, "A"), new(KeyChangeKind.Symbol, "B"), new(KeyChangeKind.Symbol, "C")], "code changed (A, B, C)" },
            {
                [
                    new(KeyChangeKind.Symbol, "A"),
                    new(KeyChangeKind.Symbol, "B"),
                    new(KeyChangeKind.Symbol, "C"),
                    new(KeyChangeKind.Symbol, "D"),
                ],
                "code changed (A, B, C and 1 more)"
            },
            {
                [
                    new(KeyChangeKind.Symbol, "A"),
                    new(KeyChangeKind.Symbol, "B"),
                    new(KeyChangeKind.Symbol, "C"),
                    new(KeyChangeKind.Symbol, "D"),
                    new(KeyChangeKind.Symbol, "E"),
                ],
                "code changed (A, B, C and 2 more)"
            },
            { [new(KeyChangeKind.Package, "Json", "1", "2")], "package Json changed" },
            { [new(KeyChangeKind.Input, "rows", "a", "b")], "input rows changed" },
            { [new(KeyChangeKind.Input, "rows", null, "b")], "new input rows" },
            { [new(KeyChangeKind.Input, "rows", "a")], "input rows removed" },
            { [new(KeyChangeKind.Codec, "Fit", "a", "b")], "encoding of Fit changed" },
            { [new(KeyChangeKind.Parameter, "Share", "0.8", "0.9")], "Share 0.8 → 0.9" },
            { [new(KeyChangeKind.Parameter, "Share", null, "0.9")], "Share (absent) → 0.9" },
            {
                [new(KeyChangeKind.Parameter, "Share", new string('a', 40), "+" + new string('b', 40))],
                $"Share {new string('a', 40)} → +{new string('b', 39)}…"
            },
            {
                [
                    new(KeyChangeKind.Runtime, ".NET", "9", "10"),
                    new(KeyChangeKind.Symbol, "A"),
                    new(KeyChangeKind.VersionToken, "version token", "t", "u"),
                ],
                "code changed (A), .NET 9 → 10, version token t → u"
            },
        };

    [Theory]
    [MemberData(nameof(Sentences))]
    public void Changes_are_told_in_few_words(KeyChange[] changes, string expected) => Assert.Equal(expected, ChangeText.Describe(changes));
}
