using System.Globalization;
using Mlops.Dsl.Analyzers.Tests.Infrastructure;
using Mlops.Dsl.CodeFixes.Contracts;
using Mlops.Dsl.Testing.Analysis;
using Mlops.Dsl.Testing.Fixes;

namespace Mlops.Dsl.Analyzers.Tests.Contracts;

public class LockFileTests
{
    [Theory]
    [InlineData("", "(1,1)", "is no JSON: the file ends where a value should be")]
    [InlineData("[]", "(1,1)", "is no JSON object")]
    [InlineData(
        "{\n  \"formatVersion\": 2\n}",
        "(2,20)",
        "has format 2, and this version of Mlops.Dsl reads up to format 1: update the package"
    )]
    [InlineData("{ \"formatVersion\": \"1\" }", "(1,20)", "has a 'formatVersion' that is no whole number above 0")]
    [InlineData("{ \"formatVersion\": 1 }", "(1,1)", "lacks 'pipeline'")]
    [InlineData(
        "{ \"formatVersion\": 1, \"pipeline\": \"other\" }",
        "(1,35)",
        "says that it is the lock of pipeline 'other'; a lock has its pipeline's name"
    )]
    [InlineData(
        "{ \"formatVersion\": 1, \"pipeline\": \"demo\", \"version\": \"one\" }",
        "(1,54)",
        "has the version 'one', which is no semantic version"
    )]
    [InlineData(
        "{ \"formatVersion\": 1, \"pipeline\": \"demo\", \"version\": \"1.0.0\", \"paramters\": {} }",
        "(1,63)",
        "has an entry 'paramters', which means nothing there"
    )]
    [InlineData(
        "{ \"formatVersion\": 1, \"pipeline\": \"demo\", \"version\": \"1.0.0\", \"parameters\": [] }",
        "(1,77)",
        "has a 'parameters' that is no object"
    )]
    [InlineData(
        "{ \"formatVersion\": 1, \"pipeline\": \"demo\", \"version\": \"1.0.0\", \"rows\": { \"R\": { \"columns\": {} } } }",
        "(1,73)",
        "has a row 'R' whose 'uses' are not read, written or both"
    )]
    [InlineData("{\n  \"formatVersion\": 1,\n  \"formatVersion\": 1\n}", "(3,3)", "has the name 'formatVersion' twice in one object")]
    [InlineData("{\n<<<<<<< HEAD\n", "(2,1)", "is no JSON: a merge conflict is left where a name in quotation marks should be")]
    [InlineData("{ \"a\": 1, }", "(1,11)", "is no JSON: there is '}' where a name in quotation marks should be")]
    public async Task A_lock_that_cannot_be_read_is_reported_in_the_file(string text, string place, string problem)
    {
        var project = LockTest.Project(LockTest.Source()).WithAdditionalFile(LockTest.FileName, text);
        var diagnostic = Assert.Single(await AnalyzerRunner.RunAsync(project, TestContext.Current.CancellationToken));
        var line = diagnostic.Location.GetLineSpan();
        Assert.Equal(
            $"MLP7003 {LockTest.FileName}{place} The lock of pipeline 'demo' {problem}; nothing checks the contract until it is restored, "
                + $"or deleted and written again",
            $"{diagnostic.Id} {line.Path}({line.StartLinePosition.Line + 1},{line.StartLinePosition.Character + 1}) "
                + $"{diagnostic.GetMessage(CultureInfo.InvariantCulture)}"
        );
    }

    [Fact]
    public async Task A_lock_of_no_pipeline_is_reported()
    {
        var project = LockTest
            .Project(LockTest.Source())
            .WithAdditionalFile(LockTest.FileName, LockTest.LockOf(LockTest.Source()))
            .WithAdditionalFile("gone.pipeline.lock.json", "{ \"formatVersion\": 1, \"pipeline\": \"gone\", \"version\": \"1.0.0\" }");
        Assert.Equal(
            ["MLP7004 No pipeline of this project is called 'gone': whoever relies on it is left alone; bring it back, or delete its lock"],
            await LockTest.ReportAsync(project)
        );
        Assert.Empty(await LockTest.ReportAsync(project.WithBuildProperty("FileBasedProgram", "true")));
    }

    [Fact]
    public async Task A_project_without_pipelines_may_not_keep_a_lock() =>
        Assert.StartsWith(
            "MLP7004",
            Assert.Single(
                await LockTest.ReportAsync(
                    LockTest.Project("class C;").WithAdditionalFile(LockTest.FileName, LockTest.LockOf(LockTest.Source()))
                )
            ),
            StringComparison.Ordinal
        );

