using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Runtime.Loader;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Mlops.Dsl.BuildRecords;
using Mlops.Dsl.Engine;

namespace Mlops.Dsl.Runtime.Tests.Engine;

/// <summary>
/// A folder with a program as a build leaves it: its assembly, a library that the loader does not know, and the two files of
/// pipeline <c>x</c>.
/// </summary>
internal sealed class BuiltFolder : IDisposable
{
    public const string Fingerprint = "a948904f2f0f479b8f8197694b30184b0d2ed1c1cd2a1ec0fb85d299a192a447";
    public const string Main = "Mlops.Dsl.dll";
    public const string Library = "Some.Library.dll";
    public const string Manifest = "x.pipeline.json";
    public const string Record = "x.fingerprints.json";

    private readonly string _folder = Directory.CreateTempSubdirectory("mlops-test-").FullName;
    private readonly AssemblyLoadContext _context = new("a program", isCollectible: true);

    public BuiltFolder()
    {
        File.Copy(typeof(StageAttribute).Assembly.Location, PathOf(Main));
        File.Copy(typeof(FingerprintFiles).Assembly.Location, PathOf(Library));
        Write(
            Manifest,
            $$$"""{"formatVersion":1,"name":"x","stages":[],"fingerprints":{"Parse":{"fingerprint":"{{{Fingerprint}}}","parameters":["Seed"]} } }"""
        );
        WriteRecord();
    }

    public string PathOf(string file) => Path.Combine(_folder, file);

    public StageFingerprints Load() => FingerprintFiles.Load(_folder, "x", _context.LoadFromAssemblyPath(PathOf(Main)));

    public void Write(string file, string content) => File.WriteAllText(PathOf(file), content);

    /// <summary>Writes the record of what is in the folder, changed before it is sealed.</summary>
    public void WriteRecord(Action<JsonObject>? change = null)
    {
        var program = new JsonObject
        {
            ["manifest"] = Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(PathOf(Manifest)))),
            ["modules"] = new JsonArray(Describe("Mlops.Dsl", Main), Describe("Some.Library", Library)),
            ["warnings"] = new JsonObject { ["Parse"] = new JsonArray("It uses reflection.") },
        };
        change?.Invoke(program);
        var text = program.ToJsonString();
        Write(
            Record,
            $$"""
            {"formatVersion":2,"seal":"{{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))}}","program":{{text}},
             "symbols":[["A.One()","00"],["B.Two()","11"]],"stages":{"Parse":{"symbols":[1],"packages":["MathNet.Numerics, 5.0.0.0, 1"]} } }
            """
        );
    }

    /// <summary>Changes one byte of the IL of a method, and nothing else: the module version id stays.</summary>
    public void Patch(string file)
    {
        var image = File.ReadAllBytes(PathOf(file));
        using (var module = new PEReader(new MemoryStream(image)))
        {
            var reader = module.GetMetadataReader();
            var address = reader.MethodDefinitions.Select(method => reader.GetMethodDefinition(method).RelativeVirtualAddress).Max();
            var section = module.PEHeaders.SectionHeaders[module.PEHeaders.GetContainingSectionIndex(address)];
            var length = module.GetMethodBody(address).Size;
            image[section.PointerToRawData + address - section.VirtualAddress + length - 1] ^= 1;
        }

        File.WriteAllBytes(PathOf(file), image);
    }

    public void Dispose()
    {
        _context.Unload();
        Directory.Delete(_folder, recursive: true);
    }

    private JsonObject Describe(string name, string file)
    {
        var image = File.ReadAllBytes(PathOf(file));
        using var module = new PEReader(new MemoryStream(image));
        var reader = module.GetMetadataReader();
        return new JsonObject
        {
            ["name"] = name,
            ["file"] = file,
            ["mvid"] = reader.GetGuid(reader.GetModuleDefinition().Mvid),
            ["content"] = ModuleContent.Hash(image),
        };
    }
}
