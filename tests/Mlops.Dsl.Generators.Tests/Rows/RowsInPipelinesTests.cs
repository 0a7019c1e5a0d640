using Microsoft.CodeAnalysis;
using Mlops.Dsl.Generators.Rows;
using Mlops.Dsl.Testing;
using Mlops.Dsl.Testing.Generation;

namespace Mlops.Dsl.Generators.Tests.Rows;

public sealed class RowsInPipelinesTests
{
    private const string Row = """
        using System.ComponentModel.DataAnnotations;
        using Mlops.Dsl;

        namespace Data;

        [Row]
        public sealed partial record Member([Required, Label] string Area, [Range(0, 10), Feature] double? Weight, Place Place)
        {
            public int Size => Place.Codes.Count;
        }

        public sealed record Place(string Name, List<int> Codes);
        """;

    private const string Pipeline = """
        using Mlops.Dsl;
        using Data;

        namespace Work;

        [Pipeline("members")]
        public sealed partial class MembersPipeline
        {
            [Stage] public Raw<Member> Read() => new([]);
            [Stage] public Validated<Member> Check(Raw<Member> members) => members.Validate();
            [Stage] public (List<Place> Places, Counts Counts) Summarize(Validated<Member> members) => ([], new(1));

            [Stage] private Hidden Hide(List<Place> places) => new(places);

            private sealed record Hidden(List<Place> Places);
        }

        public sealed record Counts(int Rows);
        """;

    [Fact]
    public void Both_generators_write_codecs_for_the_same_type_without_getting_in_each_others_way() =>
        GeneratorRun.Start(Project(Row, Pipeline)).Compilation.AssertCompiles();

    [Fact]
    public void A_row_of_another_assembly_is_used_by_its_own_codec()
    {
        var library = GeneratorRun.Start(Project(Row) with { AssemblyName = "Library" }).Compilation.EmitImage();
        var project = Project(Pipeline);
        var run = GeneratorRun.Start(project with { References = [.. project.References, MetadataReference.CreateFromImage(library)] });
        run.Compilation.AssertCompiles();
        Assert.Contains(
            run.Sources.Values,
            static source => source.Contains("Codecs.Row<global::Data.Member>()", StringComparison.Ordinal)
        );
        Assert.Contains(
            run.Sources.Keys,
            static name => name.StartsWith("Mlops.Dsl.Generated.TestProject.Imported.Data.PlaceCodec", StringComparison.Ordinal)
        );
        AssertColumns(run);
    }

    [Fact]
    public void The_manifest_lists_the_columns() => AssertColumns(GeneratorRun.Start(Project(Row, Pipeline)));

    [Fact]
    public void Columns_have_the_descriptions_of_their_doc_comments_positional_ones_too()
    {
        var run = GeneratorRun.Start(
            Project(
                """
                using Mlops.Dsl;

                /// <summary>A member.</summary>
                /// <param name="Area">Where it
                /// <b>belongs</b> &amp; lives.</param>
                /// <param name="class">A keyword.</param>
                [Row]
                public sealed partial record Member(string Area, string @class, string Plain)
                {
                    /// <summary>In kilograms.</summary>
                    public double Weight { get; init; }
                }

                [Pipeline("p")]
                public sealed partial class P
                {
                    [Stage] public Raw<Member> Read() => new([]);
                }
                """
            )
        );
        run.Compilation.AssertCompiles();
        var attribute = Assert.Single(
            run.Compilation.Assembly.GetAttributes(),
            static attribute => attribute.AttributeClass?.Name == "PipelineManifestAttribute"
        );
        using var manifest = System.Text.Json.JsonDocument.Parse((string)attribute.ConstructorArguments[1].Value!);
        var columns = manifest.RootElement.GetProperty("rows")[0].GetProperty("columns").EnumerateArray();
        Assert.Equal(
            ["Where it belongs & lives.", "A keyword.", null, "In kilograms."],
            columns.Select(static column => column.TryGetProperty("description", out var description) ? description.GetString() : null)
        );
        Assert.Contains(
            run.Sources.Values,
            static source => source.Contains("/// <summary>Where it belongs &amp; lives.</summary>", StringComparison.Ordinal)
        );
    }

    private static void AssertColumns(GeneratorRun run)
    {
        var attribute = Assert.Single(
            run.Compilation.Assembly.GetAttributes(),
            static attribute => attribute.AttributeClass?.Name == "PipelineManifestAttribute"
        );
        Assert.Contains(
            """
              "rows": [
                {
                  "type": "Data.Member",
                  "uses": ["read"],
                  "columns": [
                    {
                      "name": "Area",
                      "type": "string",
                      "role": "label",
                      "constraints": [
                        {
                          "kind": "required"
                        }
                      ]
                    },
                    {
                      "name": "Weight",
                      "type": "double?",
                      "nullable": true,
                      "role": "feature",
                      "constraints": [
                        {
                          "kind": "range",
                          "minimum": 0,
                          "maximum": 10
                        }
                      ]
                    },
                    {
                      "name": "Place",
                      "type": "Place"
                    }
                  ]
                }
              ],
            """,
            (string)attribute.ConstructorArguments[1].Value!,
            StringComparison.Ordinal
        );
    }

    private static TestProject Project(params string[] sources) =>
        TestProject.Create(sources).WithGenerators(new RowGenerator(), new PipelineGenerator());
}
