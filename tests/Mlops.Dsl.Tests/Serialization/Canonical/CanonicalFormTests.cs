using System.Reflection;
using Mlops.Dsl.Serialization;

namespace Mlops.Dsl.Tests.Serialization.Canonical;

public sealed class CanonicalFormTests
{
    /// <summary>Their values are files, or need a row's generated code: they have tests of their own.</summary>
    private static readonly string[] TestedElsewhere = ["Row", "FileArtifact", "FileArtifactInPlace", "FileSet", "FileSetInPlace"];

    public static TheoryData<string> Names => [.. CodecCases.All.Select(static known => known.ToString()).Distinct()];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_value_has_these_bytes_this_schema_and_this_transcript(string name) =>
        Assert.All(CodecCases.All.Where(known => known.ToString() == name), static known => known.Verify());

    [Fact]
    public void No_codec_is_left_out()
    {
        var factories = typeof(Codecs)
            .GetMembers(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly)
            .Where(static member => member is PropertyInfo or MethodInfo { IsSpecialName: false })
            .Select(static member => member.Name)
            .Distinct();

        Assert.Equal(
            factories.Order(StringComparer.Ordinal),
            CodecCases.All.Select(static known => known.Factory).Concat(TestedElsewhere).Distinct().Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    [Trait(Sweep.Trait, Sweep.Kind)]
    public void Damaged_bytes_are_refused_as_such_and_never_otherwise()
    {
        foreach (var seed in Sweep.Seeds(30))
        {
            var random = new Random(seed);
            foreach (var known in CodecCases.All)
            {
                var damaged = Damage.Of(known.Content, random);
                Assert.True(
                    Record.Exception(() => known.Read(damaged)) is null or ArtifactFormatException,
                    $"seed {seed}: {known} reads {Convert.ToHexString(damaged)}"
                );
                Assert.True(
                    Record.Exception(() => known.Show(damaged)) is null or ArtifactFormatException,
                    $"seed {seed}: {known} shows {Convert.ToHexString(damaged)}"
                );
            }
        }
    }
}
