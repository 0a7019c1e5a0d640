using Mlops.Dsl.Serialization;

namespace Mlops.Dsl.Generators.Tests.Codecs;

public sealed class ObjectCodecTests
{
    [Fact]
    public void A_positional_record_is_read_back()
    {
        var codec = PlannedCodec.Compile(
            """
            namespace Docs { public sealed record Score(string Area, double Value, int? Rank, System.DateOnly Day, DayOfWeek Weekday); }
            public static partial class Artifacts { public static Docs.Score Value() => new("a", 0.5, null, new(2026, 1, 2), DayOfWeek.Friday); }
            """
        );
        codec.RoundTrip();
        Assert.True(codec.IsImmutable);
        Assert.StartsWith("object(Area:string,Value:float64,Rank:int32?,Day:date,Weekday:enum32(", codec.Schema, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("public readonly record struct P(int X, string Y);", "new(1, \"a\")")]
    [InlineData("public record struct P(int X) { public int Y { get; set; } }", "new(1) { Y = 2 }")]
    [InlineData("public struct P { public int X; public int Y { get; set; } }", "new() { X = 1, Y = 2 }")]
    [InlineData(
        "public sealed record P { public required string Name { get; init; } public int Size { get; init; } = 7; }",
        "new() { Name = \"n\", Size = 8 }"
    )]
    [InlineData(
        "public sealed record P(string Name) { public string? Note { get; init; } public int Length => Name.Length; }",
        "new(\"n\") { Note = \"x\" }"
    )]
    [InlineData(
        "public abstract record Base(int Id) { public string? Tag { get; init; } } public sealed record P(int Id, string Name) : Base(Id);",
        "new(1, \"n\") { Tag = \"t\" }"
    )]
    [InlineData(
        "public record Base(int Id); public sealed record P(int Id) : Base(Id) { public int Id2 { get; init; } }",
        "new(1) { Id2 = 2 }"
    )]
    [InlineData(
        "public sealed record P { public P(int size, string name) { Size = size; Name = name; } public string Name { get; } public int "
            + "Size { get; } }",
        "new(1, \"n\")"
    )]
    [InlineData(
        "public sealed record P { [System.Diagnostics.CodeAnalysis.SetsRequiredMembers] public P(int x) { X = x; } public required int X { "
            + "get; init; } }",
        "new(1)"
    )]
    [InlineData("public sealed record P { public P(int x) { X = x; } public required int X { get; init; } }", "new(1) { X = 1 }")]
    [InlineData("public sealed record P(int @class, int Class) { public int reader { get; init; } }", "new(1, 2) { reader = 3 }")]
    [InlineData("public sealed record P();", "new()")]
    [InlineData(
        "public sealed record P(Box<int> A, Box<string?> B, Box<string> C); public sealed record Box<T>(T Item);",
        "new(new(1), new(null), new(\"x\"))"
    )]
    [InlineData(
        "public sealed record P(Outer.Inner A); public static class Outer { public sealed record Inner(int X); }",
        "new(new Outer.Inner(1))"
    )]
    [InlineData(
        "public sealed record P((int A, string? B) Pair, (int, int, int, int, int, int, int, int, int) Long);",
        "new((1, null), (1, 2, 3, 4, 5, 6, 7, 8, 9))"
    )]
    [InlineData(
        "public sealed record P(string Text) { public string Half { get => field; init => field = value.Trim(); } = \"\"; }",
        "new(\"x\") { Half = \"y \" }"
    )]
    [InlineData("public sealed record P(int X) { public static int Count; public const int Limit = 3; }", "new(1)")]
    [InlineData("internal sealed record P(int X);", "new(1)", "internal")]
    [InlineData("#nullable disable\npublic sealed record P(string X, List<string> Y);", "new(null, null)")]
    public void A_type_of_this_shape_is_read_back(string declaration, string value, string access = "public") =>
        PlannedCodec
            .Compile(
                $$"""
                {{declaration}}
                public static partial class Artifacts { {{access}} static P Value() => {{value}}; }
                """
            )
            .RoundTrip();

    [Fact]
    public void A_class_is_read_back_member_by_member()
    {
        var codec = PlannedCodec.Compile(
            """
            public sealed class Weights { public double[] Values { get; set; } = []; public Dictionary<string, List<int>> Index { get; init; } = []; public int Sum; }
            public static partial class Artifacts
            {
                public static Weights Value() => new() { Values = [1, double.NaN], Index = new() { ["b"] = [1], ["a"] = [] }, Sum = 3 };
                public static string Show(Weights w) => $"{w.Values.Length} {w.Index["b"][0]} {w.Sum}";
            }
            """
        );
        var back = codec.Read(codec.Write(codec.Call("Value")));
        Assert.Equal("2 1 3", codec.Call("Show", back));
        Assert.False(codec.IsImmutable);
        Assert.Equal("object(Values:list(float64),Index:map(string,list(int32)),Sum:int32)", codec.Schema);
    }

    [Fact]
    public void A_type_that_contains_itself_is_read_back()
    {
        var codec = PlannedCodec.Compile(
            """
            public sealed record Node(int Id, Node? Left, System.Collections.Immutable.ImmutableArray<Leaf> Leaves);
            public sealed record Leaf(Node? Owner);
            public static partial class Artifacts
            {
                public static Node Value() => new(1, new(2, null, default), default);
                public static Node Deep(int depth) { Node? node = null; for (var i = 0; i < depth; i++) node = new(i, node, []); return node!; }
            }
            """
        );
        codec.RoundTrip();
        Assert.True(codec.IsImmutable);
        Assert.Equal("object(Id:int32,Left:^Node?,Leaves:immutablearray(object(Owner:^Node?)))", codec.Schema);
        codec.Read(codec.Write(codec.Call("Deep", 1000)));
        var error = Assert.Throws<ArtifactFormatException>(() => codec.Write(codec.Call("Deep", 1_000_000)));
        Assert.Contains("Node is nested more than", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_cycle_of_objects_does_not_end_the_process()
    {
        var codec = PlannedCodec.Compile(
            """
            public sealed class Person { public Person? Friend { get; set; } }
            public static partial class Artifacts { public static Person Value() { var a = new Person(); a.Friend = new Person { Friend = a }; return a; } }
            """
        );
        Assert.Throws<ArtifactFormatException>(() => codec.Write(codec.Call("Value")));
    }

    [Fact]
    public void Private_types_get_their_codecs_beside_them()
    {
        var codec = PlannedCodec.Compile(
            """
            public static partial class Artifacts
            {
                private sealed record Secret(Kind Kind, List<Inner> Items);
                private sealed record Inner(Pair<Secret?> Pair);
                private enum Kind { A, B }
                private static Secret Value() => new(Kind.B, null!);
                private static Secret Full() => new(Kind.B, [new(new(null))]);
            }
            internal sealed record Pair<T>(T Item);
            """
        );
        var back = codec.Read(codec.Write(codec.Call("Full")));
        Assert.Equal(codec.Write(codec.Call("Full")), codec.Write(back));
        var error = Assert.Throws<ArtifactFormatException>(() => codec.Write(codec.Call("Value")));
        Assert.Contains("'Secret.Items' is null", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_abstract_record_is_stored_as_the_case_that_is_there()
    {
        var codec = PlannedCodec.Compile(
            """
            public abstract record Shape
            {
                public sealed record Circle(double Radius) : Shape;
            }
            public sealed record Empty : Shape;
            public static partial class Artifacts { public static List<Shape> Value() => [new Shape.Circle(1), new Empty()]; }
            """
        );
        codec.RoundTrip();
        Assert.Equal("list(oneof(Empty:object(),Circle:object(Radius:float64)))", codec.Schema);
        Assert.Equal("[Circle(Radius:1),Empty()]", codec.Transcribe(codec.Write(codec.Call("Value"))));
        Assert.Throws<ArtifactFormatException>(() => codec.Read([1, 2, (byte)'x']));
    }

    [Fact]
    public void A_case_that_is_abstract_itself_is_told_with_its_own_case()
    {
        var codec = PlannedCodec.Compile(
            """
            public abstract record Shape { public abstract record Round : Shape { public sealed record Ball(int R, Shape? In) : Round; } }
            public static partial class Artifacts { public static Shape Value() => new Shape.Round.Ball(1, new Shape.Round.Ball(2, null)); }
            """
        );
        codec.RoundTrip();
        Assert.Equal("Round.Ball(R:1,In:Round.Ball(R:2,In:null))", codec.Transcribe(codec.Write(codec.Call("Value"))));
    }

    [Fact]
    public void A_derived_object_where_its_base_is_declared_is_refused()
    {
        var codec = PlannedCodec.Compile(
            """
            public record Animal(string Name);
            public sealed record Dog(string Name, int Age) : Animal(Name);
            public static partial class Artifacts { public static Animal Value() => new Dog("a", 1); }
            """
        );
        var error = Assert.Throws<ArtifactFormatException>(() => codec.Write(codec.Call("Value")));
        Assert.Contains("A Dog stands where Animal is declared", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_changed_layout_changes_the_schema()
    {
        string Schema(string members) =>
            PlannedCodec
                .Compile(
                    $"public sealed record P({members}); public static partial class Artifacts {{ public static P? Value() => null; }}"
                )
                .Schema;

        string[] layouts =
        [
            "int A, int B",
            "int B, int A",
            "int A",
            "int A, long B",
            "int A, int? B",
            "int A, string B",
            "int A, string? B",
            "int A, int C",
            "int A, P? B",
        ];
        Assert.Equal(layouts.Length, layouts.Select(Schema).Distinct().Count());
    }

    [Fact]
    public void A_named_codec_is_used()
    {
        var codec = PlannedCodec.Compile(
            """
            using Mlops.Dsl;
            using Mlops.Dsl.Serialization;
            [ArtifactCodec(typeof(HandleCodec))] public sealed class Handle(int secret) { public int Get() => secret; public override bool Equals(object? o) => o is Handle h && h.Get() == secret; public override int GetHashCode() => secret; }
            public sealed class HandleCodec : Codec<Handle>
            {
                public override string Schema => "handle/1";
                public override bool IsImmutable => true;
                public override void Write(ArtifactWriter writer, Handle value) => writer.WriteUnmanaged(value.Get());
                public override Handle Read(ArtifactReader reader) => new(reader.ReadUnmanaged<int>());
            }
            [ArtifactCodec(typeof(BoxCodec<>))] public sealed class Box<T> { }
            public sealed class BoxCodec<T> : Codec<Box<T>>
            {
                public override string Schema => "box";
                public override bool IsImmutable => true;
                public override void Write(ArtifactWriter writer, Box<T> value) { }
                public override Box<T> Read(ArtifactReader reader) => new();
            }
            [ArtifactCodec(typeof(ModelCodec<,>))] public sealed class Model<TIn, TOut> where TIn : notnull where TOut : struct { }
            public sealed class ModelCodec<TIn, TOut> : Codec<Model<TIn, TOut>> where TIn : notnull where TOut : struct
            {
                public override string Schema => "model";
                public override bool IsImmutable => true;
                public override void Write(ArtifactWriter writer, Model<TIn, TOut> value) { }
                public override Model<TIn, TOut> Read(ArtifactReader reader) => new();
            }
            public sealed record P(Handle A, Box<int>? B, Model<string, float>? C);
            public static partial class Artifacts { public static P Value() => new(new(3), null, null); }
            """
        );
        codec.RoundTrip();
        Assert.Equal("object(A:handle/1,B:box?,C:model?)", codec.Schema);
    }

    [Fact]
    public void Damaged_bytes_are_refused_at_every_place()
    {
        var codec = PlannedCodec.Compile(
            """
            public sealed record P(string A, List<Q> B, Dictionary<string, double> C); public sealed record Q(int? X, bool Y);
            public static partial class Artifacts { public static P Value() => new("abc", [new(1, true), new(null, false)], new() { ["k"] = 1 }); }
            """
        );
        var bytes = codec.Write(codec.Call("Value"));
        for (var length = 0; length < bytes.Length; length++)
        {
            Assert.Throws<ArtifactFormatException>(() => codec.Read(bytes[..length]));
        }

        var random = new Random(5);
        for (var round = 0; round < 2000; round++)
        {
            var damaged = (byte[])bytes.Clone();
            damaged[random.Next(damaged.Length)] = (byte)random.Next(256);
            _ = Record.Exception(() => codec.Read(damaged)) is null or ArtifactFormatException
                ? 0
                : throw new InvalidOperationException(Convert.ToHexString(damaged));
        }
    }

    [Fact]
    public void Random_layouts_are_read_back_in_canonical_bytes()
    {
        var random = new Random(11);
        var layouts = new RandomLayouts(random);
        var codec = PlannedCodec.Compile(layouts.Source);
        var values = (System.Collections.IEnumerable)codec.Call("Values")!;
        foreach (var value in values)
        {
            var bytes = codec.Write(value);
            var back = codec.Read(bytes);
            Assert.Equal(bytes, codec.Write(back));
            Assert.Equal(codec.Call("Show", value), codec.Call("Show", back));
            Assert.Throws<ArtifactFormatException>(() => codec.Read(bytes[..random.Next(bytes.Length)]));
        }
    }
}
