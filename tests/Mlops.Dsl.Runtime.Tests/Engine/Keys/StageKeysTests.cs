using Mlops.Dsl.Engine;

namespace Mlops.Dsl.Runtime.Tests.Engine.Keys;

/// <summary>
/// Everything that determines what a stage returns is in its key: each part is varied alone, and two parts that could be taken for each
/// other are, too.
/// </summary>
public sealed class StageKeysTests
{
    private static readonly KeyScene Base = new();

    /// <summary>Each differs from all the others in something that counts.</summary>
    private static readonly KeyScene[] Different =
    [
        Base,
        Base with
        {
            IsOfOtherPipeline = true,
        },
        Base with
        {
            Stage = "Fit2",
        },
        Base with
        {
            Code = "other code",
        },
        Base with
        {
            Match = RuntimeVersionMatch.Major,
        },
        Base with
        {
            Parameters = [("Depth", "4"), ("Share", "0.8")],
        },
        Base with
        {
            Parameters = [("Depth", "3"), ("Share", "0.9")],
        },
        Base with
        {
            Parameters = [("Depth", "0.8"), ("Share", "3")],
        },
        Base with
        {
            Parameters = [("Share", "0.8"), ("Depth", "3")],
        },
        Base with
        {
            Parameters = [("Depth", ""), ("Share", "0.8")],
        },
        Base with
        {
            Parameters = [("Depth", null), ("Share", "0.8")],
        },
        Base with
        {
            Parameters = [("Depth", "(none)"), ("Share", "0.8")],
        },
        Base with
        {
            Parameters = [("Depth3", ""), ("Share", "0.8")],
        },
        Base with
        {
            Parameters = [("Depths", "3"), ("hare", "0.8")],
        },
        Base with
        {
            Parameters = [("Depth", "3")],
        },
        Base with
        {
            Parameters = [("Share", "0.8")],
        },
        Base with
        {
            Parameters = [],
        },
        Base with
        {
            Parameters = [("Depth", "\ud800"), ("Share", "0.8")],
        },
        Base with
        {
            Parameters = [("Depth", "\ud801"), ("Share", "0.8")],
        },
        Base with
        {
            Parameters = [("Depth", "\ufffd"), ("Share", "0.8")],
        },
        Base with
        {
            Schemas = ["model2", "score"],
        },
        Base with
        {
            Schemas = ["model", "score2"],
        },
        Base with
        {
            Schemas = ["score", "model"],
        },
        Base with
        {
            Schemas = ["models", "core"],
        },
        Base with
        {
            Schemas = ["model"],
        },
        Base with
        {
            Schemas = ["score"],
        },
        Base with
        {
            Schemas = [],
        },
        Base with
        {
            Schemas = [],
            FirstRun = "run-2",
        },
        Base with
        {
            Parameters = [],
            Schemas = ["Depth", "3", "Share", "0.8"],
        },
        Base with
        {
            Contents =
            [
                ["a0", "other"],
                ["b0", "b1"],
            ],
        },
        Base with
        {
            Contents =
            [
                ["a0", "a1"],
                ["other", "b1"],
            ],
        },
        Base with
        {
            Inputs = [(1, 0), (0, 1)],
        },
        Base with
        {
            Inputs = [(0, 0), (1, 0)],
        },
        Base with
        {
            Inputs = [(0, 1), (1, 1)],
        },
        Base with
        {
            Inputs = [(0, 1)],
        },
        Base with
        {
            Inputs = [(1, 0)],
        },
        Base with
        {
            Inputs = [],
        },
        Base with
        {
            Token = "",
        },
        Base with
        {
            Token = "t",
        },
        Base with
        {
            Token = "u",
        },
        Base with
        {
            IsUncached = true,
        },
        Base with
        {
            IsUncached = true,
            FirstRun = "run-2",
        },
        Base with
        {
            Token = "run-1",
        },
        Base with
        {
            Element = "a1",
        },
        Base with
        {
            Element = "e",
        },
        Base with
        {
            Element = "e",
            Index = 0,
        },
        Base with
        {
            Element = "e",
            Index = 1,
        },
        Base with
        {
            Element = "e",
            Index = 256,
        },
        Base with
        {
            Element = "f",
            Index = 0,
        },
        Base with
        {
            Element = "e",
            Contents =
            [
                ["a0", "a1"],
                ["other", "b1"],
            ],
        },
    ];

