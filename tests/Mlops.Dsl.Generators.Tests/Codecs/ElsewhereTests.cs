using Microsoft.CodeAnalysis;
using Mlops.Dsl.Testing;

namespace Mlops.Dsl.Generators.Tests.Codecs;

/// <summary>What has a codec in one project has the same from another, and what has none has the same problem.</summary>
public sealed class ElsewhereTests
{
    public static TheoryData<string, string, string> Kept { get; } =
        new()
        {
            { "public sealed record P(int X, string Y);", "P", "new(1, \"a\")" },
            { "public record P(int X) { public int Y { get; init; } public int Sum => X + Y; }", "P", "new(1) { Y = 2 }" },
            { "public sealed record P { public P(int x) { X = x; } public int X { get; } }", "P", "new(1)" },
            {
                "public sealed record P { public required string Name { get; init; } public int Size { get; init; } = 7; }",
                "P",
                "new() { Name = \"n\", Size = 8 }"
            },
            {
                "public sealed record P(int A) { public int A1 = 1; public List<int>? B { get; set; } public int C; }",
                "P",
                "new(5) { A1 = 2, C = 3 }"
            },
            {
                "public sealed record P { public P(int x) { X = x; } public int X { get; private set; } public void Go() => X++; }",
                "P",
                "new(1)"
            },
            { "public sealed record P { public P(int x) { X = x; } public int X { get; private init; } }", "P", "new(1)" },
            {
                "public sealed record P { public string Half { get => field; init => field = value.Trim(); } = \"\"; public int Twice => "
                    + "Half.Length * 2; }",
                "P",
                "new() { Half = \"y \" }"
            },
            {
                "public sealed record P { private readonly static int Count = 1; public const int Limit = 3; public int X { get; set; } = "
                    + "Count; }",
                "P",
                "new() { X = 4 }"
            },
            {
                "public record B { public virtual int A => 1; } public sealed record P : B { public override int A => 2; public int X { "
                    + "get; init; } }",
                "P",
                "new() { X = 1 }"
            },
            {
                "public abstract record B(int Id) { public string? Tag { get; init; } } public sealed record P(int Id, string Name) "
                    + ": B(Id);",
                "P",
                "new(1, \"n\") { Tag = \"t\" }"
            },
            {
                "public abstract record B<T>(T Value, int Id); public sealed record P(string Value, int Id) : B<string>(Value, Id);",
                "P",
                "new(\"v\", 2)"
            },
            { "public sealed record P<T>(T Item, List<T>? More);", "P<P<string?>?>", "new(new(null, null), null)" },
            { "public static class Outer { public sealed record P(int X); }", "Outer.P", "new(1)" },
            { "public class Outer<T> { public sealed record P(T X); }", "Outer<int>.P", "new(1)" },
            {
                "public abstract record P { public sealed record Cat(int Lives) : P; public sealed record Dog(string Name) : P; }",
                "P",
                "new P.Dog(\"d\")"
            },
            {
                "public abstract record P; public sealed record Cat(int Lives) : P; public sealed record Dog(string Name) : P;",
                "P",
                "new Cat(9)"
            },
            {
                "public abstract record P<T> { public sealed record Ok(T Value) : P<T>; public sealed record No(string Why) : P<T>; }",
                "P<int>",
                "new P<int>.Ok(3)"
            },
            {
                "public abstract record P { public abstract record Round : P { public sealed record Ball(int R) : Round; } }",
                "P",
                "new P.Round.Ball(1)"
            },
            { "public readonly record struct P(double X, double Y);", "P", "new(1, 2)" },
            { "public record struct P(int X) { public int Y { get; set; } }", "P", "new(1) { Y = 2 }" },
            { "public struct P { public int X { get; set; } public string? Y; }", "P", "new() { X = 1, Y = \"y\" }" },
            { "public readonly struct P { public P(int x) { X = x; } public int X { get; } public int Twice => X * 2; }", "P", "new(1)" },
            { "#nullable disable\npublic sealed record P(string X, List<string> Y);", "P", "new(null, null)" },
        };

