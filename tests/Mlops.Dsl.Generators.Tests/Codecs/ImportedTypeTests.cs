using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Mlops.Dsl.Testing;

namespace Mlops.Dsl.Generators.Tests.Codecs;

/// <summary>Types of other assemblies, whose private members nobody sees.</summary>
public sealed class ImportedTypeTests
{
    [Fact]
    public void Records_and_classes_of_another_assembly_are_read_back()
    {
        var codec = PlannedCodec.Compile(
            "public static partial class Artifacts { public static Library.Person Value() => new(\"n\", Library.Level.High) { Age = 3, "
                + "Home = new() { Street = \"s\" } }; }",
            Compile(
                """
                namespace Library;
                public sealed record Person(string Name, Level Level) { public int Age { get; init; } public string Label => Name + Age; public Address? Home { get; init; } }
                public sealed class Address { public string Street { get; set; } = ""; public override bool Equals(object? o) => o is Address a && a.Street == Street; public override int GetHashCode() => 1; }
                public enum Level { Low, High }
                """
            )
        );
        codec.RoundTrip();
        Assert.Equal("object(Name:string,Level:enum32(High=1,Low=0),Age:int32,Home:object(Street:string)?)", codec.Schema);
        Assert.False(codec.IsImmutable);
    }

    [Theory]
    [InlineData("public sealed class P { public int Count { get; } public void Add(int x) { } }")]
    [InlineData("public sealed class P { private P() { } public int Count { get; set; } public static P Make() => new(); }")]
    [InlineData("public sealed class P { public P(int start) { Count = start; } public int Count { get; } }")]
    [InlineData("public sealed class P { public event System.Action? Changed; public int Count { get; set; } }")]
    public void State_that_can_not_be_set_again_is_refused(string declaration)
    {
        var project = TestProject.Create("public static class Artifacts { public static Library.P Value() => null!; }");
        var compilation = (
            project with
            {
                References = [.. project.References, MetadataReference.CreateFromImage(Compile("namespace Library; " + declaration))],
            }
        ).CreateCompilation();
        var method = (IMethodSymbol)compilation.GetTypeByMetadataName("Artifacts")!.GetMembers("Value").Single();
        Assert.NotNull(new Mlops.Dsl.Generators.Codecs.CodecPlanner(compilation).Plan(method.ReturnType).Problem);
    }

    private static ImmutableArray<byte> Compile(string source) =>
        (TestProject.Create(source) with { AssemblyName = "Library" }).CreateCompilation().EmitImage();
}