    [Fact]
    public async Task Other_additional_files_are_none_of_our_business() =>
        Assert.Empty(
            await LockTest.ReportAsync(
                LockTest.Project(LockTest.Source()).WithAdditionalFile("demo.lock.json", "{").WithAdditionalFile("stylecop.json", "{")
            )
        );

    [Theory]
    [InlineData("[*.cs]\nmlops_dsl.require_lock = true\n", "", 1)]
    [InlineData("", "true", 1)]
    [InlineData("[*.cs]\nmlops_dsl.require_lock = false\n", "true", 0)]
    [InlineData("", "", 0)]
    public async Task A_lock_is_demanded_where_the_policy_demands_it(string editorConfig, string property, int count)
    {
        var project = LockTest.Project(LockTest.Source()).WithBuildProperty("MlopsDslRequireLock", property) with
        {
            EditorConfig = editorConfig,
        };
        var reported = await LockTest.ReportAsync(project);
        Assert.Equal(count, reported.Length);
        Assert.All(
            reported,
            message =>
                Assert.Equal(
                    "MLP7005 Pipeline 'demo' has no lock, which the policy mlops_dsl.require_lock demands: commit "
                        + "'demo.pipeline.lock.json' beside the project",
                    message
                )
        );
        Assert.Empty(await LockTest.ReportAsync(project.WithAdditionalFile(LockTest.FileName, LockTest.LockOf(LockTest.Source()))));
    }

    [Fact]
    public async Task The_fix_writes_the_lock() =>
        Assert.Equal(LockTest.LockOf(LockTest.Source()), await LockTest.FixAsync(LockTest.Source(), null, LockTest.Source()));

    [Fact]
    public async Task All_locks_are_written_at_once()
    {
        const string Two = """
            [Pipeline("one")] public sealed partial class One { [Parameter] public int A { get; init; } = 1; }
            [Pipeline("two")] public sealed partial class Two { [Parameter] public int A { get; init; } = 1; }
            """;
        var project = LockTest.Project(Two) with { EditorConfig = "[*.cs]\nmlops_dsl.require_lock = true\n" };
        var written = await CodeFixVerifier.VerifyFixAllAsync(
            project,
            new RewriteLockFix(),
            Two,
            cancellationToken: TestContext.Current.CancellationToken
        );
        Assert.Equal(
            ["one.pipeline.lock.json", "two.pipeline.lock.json"],
            written.AdditionalFiles.Select(file => file.Path).Order(StringComparer.Ordinal)
        );

        var stale = written with
        {
            Sources = written.Sources.Replace(
                written.Sources[1],
                written.Sources[1] with
                {
                    Content = Mlops.Dsl.Testing.Markup.MarkupText.Plain(Two.Replace("A {", "B {", StringComparison.Ordinal)),
                }
            ),
        };
        await CodeFixVerifier.VerifyFixAllAsync(
            stale,
            new RewriteLockFix(),
            Two.Replace("A {", "B {", StringComparison.Ordinal)
                .Replace("one\"", "one\", Version = \"2.0.0\"", StringComparison.Ordinal)
                .Replace("two\"", "two\", Version = \"2.0.0\"", StringComparison.Ordinal),
            cancellationToken: TestContext.Current.CancellationToken
        );
    }

    [Fact]
    public void A_lock_is_small_sorted_and_has_one_line_for_each_thing() =>
        Assert.Equal(
            """
            {
              "formatVersion": 1,
              "pipeline": "demo",
              "version": "1.0.0",
              "parameters": {
                "Key": { "type": "string", "required": true, "secret": true },
                "Share": { "type": "double", "constraints": [{ "kind": "range", "minimum": 0.5, "maximum": 0.95 }] }
              },
              "rows": {
                "Input": {
                  "uses": ["read"],
                  "columns": {
                    "Area": { "type": "string", "nullable": true, "role": "label" },
                    "Id": { "type": "string", "constraints": [{ "kind": "pattern", "pattern": "^\"\\d$" }, { "kind": "required" }] }
                  }
                },
                "Output": {
                  "uses": ["written"],
                  "columns": {
                    "Id": { "type": "string" }
                  }
                }
              },
              "publications": {
                "result": { "type": "Validated<Output>" },
                "weights": { "type": "double[]", "codec": "list(float64)" }
              }
            }

            """.ReplaceLineEndings("\n"),
            LockTest.LockOf(
                LockTest.Source(
                    "[Parameter, Range(0.5, 0.95)] public double Share { get; init; } = 0.8; [Secret] public string Key { get; init; } = "
                        + "null!; [Publish(\"weights\")] public double[] Weights() => [];",
                    "[Required, RegularExpression(\"^\\\"\\\\d$\")] string Id, [Label] string? Area"
                )
            )
        );
}