    public static TheoryData<string, string, string> Refused { get; } =
        new()
        {
            {
                "sealed class P { private int _n; public int X { get; set; } public void Inc() => _n++; }",
                "has the field '_n', which only itself can read",
                "P"
            },
            {
                "record P { private readonly List<int> _n = []; public int X => _n.Count; }",
                "has the field '_n', which only itself can read",
                "P"
            },
            {
                "struct P { private int _n; public int X { get; set; } public void Inc() => _n++; }",
                "has the field '_n', which only itself can read",
                "P"
            },
            { "class P { protected int N; public int X { get; set; } }", "has the field 'N', which only itself can read", "P" },
            { "class P { private int Hidden { get; set; } }", "has the property 'Hidden', which only itself can read", "P" },
            { "record struct P { public int Hidden { private get; set; } }", "has the property 'Hidden', which only itself can read", "P" },
            {
                "class P { public int Hidden { get; private set; } public void Inc() => Hidden++; }",
                "no constructor that generated code can call takes 'Hidden'",
                "P"
            },
            { "struct P { public int Hidden { get; } }", "no constructor that generated code can call takes 'Hidden'", "P" },
            {
                "class P { private P(int x) { X = x; } public int X { get; } public static P Make() => new(1); }",
                "no constructor that generated code can call takes 'X'",
                "P"
            },
            { "class P(int x) { public int X => x; }", "has the captured parameter 'x', which only itself can read", "P" },
            {
                "struct P(int x) { public int Y { get; init; } public int X => x; }",
                "has the captured parameter 'x', which only itself can read",
                "P"
            },
            { "class P { public event Action? Changed; public void F() => Changed?.Invoke(); }", "has the event 'Changed'", "P" },
            {
                "class P { private Action? _f; public event Action? F { add { _f += value; } remove { _f -= value; } } }",
                "has the field '_f'",
                "P"
            },
            { "class P { public int Wide { get => _wide; set => _wide = value; } private int _wide; }", "has the field '_wide'", "P" },
            {
                "interface I { int Thing { get; set; } } public class P : I { int I.Thing { get; set; } }",
                "Thing', which only itself can read",
                "P"
            },
            { "struct P { public unsafe fixed int Many[4]; }", "has the field 'Many'", "P" },
            {
                "class B { private int _n = 1; public int N() => _n; } public class P : B { public int X { get; set; } }",
                "has the field '_n'",
                "P"
            },
            { "class P<T> { private T[] _n = []; public int N() => _n.Length; }", "has the field '_n'", "P<int>" },
            { "class O { public class P { private int _n = 1; public int N() => _n; } }", "has the field '_n'", "O.P" },
            { "abstract class P; public class Q : P { private int _n = 1; public int N() => _n; }", "'Q' has the field '_n'", "P" },
            {
                "class B { public int X { get; set; } } public class P : B { public new int X { get; set; } }",
                "hides the member 'X' of a base type",
                "P"
            },
            {
                "class B { public virtual int X { get; set; } } public class P : B { public override int X { get; set; } public void F() "
                    + "=> base.X = 1; }",
                "overrides the member 'X' of a base type",
                "P"
            },
            {
                "class P { public Q? Inner { get; set; } } public class Q { private int _n = 1; public int N() => _n; }",
                "its member 'Inner' of type 'Q' has the field '_n'",
                "P"
            },
            {
                "class P { public List<Stream> Streams { get; set; } = []; }",
                "its member 'Streams' of type 'Stream' is the framework's",
                "P"
            },
        };

    [Theory]
    [MemberData(nameof(Kept))]
    public void The_codec_is_the_same(string declaration, string type, string value)
    {
        declaration = $"namespace Library\n{{\n{declaration}\n}}\n";
        var here = PlannedCodec.Compile(Elsewhere.Artifact(type, value, declaration));
        var there = PlannedCodec.Compile(Elsewhere.Artifact(type, value), Elsewhere.Library(declaration).EmitImage());
        Assert.Equal((here.Schema, here.IsImmutable), (there.Schema, there.IsImmutable));
        Assert.Equal(here.Write(here.Call("Value")), there.Write(there.Call("Value")));
        there.RoundTrip();
    }

