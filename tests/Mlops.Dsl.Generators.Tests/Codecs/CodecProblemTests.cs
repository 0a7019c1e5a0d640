namespace Mlops.Dsl.Generators.Tests.Codecs;

public sealed class CodecProblemTests
{
    [Theory]
    [InlineData("Func<int>", "it is a delegate")]
    [InlineData("object", "it can be anything")]
    [InlineData("dynamic", "it can be anything")]
    [InlineData("System.IO.Stream", "it is the framework's and has no codec")]
    [InlineData("System.Text.StringBuilder", "it is the framework's and has no codec")]
    [InlineData("System.Tuple<int>", "it is the framework's and has no codec")]
    [InlineData("System.IO.FileInfo", "it is the framework's and has no codec")]
    [InlineData("List<System.IO.Stream>", "'Stream' is the framework's and has no codec")]
    [InlineData("nint", "it has another size on other machines")]
    [InlineData("System.Collections.IEnumerable", "it is an interface")]
    [InlineData("int[,,,]", "it has more than three dimensions")]
    [InlineData("(int, Action)", "'Action' is a delegate")]
    [InlineData(
        "P",
        "its member 'Q.Log' of type 'TextWriter' is the framework's and has no codec",
        "public record P(Q Q); public record Q(TextWriter Log);"
    )]
    [InlineData("P", "its member 'Items' of type 'Action' is a delegate", "public record P(List<Action> Items);")]
    [InlineData(
        "P",
        "it has the field '_total', which only itself can read",
        "public class P { private int _total; public int Total => _total++; }"
    )]
    [InlineData("P", "it has the property 'Hidden', which only itself can read", "public class P { private int Hidden { get; set; } }")]
    [InlineData(
        "P",
        "it has the event 'Changed'",
        "public class P { public event Action? Changed; public void F() => Changed?.Invoke(); }"
    )]
    [InlineData(
        "P",
        "no constructor that generated code can call takes 'Created'",
        "public record P(int X) { public DateTime Created { get; } = DateTime.Now; }"
    )]
    [InlineData(
        "P",
        "no constructor that generated code can call takes 'X'",
        "public class P { private P(int x) { X = x; } public int X { get; } public static P Make() => new(1); }"
    )]
    [InlineData("P", "it derives from 'List'", "public class P : List<int> { public int X { get; set; } }")]
    [InlineData("P", "it is abstract and has no cases", "public abstract record P(int X);")]
    [InlineData("P", "it is an interface", "public interface P { int X { get; } }")]
    [InlineData(
        "P",
        "it hides the member 'X' of a base type",
        "public class B { public int X { get; set; } } public class P : B { public new int X { get; set; } }"
    )]
    [InlineData("P", "names the codec 'string', which can't be used", "[Mlops.Dsl.ArtifactCodec(typeof(string))] public class P { }")]
    [InlineData("P", "it is a [Row] that can't be completed", "[Mlops.Dsl.Row] public record P(int X);")]
    public void A_type_without_a_codec_is_explained(string type, string expected, string declarations = "") =>
        Assert.Contains(
            expected,
            PlannedCodec.ProblemOf($"{declarations}\npublic static class Artifacts {{ public static {type} Value() => default!; }}"),
            StringComparison.Ordinal
        );

    [Fact]
    public void A_private_type_inside_a_type_that_is_not_partial_is_explained() =>
        Assert.Contains(
            "is private inside a type that is not partial",
            PlannedCodec.ProblemOf("public static class Artifacts { private record P(int X); private static P Value() => new(1); }"),
            StringComparison.Ordinal
        );
}