    [Fact]
    public void Whatever_counts_makes_another_key()
    {
        var keys = Different.Select(static scene => (scene, Key: scene.Compute()));
        foreach (var same in keys.GroupBy(static pair => pair.Key).Where(static group => group.Count() > 1))
        {
            Assert.Fail($"These have one key: {string.Join(" and ", same.Select(static pair => Array.IndexOf(Different, pair.scene)))}");
        }
    }

    [Fact]
    public void Each_key_is_the_hash_of_all_fields_with_their_lengths() =>
        Assert.All(Different, static scene => Assert.Equal(scene.Expect(), scene.Compute()));

    [Fact]
    public void What_does_not_count_makes_no_other_key()
    {
        KeyScene[] same =
        [
            Base with
            { },
            Base with
            {
                Contents =
                [
                    ["other", "a1"],
                    ["b0", "other"],
                ],
            },
            Base with
            {
                FirstRun = "run-2",
            },
        ];

        Assert.All(same, static scene => Assert.Equal(Base.Compute(), scene.Compute()));
        Assert.Equal(
            (Base with { Element = "e" }).Compute(),
            (
                Base with
                {
                    Element = "e",
                    Contents =
                    [
                        ["other", "other"],
                        ["b0", "other"],
                    ],
                }
            ).Compute()
        );
    }

    [Fact]
    public void A_source_that_was_read_is_known_by_its_code_and_by_all_that_it_returned()
    {
        KeyScene[] different =
        [
            Base,
            Base with
            {
                Code = "other",
            },
            Base with
            {
                Returned = ["other", "r1"],
            },
            Base with
            {
                Returned = ["r0", "other"],
            },
            Base with
            {
                Returned = ["r1", "r0"],
            },
            Base with
            {
                Schemas = ["model"],
            },
        ];

        Assert.Equal(different.Length, different.Select(static scene => scene.ComputeRead()).Distinct().Count());
        Assert.DoesNotContain(different[0].Compute(), different.Select(static scene => scene.ComputeRead()));
        Assert.All(different, static scene => Assert.Equal(scene.ComputeRead(), (scene with { Stage = Copy(scene.Stage) }).ComputeRead()));
    }

    [Fact]
    public void The_parts_that_explain_a_key_are_those_that_make_it()
    {
        var parts = (Base with { Token = "t" }).GetParts();

        Assert.Equal(KeyScene.HashOf("code"), parts.Fingerprint);
        Assert.Equal([new("Depth", "3"), new("Share", "0.8")], parts.Parameters);
        Assert.Equal([new("out0", "model"), new("out1", "score")], parts.Codecs);
        Assert.Equal(Environment.Version.ToString(), parts.RuntimeVersion);
        Assert.Equal(StageKeys.Platform, parts.Platform);
        Assert.Matches("^(linux|osx|win)-(x64|arm64|x86|arm)$", parts.Platform);
        Assert.Equal("t", parts.VersionToken);
        Assert.Equal([new("input0", KeyScene.HashOf("a1")), new("input1", KeyScene.HashOf("b0"))], parts.Inputs);
        Assert.Equal(
            Environment.Version.Major.ToString(System.Globalization.CultureInfo.InvariantCulture),
            (Base with { Match = RuntimeVersionMatch.Major }).GetParts().RuntimeVersion
        );
    }

    // Another object with the same text, so that nothing is equal by identity.
    private static string Copy(string text) => new(text.AsSpan());
}