    [Theory]
    [MemberData(nameof(Refused))]
    public void The_problem_is_the_same(string declaration, string expected, string type)
    {
        declaration = $"namespace Library {{ public {declaration} }}";
        var library = Elsewhere.Library(declaration);
        var here = Elsewhere.ProblemHere(declaration, type);
        Assert.Contains(expected, here, StringComparison.Ordinal);
        Assert.Equal(here, Elsewhere.ProblemWith(library.ToMetadataReference(), type));
        Assert.Equal(here, Elsewhere.ProblemWith(MetadataReference.CreateFromImage(library.EmitImage()), type));
    }

    [Theory]
    [InlineData(
        "sealed class P { public int X { get; set; } }",
        "is a class of 'Library', of which the compiler is given the reference assembly alone"
    )]
    [InlineData("sealed record P(int X);", "is a record of 'Library', of which the compiler is given the reference assembly alone")]
    [InlineData("abstract record P { public sealed record Q(int X) : P; }", "'Q' derives from 'P', a record of 'Library'")]
    [InlineData("struct P { private int _n; public int N() => _n; }", "has the field '_n', which only itself can read")]
    public void A_reference_assembly_does_not_tell_what_an_object_holds(string declaration, string expected) =>
        Assert.Contains(
            expected,
            Elsewhere.ProblemWith(
                MetadataReference.CreateFromImage(Elsewhere.ReferenceAssembly($"namespace Library {{ public {declaration} }}")),
                "P"
            ),
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData("readonly record struct P(int X, string Y);")]
    [InlineData("struct P { public int X { get; set; } public int Y; }")]
    [InlineData("enum P { A }")]
    public void A_reference_assembly_has_all_of_a_struct(string declaration) =>
        Assert.Null(
            Elsewhere.ProblemWith(
                MetadataReference.CreateFromImage(Elsewhere.ReferenceAssembly($"namespace Library {{ public {declaration} }}")),
                "P"
            )
        );

    [Theory]
    [InlineData("class P { internal int Inner { get; set; } }", "the property 'Inner', which only its own assembly can read")]
    [InlineData("class P { internal int Inner; }", "the field 'Inner', which only its own assembly can read")]
    public void What_is_internal_is_read_by_friends_alone(string declaration, string expected)
    {
        declaration = $"namespace Library {{ public {declaration} }}";
        var friendly = $"[assembly: System.Runtime.CompilerServices.InternalsVisibleTo(\"TestProject\")]\n{declaration}";
        Assert.Null(Elsewhere.ProblemHere(declaration, "P"));
        Assert.Null(Elsewhere.ProblemWith(MetadataReference.CreateFromImage(Elsewhere.Library(friendly).EmitImage()), "P"));
        Assert.Contains(
            expected,
            Elsewhere.ProblemWith(MetadataReference.CreateFromImage(Elsewhere.Library(declaration).EmitImage()), "P"),
            StringComparison.Ordinal
        );
        Assert.Contains(
            expected,
            Elsewhere.ProblemWith(Elsewhere.Library(declaration).ToMetadataReference(), "P"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_namespace_that_begins_like_the_framework_s_does_not_make_a_type_the_framework_s()
    {
        var library = Elsewhere
            .Library("namespace Microsoft.Contoso { public sealed record P(int X); } namespace Library { public class Other; }")
            .EmitImage();
        Assert.Null(Elsewhere.ProblemWith(MetadataReference.CreateFromImage(library), "Microsoft.Contoso.P"));
    }

    [Fact]
    public void A_row_that_the_generator_did_not_complete_is_refused()
    {
        var library = Elsewhere.Library("namespace Library { [Mlops.Dsl.Row] public sealed partial record P(int X); }").EmitImage();
        Assert.Contains(
            "built without the generator",
            Elsewhere.ProblemWith(MetadataReference.CreateFromImage(library), "P"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_base_in_a_reference_assembly_is_named()
    {
        var library = Elsewhere.ReferenceAssembly("namespace Library { public record B(int X); }");
        var project = TestProject.Create(Elsewhere.Artifact("P", "default!", "public record P(int X) : B(X);"));
        Assert.StartsWith(
            "it derives from 'B', a record of 'Library'",
            Elsewhere.ProblemOf(project, MetadataReference.CreateFromImage(library)),
            StringComparison.Ordinal
        );
    }
}
