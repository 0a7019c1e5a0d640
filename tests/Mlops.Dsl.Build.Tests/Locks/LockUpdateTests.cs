using System.Text.Json;
using Mlops.Dsl.Build.Tests.Harness;

namespace Mlops.Dsl.Build.Tests.Locks;

public sealed class LockUpdateTests : IDisposable
{
    private const string Seed = """{ "name": "Seed", "type": "int" }""";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_lock_is_written_beside_the_project_and_says_so()
    {
        var (code, output) = Run(Manifest("1.0.0", Seed));

        Assert.Equal((0, $"Wrote the lock of pipeline 'p': {Lock()}\n"), (code, output.ReplaceLineEndings("\n")));
        Assert.Equal(
            "{\n  \"formatVersion\": 1,\n  \"pipeline\": \"p\",\n  \"version\": \"1.0.0\",\n  \"parameters\": {\n    \"Seed\": { \"type\": "
                + "\"int\" }\n  }\n}\n",
            File.ReadAllText(Lock())
        );
        Assert.Equal((byte)'{', File.ReadAllBytes(Lock())[0]);
    }

    [Fact]
    public void A_lock_that_says_the_same_is_left_alone_whatever_its_line_ends()
    {
        Run(Manifest("1.0.0", Seed));
        File.WriteAllText(Lock(), File.ReadAllText(Lock()).ReplaceLineEndings("\r\n"));

        Assert.Equal((0, ""), Run(Manifest("1.0.0", Seed)));
        Assert.Contains("\r\n", File.ReadAllText(Lock()), StringComparison.Ordinal);
    }

    [Fact]
    public void A_lock_that_lies_elsewhere_is_rewritten_there()
    {
        var elsewhere = _folder.File("locks/p.pipeline.lock.json");
        Directory.CreateDirectory(Path.GetDirectoryName(elsewhere)!);
        File.WriteAllText(elsewhere, """{ "formatVersion": 1, "pipeline": "p", "version": "1.0.0" }""");

        Run(Manifest("1.1.0", Seed), "lock=" + elsewhere, "lock=" + _folder.File("stylecop.json"));

        Assert.False(File.Exists(Lock()));
        Assert.Contains("\"version\": \"1.1.0\"", File.ReadAllText(elsewhere), StringComparison.Ordinal);
    }

    [Fact]
    public void A_promise_is_not_overwritten_by_one_that_breaks_it_until_the_version_allows()
    {
        Run(Manifest("1.0.0", Seed));
        var before = File.ReadAllText(Lock());

        var (code, output) = Run(Manifest("1.5.0", ""));

        Assert.Equal(1, code);
        Assert.Equal(
            "/src/My.csproj: error MLP7001: Pipeline 'p' breaks what version 1.0.0 promised in its lock: parameter 'Seed' was removed; the "
                + "lock is not overwritten: set Version to 2.0.0, or delete the lock",
            output.TrimEnd()
        );
        Assert.Equal(before, File.ReadAllText(Lock()));
        Assert.Equal(0, Run(Manifest("2.0.0", "")).ExitCode);
    }

    [Fact]
    public void A_lock_that_cannot_be_read_is_not_overwritten()
    {
        File.WriteAllText(Lock(), "{\n  \"formatVersion\": 1,\n<<<<<<< HEAD\n");

        var (code, output) = Run(Manifest("1.0.0", Seed));

        Assert.Equal(1, code);
        Assert.StartsWith(
            $"{Lock()}(3,1): error MLP7003: The lock of pipeline 'p' is no JSON: a merge conflict is left",
            output,
            StringComparison.Ordinal
        );
        Assert.Contains("<<<<<<<", File.ReadAllText(Lock()), StringComparison.Ordinal);
    }

    [Fact]
    public void Outputs_of_stages_are_written_where_the_project_says_so()
    {
        const string Stages =
            """{ "name": "Split", "outputs": [{ "name": "Train", "type": "int[]", "codec": "list(int32)" }, { "name": "Test", "type": "TestSet<R>", "codec": "test(object())" }] }""";

        Run(Manifest("1.0.0", Seed, Stages), "stages=true");

        Assert.Contains(
            "  \"stages\": {\n    \"Split.Test\": { \"type\": \"TestSet<R>\" },\n    \"Split.Train\": { \"type\": \"int[]\", \"codec\": "
                + "\"list(int32)\" }\n  }",
            File.ReadAllText(Lock()),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("{}")]
    public void A_manifest_that_cannot_be_read_is_one_error_line(string manifest)
    {
        var (code, output) = Run(manifest);

        Assert.Equal(1, code);
        Assert.Contains("error MLP1903", Assert.Single(output.TrimEnd().Split('\n')), StringComparison.Ordinal);
    }

    [Fact]
    public void The_locks_of_the_examples_are_valid_against_the_committed_schema()
    {
        using var schema = JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "pipeline-lock.schema.json")));
        var validator = new SchemaValidator(schema.RootElement);
        using var example = JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "api-docs.pipeline.lock.json")));
        Assert.Empty(validator.Validate(example.RootElement));

        Run(
            Manifest(
                "1.0.0",
                """{ "name": "Key", "type": "string?", "required": true, "secret": true, "constraints": [{ "kind": "pattern", "pattern": "a" }] }""",
                """{ "name": "S", "outputs": [{ "name": "S", "type": "int" }] }"""
            ),
            "stages=true"
        );
        using var written = JsonDocument.Parse(File.ReadAllText(Lock()));
        Assert.Empty(validator.Validate(written.RootElement));

        using var wrong = JsonDocument.Parse(
            """{ "formatVersion": 1, "pipeline": "p", "version": "1.0.0", "parameters": { "Seed": { "typ": "int" } } }"""
        );
        Assert.NotEmpty(validator.Validate(wrong.RootElement));
    }

    private (int ExitCode, string Output) Run(string manifest, params IEnumerable<string> lines)
    {
        File.WriteAllText(_folder.File("p.pipeline.json"), manifest);
        var response = _folder.File("lock.rsp");
        File.WriteAllLines(
            response,
            [
                "project=/src/My.csproj",
                "folder=" + Path.GetDirectoryName(Lock()),
                "manifest=" + _folder.File("p.pipeline.json"),
                "lock=" + Lock(),
                .. lines,
            ]
        );
        return BuildTool.Run("lock", response);
    }

    private string Lock() => _folder.File("p.pipeline.lock.json");

    private static string Manifest(string version, string parameters, string stages = "") =>
        $$"""{ "formatVersion": 1, "name": "p", "version": "{{version}}", "type": "P", "parameters": [{{parameters}}], "stages": [{{stages}}], "fingerprints": {} }""";
}
