using System.Text.Json.Nodes;
using Mlops.Dsl.Engine;
using Mlops.Dsl.Runtime.Tests.App.Support;

namespace Mlops.Dsl.Runtime.Tests.Engine;

public sealed class FingerprintFilesTests : IDisposable
{
    private readonly BuiltFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Fingerprints_of_the_modules_that_run_are_read_with_their_parts_and_warnings()
    {
        var found = _folder.Load();

        Assert.Null(found.Problem);
        Assert.Equal(BuiltFolder.Fingerprint, found.Find("Parse")!.Fingerprint.ToString());
        Assert.Equal(["Seed"], found.Find("Parse")!.Parameters);
        Assert.Equal(["It uses reflection."], found.Find("Parse")!.Warnings);
        Assert.Null(found.Find("Other"));
        var parts = found.FindParts("Parse")!;
        Assert.Equal("B.Two()", Assert.Single(parts.Symbols).Name);
        Assert.Equal(["MathNet.Numerics, 5.0.0.0, 1"], parts.Packages);
    }

    [Theory]
    [InlineData(BuiltFolder.Main)]
    [InlineData(BuiltFolder.Library)]
    public void A_module_of_another_build_makes_them_worthless(string file)
    {
        _folder.WriteRecord(program => ModuleOf(program, file)["mvid"] = Guid.NewGuid());
        Expect($"'{file}' is another build than the one that was fingerprinted");
    }

    [Theory]
    [InlineData(BuiltFolder.Main)]
    [InlineData(BuiltFolder.Library)]
    public void A_module_whose_code_was_patched_under_its_old_version_id_makes_them_worthless(string file)
    {
        _folder.Patch(file);
        Expect($"'{file}' was changed by something after it was fingerprinted");
    }

    [Fact]
    public void All_foreign_modules_are_named()
    {
        _folder.WriteRecord(program => ModuleOf(program, BuiltFolder.Main)["mvid"] = Guid.NewGuid());
        File.Delete(_folder.PathOf(BuiltFolder.Library));
        Expect(
            "'Mlops.Dsl.dll' is another build than the one that was fingerprinted; 'Some.Library.dll' was fingerprinted and is not part of "
                + "the program"
        );
    }

    [Fact]
    public void A_package_is_known_by_its_version_id_alone()
    {
        _folder.WriteRecord(program => ModuleOf(program, BuiltFolder.Library).Remove("content"));
        _folder.Patch(BuiltFolder.Library);
        Assert.Null(_folder.Load().Problem);

        _folder.WriteRecord(program =>
        {
            ModuleOf(program, BuiltFolder.Library).Remove("content");
            ModuleOf(program, BuiltFolder.Library)["mvid"] = Guid.NewGuid();
        });
        Expect("'Some.Library.dll' is another build than the one that was fingerprinted");
    }

    [Fact]
    public void A_module_without_a_file_beside_the_program_is_the_one_that_the_loader_finds()
    {
        _folder.WriteRecord(program => ModuleOf(program, BuiltFolder.Library)["name"] = "Mlops.Dsl.Engine");
        File.Delete(_folder.PathOf(BuiltFolder.Library));
        Assert.Null(_folder.Load().Problem);
    }

    [Fact]
    public void A_module_that_no_reference_names_may_be_missing_but_not_differ()
    {
        _folder.WriteRecord(program => ModuleOf(program, BuiltFolder.Library)["optional"] = true);
        _folder.Patch(BuiltFolder.Library);
        Expect("'Some.Library.dll' was changed by something after it was fingerprinted");

        File.Delete(_folder.PathOf(BuiltFolder.Library));
        Assert.Null(_folder.Load().Problem);
    }

    [Fact]
    public void Not_naming_the_assembly_of_the_pipeline_leaves_nothing_checked_and_is_refused()
    {
        _folder.WriteRecord(program => program["modules"] = new JsonArray());
        Expect("'Mlops.Dsl', which declares the pipeline, is not among the assemblies that were fingerprinted");
    }

