using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace Mlops.Dsl.Testing;

/// <summary>Compiles test projects.</summary>
public static class TestCompilation
{
    /// <summary>The compilation of a project's own sources; generators do not run.</summary>
    public static CSharpCompilation CreateCompilation(this TestProject project) =>
        CSharpCompilation.Create(
            project.AssemblyName,
            project.Sources.Select(s => Parse(s, project)),
            project.References,
            project.CompilationOptions.WithSyntaxTreeOptionsProvider(new TestOptions(project).TreeOptions)
        );

    /// <summary>The compilation of a project's sources and of what its generators add.</summary>
    public static CSharpCompilation CreateGeneratedCompilation(this TestProject project) =>
        project.Generators.IsEmpty ? project.CreateCompilation() : Generation.GeneratorRun.Start(project).Compilation;

    /// <summary>Throws if a compilation has errors, and shows each with its line.</summary>
    public static CSharpCompilation AssertCompiles(this CSharpCompilation compilation)
    {
        var errors = compilation.GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error).ToList();
        return errors.Count == 0
            ? compilation
            : throw new VerificationException(
                "The code does not compile:\n" + string.Join("\n", errors.Take(20).Select(DiagnosticText.Describe))
            );
    }

    /// <summary>Compiles to a portable executable in memory.</summary>
    /// <exception cref="VerificationException">The code does not compile.</exception>
    public static ImmutableArray<byte> EmitImage(this CSharpCompilation compilation)
    {
        using var stream = new MemoryStream();
        var result = compilation.Emit(stream);
        return result.Success
            ? ImmutableCollectionsMarshal.AsImmutableArray(stream.ToArray())
            : throw new VerificationException(
                "The code does not compile:\n"
                    + string.Join(
                        "\n",
                        result.Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error).Select(DiagnosticText.Describe)
                    )
            );
    }

    internal static SyntaxTree Parse(TestFile file, TestProject project) =>
        CSharpSyntaxTree.ParseText(SourceText.From(file.Content.Text, System.Text.Encoding.UTF8), project.ParseOptions, file.Path);
}
