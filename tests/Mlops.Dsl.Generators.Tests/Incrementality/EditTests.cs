using Mlops.Dsl.Generators.Rows;
using Mlops.Dsl.Generators.Tests.Support;
using Mlops.Dsl.Testing;
using Mlops.Dsl.Testing.Generation;

namespace Mlops.Dsl.Generators.Tests.Incrementality;

/// <summary>After any edit of another file, the generators make what they would make if they had never seen the program before.</summary>
public class EditTests
{
    private const string Pipeline = """
        using System.ComponentModel.DataAnnotations;
        using Mlops.Dsl;

        namespace Program;

        [Pipeline("edited")]
        public sealed partial class EditedPipeline
        {
            [Parameter, Range(0, Limits.Most)]
            public int Seed { get; init; } = Limits.Default;

            [Stage]
            public Raw<Row> Read() => throw new NotImplementedException();

            [Stage, Timeout(Limits.Time)]
            public Score Fit(Raw<Row> read) => throw new NotImplementedException();

            [Stage]
            public Held Hold(Score fit) => throw new NotImplementedException();

            [Stage]
            public Encoded Encode(Held hold) => throw new NotImplementedException();

            [Stage]
            public Captured Capture([From(Limits.From)] Encoded encode) => throw new NotImplementedException();
        }
        """;

    private static readonly (string Path, string Text)[] Files =
    [
        (
            "Part.cs",
            """
            using Mlops.Dsl;

            namespace Program;

            partial class EditedPipeline
            {
                private static int Helper() { return 1; }

                /// <summary>Tells.</summary>
                [Stage]
                public int Tell(Score fit) { return Helper(); }
            }
            """
        ),
        (
            "Types.cs",
            """
            using Mlops.Dsl;
            using Mlops.Dsl.Serialization;

            namespace Program;

            public static class Limits
            {
                public const int Most = 10 + Part;
                public const int Default = 1;
                public const string Time = "00:01:00";
                public const string From = "Encode";
                private const int Part = 5;
                public static int Method() { return 1; }
            }

            /// <summary>A row.</summary>
            [Row]
            public sealed partial record Row(string Text);

            public class Base { public double Value { get; init; } }

            public class Score : Base { public string Name { get; init; } = ""; }

            public class Held
            {
                public int Number { get { return 1; } set { } }
            }

            [ArtifactCodec(typeof(EncodedCodec))]
            public class Encoded { }

            public sealed class EncodedCodec : Codec<Encoded>
            {
                public override string Schema => "first";
                public override bool IsImmutable => true;
                public override void Write(ArtifactWriter writer, Encoded value) { }
                public override Encoded Read(ArtifactReader reader) => new();
            }

            public partial class Captured(int number)
            {
                public int Number { get; } = number;
            }
            """
        ),
        (
            "MoreTypes.cs",
            """
            namespace Program;

            partial class Captured
            {
                public int Twice() { return 2; }
            }
            """
        ),
        ("Usings.cs", "global using Mlops.Dsl;\nglobal using Text = System.String;"),
    ];

    [Theory]
    [InlineData("Types.cs", "Method() { return 1; }", "Method() { return 2; }", false)]
    [InlineData("Types.cs", "Read(ArtifactReader reader) => new();", "Read(ArtifactReader reader) => null!;", false)]
    [InlineData("Part.cs", "Helper() { return 1; }", "Helper() { return 2; }", false)]
    [InlineData("Part.cs", "Helper() { return 1; }", "Helper() {\n return 2; }", true)]
    [InlineData("Part.cs", "return Helper();", "return 3;", false)]
    [InlineData("Part.cs", "Tells.", "Says.", true)]
    [InlineData("Part.cs", "[Stage]", "[Gate]", true)]
    [InlineData("Part.cs", "int Tell(Score fit)", "int Tell(Held hold)", true)]
    [InlineData("Types.cs", "Part = 5", "Part = 6", true)]
    [InlineData("Types.cs", "Default = 1", "Default = 2", true)]
    [InlineData("Types.cs", "00:01:00", "00:02:00", true)]
    [InlineData("Types.cs", "From = \"Encode\"", "From = \"Nothing\"", true)]
    [InlineData("Types.cs", "record Row(string Text)", "record Row(string Text, int Length)", true)]
    [InlineData("Types.cs", "record Row(string Text)", "record Row(string Renamed)", true)]
    [InlineData("Types.cs", "class Score : Base", "class Score", true)]
    [InlineData("Types.cs", "double Value", "float Value", true)]
    [InlineData("Types.cs", "string Name { get; init; }", "string? Name { get; init; }", true)]
    [InlineData("Types.cs", "set { }", "set { field = value; }", true)]
    [InlineData("Types.cs", "\"first\"", "\"second\"", true)]
    [InlineData("Types.cs", "typeof(EncodedCodec)", "typeof(Score)", true)]
    [InlineData("Types.cs", "class Encoded { }", "class Encoded<T> { }", true)]
    [InlineData("Types.cs", "namespace Program;", "namespace Elsewhere;", true)]
    [InlineData("MoreTypes.cs", "return 2;", "return 2 * number;", true)]
    [InlineData("MoreTypes.cs", "public int Twice() { return 2; }", "public int More { get; init; }", true)]
    [InlineData("Usings.cs", "global using Mlops.Dsl;", "global using StageDefinition = System.Int32;", true)]
    [InlineData("Usings.cs", "global using Mlops.Dsl;", "global using Mlops.Dsl;\nnamespace Program { class StageKind { } }", true)]
    [InlineData("Usings.cs", "global using Mlops.Dsl;", "global using Mlops.Dsl;\n[assembly: System.CLSCompliant(false)]", false)]
    public void The_result_is_that_of_a_first_run(string path, string before, string after, bool matters)
    {
        var project = GeneratorProject.Create(Pipeline).WithGenerators(new RowGenerator());
        Edit(Files.Aggregate(project, static (all, file) => all.WithSource(file.Path, file.Text)), path, before, after, matters);
    }

    [Theory]
    [InlineData("X = x;", "X = x * 2;", true)]
    [InlineData("X = x;", "this.X = x;", false)]
    public void A_constructor_s_body_decides_whether_its_values_are_checked(string before, string after, bool matters)
    {
        var project = GeneratorProject.Create(
            """
            using Mlops.Dsl;

            [Pipeline("kept")]
            public sealed partial class KeptPipeline
            {
                [Stage]
                public Kept Keep() => new(1);
            }
            """
        );
        const string Kept = "public sealed class Kept { public Kept(int x) { X = x; } public int X { get; } }";
        Edit(project.WithSource("Kept.cs", Kept), "Kept.cs", before, after, matters);
    }

    private static void Edit(TestProject project, string path, string before, string after, bool matters)
    {
        // What is edited is hashed from its first edit on: the second is the one that counts.
        var known = GeneratorRun.Start(project).Rerun(p => p.WithEdit(path, static text => text + "\n"));
        var edited = known.Rerun(p => p.WithEdit(path, text => Replace(text, before, after)));

        // A run that has seen nothing has trees of its own.
        var expected = GeneratorRun.Start(edited.Project).Sources;
        Assert.Equal(expected, edited.Sources);
        Assert.Equal(matters, !known.Sources.SequenceEqual(edited.Sources));
    }

    private static string Replace(string text, string before, string after)
    {
        Assert.Contains(before, text, StringComparison.Ordinal);
        return text.Replace(before, after, StringComparison.Ordinal);
    }
}