    [Theory]
    [InlineData("\"modules\":[{\"name\":\"Mlops.Dsl\"", "\"modules\":[{\"name\":\"Mlops.Dxl\"")]
    [InlineData("It uses reflection.", "It uses nothing.")]
    public void A_record_that_was_changed_after_the_build_is_refused(string text, string replacement)
    {
        var record = File.ReadAllText(_folder.PathOf(BuiltFolder.Record));
        Assert.Contains(text, record, StringComparison.Ordinal);
        _folder.Write(BuiltFolder.Record, record.Replace(text, replacement, StringComparison.Ordinal));
        Expect("'x.fingerprints.json' is not as the build wrote it");
    }

    [Fact]
    public void A_manifest_without_a_parameter_that_the_stage_reads_is_refused()
    {
        _folder.Write(
            BuiltFolder.Manifest,
            File.ReadAllText(_folder.PathOf(BuiltFolder.Manifest)).Replace("\"Seed\"", "", StringComparison.Ordinal)
        );
        Expect("'x.pipeline.json' is not the one that the build wrote with 'x.fingerprints.json'");
    }

    [Theory]
    [InlineData("{", "can't be read")]
    [InlineData("[]", "can't be read")]
    [InlineData("""{"formatVersion":2,"fingerprints":{} }""", "has format 2, not 1")]
    [InlineData("""{"formatVersion":1,"fingerprints":{"Parse":{"fingerprint":"abc"} } }""", "64 hexadecimal digits")]
    [InlineData("""{"formatVersion":1}""", "can't be read")]
    public void A_manifest_that_can_not_be_read_is_told_with_what_to_do(string content, string expected)
    {
        _folder.Write(BuiltFolder.Manifest, content);
        _folder.WriteRecord();
        Expect(expected);
    }

    [Theory]
    [InlineData(BuiltFolder.Manifest, null, "x.pipeline.json', which the build writes, is missing")]
    [InlineData(BuiltFolder.Record, null, "x.fingerprints.json', which the build writes, is missing")]
    [InlineData(BuiltFolder.Record, """{"formatVersion":9,"modules":[]}""", "has format 9, not 2")]
    [InlineData(BuiltFolder.Record, "{}", "does not say what was fingerprinted")]
    [InlineData(BuiltFolder.Record, "", "can't be read")]
    [InlineData(BuiltFolder.Library, "not an assembly", "can't be read")]
    public void What_can_not_be_read_is_told_with_what_to_do(string file, string? content, string expected)
    {
        File.Delete(_folder.PathOf(file));
        if (content is not null)
        {
            _folder.Write(file, content);
        }

        Expect(expected);
    }

    [Theory]
    [InlineData("\"symbols\":[[", "\"symbols\":[\0")]
    [InlineData("\"symbols\":[1]", "\"symbols\":[7]")]
    [InlineData("\"stages\":{", "\"stages\":[")]
    public void Damaged_parts_cost_the_explanation_and_nothing_else(string text, string replacement)
    {
        var record = File.ReadAllText(_folder.PathOf(BuiltFolder.Record));
        Assert.Contains(text, record, StringComparison.Ordinal);
        _folder.Write(BuiltFolder.Record, record.Replace(text, replacement, StringComparison.Ordinal));
        var found = _folder.Load();

        Assert.Null(found.Problem);
        Assert.NotNull(found.Find("Parse"));
        Assert.Null(found.PartsProblem);
        Assert.Null(found.FindParts("Parse"));
        Assert.Contains("What changed in the code can't be told: '", found.PartsProblem, StringComparison.Ordinal);
    }

    private static JsonObject ModuleOf(JsonObject program, string file) =>
        program["modules"]!.AsArray().Single(module => (string?)module!["file"] == file)!.AsObject();

    private void Expect(string reason)
    {
        var problem = _folder.Load().Problem;

        Assert.StartsWith("Nothing is reused: ", problem, StringComparison.Ordinal);
        Assert.Contains(reason, problem, StringComparison.Ordinal);
        Assert.EndsWith("Build the project, so that stages can be reused.", problem, StringComparison.Ordinal);
    }
}
