using Mlops.Dsl.Runtime.Engine;
using Mlops.Dsl.Serialization;

namespace Mlops.Dsl.Runtime.Tests.Engine;

/// <summary>Whatever became of the files that the build wrote: they are read, or nothing is reused and it is said why; never anything else.</summary>
public sealed class DamagedManifestTests : IDisposable
{
    private static readonly string Fingerprint = ContentHash.Of("code"u8).ToString();

    private readonly string _folder = Directory.CreateTempSubdirectory("mlops-test-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("x.pipeline.json")]
    [InlineData("x.fingerprints.json")]
    [Trait(Sweep.Trait, Sweep.Kind)]
    public void A_damaged_file_is_read_or_told(string damaged)
    {
        var files = new Dictionary<string, byte[]>
        {
            ["x.pipeline.json"] = System.Text.Encoding.UTF8.GetBytes(
                $$$"""{"formatVersion":1,"name":"x","stages":[],"fingerprints":{"Parse":{"fingerprint":"{{{Fingerprint}}}","parameters":["Seed"]} } }"""),
            ["x.fingerprints.json"] = System.Text.Encoding.UTF8.GetBytes(
                $$$"""
                {"formatVersion":1,"modules":[{"name":"Mlops.Dsl.Runtime","file":"Mlops.Dsl.Runtime.dll","mvid":"{{{typeof(FingerprintFiles).Module.ModuleVersionId}}}","role":"walked"}],
                 "symbols":[["A.One()","00"],["B.Two()","11"]],"stages":{"Parse":{"symbols":[1],"packages":["MathNet.Numerics, 5.0.0.0, 1"]} } }
                """),
        };
        File.Copy(typeof(FingerprintFiles).Assembly.Location, Path.Combine(_folder, "Mlops.Dsl.Runtime.dll"));
        foreach (var seed in Sweep.Seeds(150))
        {
            foreach (var (name, content) in files)
            {
                File.WriteAllBytes(Path.Combine(_folder, name), name == damaged ? Damage.Of(content, new Random(seed)) : content);
            }

            var exception = Record.Exception(() =>
            {
                var found = FingerprintFiles.Load(_folder, "x");
                Assert.True(found.Problem is null || found.Find("Parse") is null);
            });

            Assert.True(exception is null, $"seed {seed}: {exception}{Environment.NewLine}{File.ReadAllText(Path.Combine(_folder, damaged))}");
        }
    }
}
