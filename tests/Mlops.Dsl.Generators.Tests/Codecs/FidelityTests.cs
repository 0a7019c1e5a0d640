using Mlops.Dsl.Testing;

namespace Mlops.Dsl.Generators.Tests.Codecs;

/// <summary>Constructors and accessors that may make something else of a value than it was are told from those that can't.</summary>
public sealed class FidelityTests
{
    [Theory]
    [InlineData("public record P(int X, string Y);", "new(1, \"a\")")]
    [InlineData("public record P(int X) { public int X { get; } = X; }", "new(1)")]
    [InlineData("public record P(int X) { public int X { get; init; } = X * 2; }", "new(2)")]
    [InlineData("public sealed class P(int x) : Same { public readonly int X = x; }", "new(1)")]
    [InlineData(
        "public sealed class P : Same { public P(int x, int y) { X = x; this.Y = y; } public int X { get; } public int Y { get; } }",
        "new(1, 2)"
    )]
    [InlineData("public sealed class P : Same { public P(int x) => X = x; public int X { get; } }", "new(1)")]
    [InlineData("public sealed class P : Same { public P(int x) { X = x * 2; } public int X { get; set; } }", "new(1)")]
    [InlineData(
        "public sealed class P : Same { public P() { X = 3; } public int X { get; set; } public int Y; }",
        "new() { X = 1, Y = 2 }"
    )]
    [InlineData("public abstract record B(int X); public sealed record P(int X, int Y) : B(X);", "new(1, 2)")]
    [InlineData("public abstract record P { public sealed record Q(int X) : P; }", "new P.Q(1)")]
    public void A_value_that_can_t_change_is_not_doubted_and_comes_back(string declaration, string value)
    {
        var codec = PlannedCodec.Compile(Program(declaration, value));
        codec.RoundTrip();
        Assert.All(codec.Plan.Generated, static model => Assert.False(model.MayChangeValues));
    }

    [Theory]
    [InlineData("public record P(int X) { public int X { get; } = X * 2; }", "new(2)")]
    [InlineData("public sealed class P(string name) { public string Name { get; } = name + \"!\"; }", "new(\"a\")")]
    [InlineData("public sealed class P { public P(string name) => Name = name + \"!\"; public string Name { get; } }", "new(\"a\")")]
    [InlineData(
        "public sealed class P { public P(int x, int y) { X = y; Y = x; } public int X { get; } public int Y { get; } }",
        "new(1, 2)"
    )]
    [InlineData("public sealed class P { public P(int x) { x = x + 1; X = x; } public int X { get; } }", "new(1)")]
    [InlineData("public sealed class P { public P(int x) { if (x > 0) X = x; } public int X { get; } }", "new(1)")]
    [InlineData("public sealed class P { public P(int x) { X = x; X = x; } public int X { get; } }", "new(1)")]
    [InlineData(
        "public sealed class P { public P(int x, int y) { x = y; this.y = y; } public readonly int x; public readonly int y; }",
        "new(1, 2)"
    )]
    [InlineData(
        "public sealed class P { public P(int x) : this((long)x) { } public P(long y) { X = (int)y * 2; } public int X { get; } }",
        "new(1)"
    )]
    [InlineData("public class B(int x) { public int X { get; } = x; } public sealed class P(int x) : B(x + 1);", "new(1)")]
    [InlineData("public class P { public int X { get; set => field = value * 2; } }", "new() { X = 2 }")]
    [InlineData("public class P { public int X { get => field + 1; set; } }", "new() { X = 2 }")]
    [InlineData(
        "public partial class P { public partial int X { get; set; } } partial class P { public partial int X { get; set => field = value "
            + "* 2; } }",
        "new() { X = 2 }"
    )]
    [InlineData(
        "public class B { public virtual int X { get; set; } } public class P : B { public override int X { get => base.X; set => base.X = "
            + "value * 2; } }",
        "new() { X = 2 }"
    )]
    public void A_value_that_may_change_is_doubted(string declaration, string value)
    {
        Assert.True(MayChange(PlannedCodec.Compile(Program(declaration, value))));
        var library = Elsewhere.Library($"namespace Library {{ {declaration} }}");
        Assert.True(MayChange(PlannedCodec.Compile(Elsewhere.Artifact("P", value), library.EmitImage())));
    }

    [Theory]
    [InlineData("public record P(int X, string Y);", "new(1, \"a\")")]
    [InlineData("public record P(int X) { public int X { get; init; } = X * 2; }", "new(2)")]
    [InlineData("public sealed record P { public P(int x) { X = x + 1; } public int X { get; set; } }", "new(1)")]
    [InlineData("public sealed record P { public int X { get; private set; } public P(int x) { X = x; } }", "new(1)", true)]
    public void Of_another_assembly_s_constructor_nothing_is_known(string declaration, string value, bool mayChange = false)
    {
        var library = Elsewhere.Library($"namespace Library {{ {declaration} }}");
        var codec = PlannedCodec.Compile(Elsewhere.Artifact("P", value), library.EmitImage());
        codec.RoundTrip();
        Assert.Equal(mayChange, MayChange(codec));
    }

    [Fact]
    public void A_positional_record_s_codec_sets_nothing_twice()
    {
        var model = Assert.Single(PlannedCodec.Compile(Program("public record P(int X, string Y);", "new(1, \"a\")")).Plan.Generated);
        Assert.Empty(model.InitializedMembers);
    }

    private static bool MayChange(PlannedCodec codec) => Assert.Single(codec.Plan.Generated).MayChangeValues;

    private static string Program(string declaration, string value) =>
        $$"""
            {{declaration}}
            public static partial class Artifacts { public static P Value() => {{value}}; }
            public abstract class Same { public override bool Equals(object? other) => other?.GetType() == GetType(); public override int GetHashCode() => 1; }
            """;
}
