using System.Reflection;
using Microsoft.CodeAnalysis;
using Mlops.Dsl.Generators.Rows;
using Mlops.Dsl.Testing;
using Mlops.Dsl.Testing.Generation;

namespace Mlops.Dsl.Generators.Tests.Support;

/// <summary>Compiles row types with what is generated for them, and runs a program over them.</summary>
internal static class RowProgram
{
    /// <summary>Members of a program that write and read a value by its codec, and that make a row again of its columns' values.</summary>
    public const string Tools = """
        public static byte[] Write<T>(Mlops.Dsl.Serialization.Codec<T> codec, T value)
        {
            using var stream = new System.IO.MemoryStream();
            using (var writer = new Mlops.Dsl.Serialization.ArtifactWriter(stream, null!)) codec.Write(writer, value);
            return stream.ToArray();
        }

        public static T Read<T>(Mlops.Dsl.Serialization.Codec<T> codec, byte[] bytes)
        {
            using var reader = new Mlops.Dsl.Serialization.ArtifactReader(new System.IO.MemoryStream(bytes), bytes.Length, null!);
            return codec.Read(reader);
        }

        public static T Again<T>(T row) where T : IRow<T>
        {
            var values = RowValues.For(T.Schema);
            for (var i = 0; i < T.Schema.Columns.Count; i++)
                if (!T.Schema.Columns[i].IsComputed) T.Schema.Columns[i].Accept(new Copy<T>(row, values.Cells[i]));
            return T.Create(values);
        }

        private sealed class Copy<TRow>(TRow row, RowCell cell) : IRowColumnVisitor<TRow, int>
        {
            public int Visit<T>(RowColumn<TRow, T> column) { ((RowCell<T>)cell).Value = column.Get(row); return 0; }
        }
        """;

    /// <summary>A project with the row generator.</summary>
    public static TestProject Project(string source) => TestProject.Create(source).WithGenerators(new RowGenerator());

    /// <summary>What a program's main method gives, in a compilation whose every warning is an error.</summary>
    public static string[] Run(string source, string program) => Run(Project(source), program);

    /// <summary>What a program's main method gives, in a compilation whose every warning is an error.</summary>
    public static string[] Run(TestProject rows, string program, params Assembly[] libraries)
    {
        var project = rows.WithSource("Program.cs", $"using Mlops.Dsl;\npublic static class Program {{ {program} }}");
        var compilation = GeneratorRun.Start(project).Compilation;
        compilation = compilation.WithOptions(
            compilation
                .Options.WithGeneralDiagnosticOption(ReportDiagnostic.Error)
                .WithSpecificDiagnosticOptions([
                    new("CS8019", ReportDiagnostic.Suppress),
                    new("CS1573", ReportDiagnostic.Suppress),
                    new("CS1591", ReportDiagnostic.Suppress),
                    new("CS8933", ReportDiagnostic.Suppress),
                ])
        );
        var context = new System.Runtime.Loader.AssemblyLoadContext(name: null);
        context.Resolving += (_, name) => libraries.FirstOrDefault(library => library.GetName().Name == name.Name);
        using var image = new MemoryStream([.. compilation.EmitImage()]);
        var main = context.LoadFromStream(image).GetType("Program", throwOnError: true)!.GetMethod("Main")!;
        return [.. (IEnumerable<string>)main.Invoke(null, null)!];
    }

    /// <summary>Checks that what is generated has no error of the compiler's, whatever the user's own code has.</summary>
    public static void AssertNoGeneratedError(string source)
    {
        var run = GeneratorRun.Start(Project(source));
        Assert.DoesNotContain(
            run.Compilation.GetDiagnostics(TestContext.Current.CancellationToken),
            static diagnostic =>
                diagnostic.Severity == DiagnosticSeverity.Error
                && diagnostic.Location.SourceTree?.FilePath.EndsWith(".g.cs", StringComparison.Ordinal) == true
        );
    }
}
