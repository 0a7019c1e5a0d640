using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Mlops.Dsl.Generators.Codecs;
using Mlops.Dsl.Testing;
using Mlops.Dsl.Tests.Serialization;

namespace Mlops.Dsl.Generators.Tests.Codecs;

/// <summary>The codec of what <c>Artifacts.Value()</c> returns in a source text, planned, compiled and loaded.</summary>
internal sealed class PlannedCodec
{
    // Stands for a pipeline's generated code: the codec's expression, in the class that knows the type.
    private const string Entry = """
        #nullable enable
        using Mlops.Dsl.Serialization;

        public static partial class Artifacts
        {
            public static string Schema() => Codec().Schema;

            public static bool IsImmutable() => Codec().IsImmutable;

            public static byte[] Write(object? value)
            {
                using var stream = new System.IO.MemoryStream();
                using (var writer = new ArtifactWriter(stream, null!))
                {
                    Codec().Write(writer, (TYPE)value!);
                }

                return stream.ToArray();
            }

            public static object? Read(byte[] bytes)
            {
                using var reader = new ArtifactReader(new System.IO.MemoryStream(bytes), bytes.Length, null!);
                var value = Codec().Read(reader);
                reader.EnsureEnd();
                return value;
            }

            public static void Transcribe(byte[] bytes, ArtifactTranscript transcript)
            {
                using var reader = new ArtifactReader(new System.IO.MemoryStream(bytes), bytes.Length, null!);
                Codec().Transcribe(reader, transcript);
                reader.EnsureEnd();
            }

            private static Codec<TYPE> Codec() => EXPRESSION;
        }
        """;

    private readonly Type _artifacts;

    private PlannedCodec(CodecPlan plan, Type artifacts)
    {
        Plan = plan;
        _artifacts = artifacts;
    }

    public CodecPlan Plan { get; }

    public string Schema => (string)Call("Schema")!;

    public bool IsImmutable => (bool)Call("IsImmutable")!;

    /// <summary>Why the artifact's type has no codec.</summary>
    public static string? ProblemOf(string source) => PlanOf(TestProject.Create(source).CreateCompilation(), out _, out _).Problem;

    /// <summary>
    /// Plans and compiles, with all nullable warnings as errors; the schema that the manifest says must be the one that the codec says.
    /// </summary>
    public static PlannedCodec Compile(string source, params IReadOnlyList<ImmutableArray<byte>> libraries)
    {
        var project = TestProject.Create(source);
        project = project with
        {
            References = [.. project.References, .. libraries.Select(static image => MetadataReference.CreateFromImage(image))],
        };
        var plan = PlanOf(project.CreateCompilation(), out var type, out var schema);
        Assert.Null(plan.Problem);
        foreach (var model in plan.Generated)
        {
            project = project with
            {
                Sources = project.Sources.Add(new TestFile(model.HintName, Testing.Markup.MarkupText.Plain(CodecEmitter.Emit(model)))),
            };
        }

        var entry = Entry.Replace("TYPE", type, StringComparison.Ordinal).Replace("EXPRESSION", plan.Expression, StringComparison.Ordinal);
        var compilation = project.WithSource("Entry.cs", entry).CreateCompilation();
        compilation = compilation.WithOptions(
            compilation
                .Options.WithGeneralDiagnosticOption(ReportDiagnostic.Error)
                .WithSpecificDiagnosticOptions([
                    new("CS8019", ReportDiagnostic.Suppress),
                    new("CS1591", ReportDiagnostic.Suppress),
                    new("CS8933", ReportDiagnostic.Suppress),
                ])
        );
        var context = new AssemblyLoadContext("test");
        var assemblies = libraries
            .Append(compilation.EmitImage())
            .Select(image => context.LoadFromStream(new MemoryStream([.. image])))
            .ToList();
        var compiled = new PlannedCodec(plan, assemblies[^1].GetType("Artifacts", throwOnError: true)!);
        Assert.Equal(compiled.Schema, schema);
        return compiled;
    }

    /// <summary>What a method of <c>Artifacts</c> returns.</summary>
    public object? Call(string method, params object?[] arguments)
    {
        try
        {
            return _artifacts
                .GetMethod(method, BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)!
                .Invoke(null, arguments);
        }
        catch (TargetInvocationException exception)
        {
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(exception.InnerException!);
            throw;
        }
    }

    public byte[] Write(object? value) => (byte[])Call("Write", value)!;

    public object? Read(byte[] bytes) => Call("Read", bytes);

    /// <summary>What the codec says about bytes.</summary>
    public string Transcribe(byte[] bytes)
    {
        var transcript = new RecordedTranscript();
        Call("Transcribe", bytes, transcript);
        return transcript.ToString();
    }

    /// <summary>Writes what <c>Artifacts.Value()</c> returns, reads it, and expects an equal value and the same bytes again.</summary>
    public object? RoundTrip()
    {
        var value = Call("Value");
        var bytes = Write(value);
        var back = Read(bytes);
        Assert.Equal(value, back);
        Assert.Equal(bytes, Write(back));
        Assert.NotEqual("", Transcribe(bytes));
        return back;
    }

    private static CodecPlan PlanOf(CSharpCompilation compilation, out string type, out string? schema)
    {
        var method = (IMethodSymbol)compilation.GetTypeByMetadataName("Artifacts")!.GetMembers("Value").Single();
        type = Symbols.TypeText.Code(method.ReturnType);
        var planner = new CodecPlanner(compilation);
        var plan = planner.Plan(method.ReturnType);
        schema = plan.Problem is null ? planner.Schema(method.ReturnType) : null;
        return plan;
    }
}
