using Mlops.Dsl.Runtime.Engine;

namespace Mlops.Dsl.Runtime.Tests.Engine;

public sealed class FingerprintFilesTests : IDisposable
{
    private const string Fingerprint = "a948904f2f0f479b8f8197694b30184b0d2ed1c1cd2a1ec0fb85d299a192a447";
    private static readonly System.Reflection.Assembly Walked = typeof(FingerprintFiles).Assembly;

    private readonly string _folder = Directory.CreateTempSubdirectory("mlops-test-").FullName;

    public FingerprintFilesTests()
    {
        File.Copy(Walked.Location, Path.Combine(_folder, "Mlops.Dsl.Runtime.dll"));
        Write("x.pipeline.json", $$$"""{"formatVersion":1,"name":"x","stages":[],"fingerprints":{"Parse":{"fingerprint":"{{{Fingerprint}}}","parameters":["Seed"]} } }""");
        WriteParts(Walked.ManifestModule.ModuleVersionId);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Fingerprints_of_the_modules_that_run_are_read_with_their_parts()
    {
        var found = FingerprintFiles.Load(_folder, "x");

        Assert.Null(found.Problem);
        Assert.Equal(Fingerprint, found.Find("Parse")!.Fingerprint.ToString());
        Assert.Equal(["Seed"], found.Find("Parse")!.Parameters);
        Assert.Null(found.Find("Other"));
        var parts = found.FindParts("Parse")!;
        Assert.Equal("B.Two()", Assert.Single(parts.Symbols).Name);
        Assert.Equal(["MathNet.Numerics, 5.0.0.0, 1"], parts.Packages);
    }

    [Fact]
    public void A_module_of_another_build_makes_them_worthless()
    {
        WriteParts(Guid.NewGuid());
        Assert.Contains("'Mlops.Dsl.Runtime.dll' is another build than the one that was fingerprinted", FingerprintFiles.Load(_folder, "x").Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void A_module_without_a_file_is_looked_for_among_the_loaded_ones()
    {
        File.Delete(Path.Combine(_folder, "Mlops.Dsl.Runtime.dll"));
        Assert.Null(FingerprintFiles.Load(_folder, "x").Problem);
    }

    [Theory]
    [InlineData("x.pipeline.json", null, "x.pipeline.json', which the build writes, is missing")]
    [InlineData("x.fingerprints.json", null, "x.fingerprints.json', which the build writes, is missing")]
    [InlineData("x.pipeline.json", "{", "can't be read")]
    [InlineData("x.pipeline.json", "[]", "can't be read")]
    [InlineData("x.pipeline.json", """{"formatVersion":2}""", "has format 2, not 1")]
    [InlineData("x.pipeline.json", """{"formatVersion":1,"fingerprints":{"Parse":{"fingerprint":"abc"}}}""", "64 hexadecimal digits")]
    [InlineData("x.fingerprints.json", """{"formatVersion":9,"modules":[]}""", "has format 9, not 1")]
    [InlineData("x.fingerprints.json", "{}", "names no modules")]
    [InlineData("x.fingerprints.json", "", "can't be read")]
    [InlineData("Mlops.Dsl.Runtime.dll", "not an assembly", "can't be read")]
    public void What_can_not_be_read_is_told_with_what_to_do(string file, string? content, string expected)
    {
        File.Delete(Path.Combine(_folder, file));
        if (content is not null)
        {
            Write(file, content);
        }

        var problem = FingerprintFiles.Load(_folder, "x").Problem;

        Assert.StartsWith("Nothing is reused: ", problem, StringComparison.Ordinal);
        Assert.Contains(expected, problem, StringComparison.Ordinal);
        Assert.EndsWith("Build the project, so that stages can be reused.", problem, StringComparison.Ordinal);
    }

    private void WriteParts(Guid moduleId) => Write(
        "x.fingerprints.json",
        $$$"""
        {"formatVersion":1,"modules":[{"name":"Mlops.Dsl.Runtime","file":"Mlops.Dsl.Runtime.dll","mvid":"{{{moduleId}}}","role":"walked"}],
         "symbols":[["A.One()","00"],["B.Two()","11"]],"stages":{"Parse":{"symbols":[1],"packages":["MathNet.Numerics, 5.0.0.0, 1"]} } }
        """);

    private void Write(string file, string content) => File.WriteAllText(Path.Combine(_folder, file), content);
}
