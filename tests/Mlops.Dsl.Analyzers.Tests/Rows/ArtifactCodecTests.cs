using Mlops.Dsl.Analyzers.Tests.Infrastructure;

namespace Mlops.Dsl.Analyzers.Tests.Rows;

public class ArtifactCodecTests
{
    private const string Good = """
        public sealed class Text(string value) { public string Value => value; }

        public class TextCodec : Mlops.Dsl.Serialization.Codec<Text>
        {
            public override string Schema => "text";
            public override bool IsImmutable => true;
            public override void Write(Mlops.Dsl.Serialization.ArtifactWriter writer, Text value) { }
            public override Text Read(Mlops.Dsl.Serialization.ArtifactReader reader) => new("");
        }
        """;

    [Theory]
    [InlineData("[ArtifactCodec({|MLP1023:typeof(string)|})] public class Other;")]
    [InlineData("[ArtifactCodec({|MLP1023:typeof(TextCodec)|})] public class Other;")]
    [InlineData(
        "[ArtifactCodec({|MLP1023:typeof(Sized)|})] public class Other; public abstract class Sized : Mlops.Dsl.Serialization.Codec<Other>;"
    )]
    public async Task An_unusable_codec_is_reported(string code) => await RuleTest.VerifyAsync(Good + code);

    [Fact]
    public async Task A_codec_of_the_type_is_not_reported() =>
        await RuleTest.VerifyAsync(
            Good.Replace(
                "public sealed class Text(",
                "[ArtifactCodec(typeof(TextCodec))] public sealed class Text(",
                StringComparison.Ordinal
            )
        );

    [Fact]
    public async Task A_codec_with_inputs_is_reported() =>
        await RuleTest.VerifyAsync(
            Good.Replace(
                    "public sealed class Text(",
                    "[ArtifactCodec({|MLP1023:typeof(TextCodec)|})] public sealed class Text(",
                    StringComparison.Ordinal
                )
                .Replace("public class TextCodec", "public class TextCodec(int size)", StringComparison.Ordinal)
                .Replace("=> \"text\"", "=> \"text\" + size", StringComparison.Ordinal)
        );
}
