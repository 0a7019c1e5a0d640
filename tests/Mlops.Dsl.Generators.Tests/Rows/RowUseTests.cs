using System.Text.Json;
using Mlops.Dsl.Generators.Rows;
using Mlops.Dsl.Generators.Tests.Support;
using Mlops.Dsl.Testing;
using Mlops.Dsl.Testing.Generation;

namespace Mlops.Dsl.Generators.Tests.Rows;

public class RowUseTests
{
    [Theory]
    [InlineData("[Stage] public Raw<In> Read() => null!;", "In:read")]
    [InlineData("[Stage] public Validated<In> Read() => null!;", "In:read")]
    [InlineData("[Source] public Raw<In> Read() => null!;", "In:read")]
    [InlineData("[Stage] public async Task<(Raw<In> A, int N)> Read() => default;", "In:read")]
    [InlineData("[Stage] public Raw<In> Read() => null!; [Stage] public Validated<Out> Derive(Raw<In> read) => null!;", "In:read Out:")]
    [InlineData(
        "[Stage] public Raw<In> Read() => null!; [Stage] public Validated<Out> Derive(Raw<In> read) => null!; [Publish(\"x\")] public "
            + "Validated<Out> Give(Validated<Out> derive) => derive;",
        "In:read Out:written"
    )]
    [InlineData("[Stage] public Raw<In> Read() => null!; [Publish(\"x\")] public List<In> Give(Raw<In> read) => [];", "In:read,written")]
    [InlineData("[Stage] public int N() => 1; [Publish(\"x\")] public Out[] Give(int n) => [];", "Out:written")]
    [InlineData("[Stage] public int N() => 1; [Publish(\"x\")] public Net<Out> Give(int n) => null!;", "Out:read,written")]
    [InlineData("[Stage] public Model<Shown, Said> Fit() => null!;", "Said: Shown:")]
    [InlineData(
        "[Stage] public Model<Shown, Said> Fit() => null!; [Publish(\"x\")] public Model<Shown, Said> Give(Model<Shown, Said> fit) => fit;",
        "Said:written Shown:read"
    )]
    [InlineData(
        "[Stage] public Model<In, Said> Fit() => null!; [Publish(\"x\")] public Model<In, Said> Give(Model<In, Said> fit) => fit;",
        "In:read Said:written"
    )]
    [InlineData("[Stage] public Raw<Shown> Read() => null!; [Stage] public List<Said> Score(Raw<Shown> read) => [];", "Said: Shown:read")]
    public void The_manifest_tells_which_rows_cross_the_pipelines_border(string members, string uses)
    {
        var run = GeneratorRun.Start(
            GeneratorProject
                .Create(
                    $$"""
                    using System.Collections.Generic;
                    using System.Threading.Tasks;
                    using Mlops.Dsl;

                    [Row] public sealed partial record In(string Id);
                    [Row] public sealed partial record Out(string Id);
                    [RowView(typeof(In), Without = ColumnRole.Label)] public sealed partial record Shown;
                    [Prediction] public readonly partial record struct Said([Score] float Value);
                    public sealed record Net<T>(double Weight);

                    [Pipeline("p")]
                    public sealed partial class P
                    {
                        {{members}}
                    }
                    """
                )
                .WithGenerators(new RowGenerator())
        );
        run.Compilation.AssertCompiles();
        var attribute = Assert.Single(
            run.Compilation.Assembly.GetAttributes(),
            static attribute => attribute.AttributeClass?.Name == "PipelineManifestAttribute"
        );
        using var manifest = JsonDocument.Parse((string)attribute.ConstructorArguments[1].Value!);
        Assert.Equal(
            uses,
            string.Join(
                ' ',
                manifest
                    .RootElement.GetProperty("rows")
                    .EnumerateArray()
                    .Select(static row =>
                        $"{row.GetProperty("type").GetString()}:{(row.TryGetProperty("uses", out var all) ? string.Join(',', all.EnumerateArray().Select(static use => use.GetString())) : "")}"
                    )
            )
        );
    }
}
