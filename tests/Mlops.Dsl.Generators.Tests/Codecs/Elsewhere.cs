using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;
using Mlops.Dsl.Generators.Codecs;
using Mlops.Dsl.Testing;

namespace Mlops.Dsl.Generators.Tests.Codecs;

/// <summary>
/// Types that are declared in the project itself, or in another of which it has the assembly, the reference assembly or, as in an editor,
/// the source.
/// </summary>
internal static class Elsewhere
{
    /// <summary>A program that has an artifact of a type of the library's.</summary>
    public static string Artifact(string type, string value, string declaration = "") =>
        $$"""
            using Library;
            {{declaration}}
            #nullable enable
            public static partial class Artifacts { public static {{type}} Value() => {{value}}; }
            """;

    /// <summary>Why the artifact's type has no codec, where its declaration is in the project itself; null if it has one.</summary>
    public static string? ProblemHere(string declaration, string type) =>
        ProblemOf(TestProject.Create(Artifact(type, "default!", declaration)));

    /// <summary>Why the artifact's type has no codec, where its declaration is elsewhere; null if it has one.</summary>
    public static string? ProblemWith(MetadataReference library, string type) =>
        ProblemOf(TestProject.Create(Artifact(type, "default!")), library);

    /// <summary>Why a project's artifact has no codec; null if it has one.</summary>
    public static string? ProblemOf(TestProject project, params MetadataReference[] libraries)
    {
        var compilation = (project with { References = [.. project.References, .. libraries] }).CreateCompilation().AssertCompiles();
        var method = (IMethodSymbol)compilation.GetTypeByMetadataName("Artifacts")!.GetMembers("Value").Single();
        return new CodecPlanner(compilation).Plan(method.ReturnType).Problem;
    }

    /// <summary>The other project.</summary>
    public static CSharpCompilation Library(string declaration) =>
        (TestProject.Create(declaration) with { AssemblyName = "Library" }).CreateCompilation().AssertCompiles();

    /// <summary>The reference assembly: what the SDK gives to projects that refer to another.</summary>
    public static ImmutableArray<byte> ReferenceAssembly(string declaration)
    {
        var project = TestProject.Create(declaration, "[assembly: System.Runtime.CompilerServices.ReferenceAssembly]") with
        {
            AssemblyName = "Library",
        };
        using var stream = new MemoryStream();
        var result = project.CreateCompilation().Emit(stream, options: new EmitOptions(metadataOnly: true, includePrivateMembers: false));
        Assert.True(result.Success);
        return ImmutableCollectionsMarshal.AsImmutableArray(stream.ToArray());
    }
}
