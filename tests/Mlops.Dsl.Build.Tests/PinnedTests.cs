using System.IO.Compression;
using System.Text;
using Microsoft.CodeAnalysis;
using Mlops.Dsl.Build.Metadata;
using Mlops.Dsl.Build.Tests.Harness;
using Mlops.Dsl.Build.Walking;

namespace Mlops.Dsl.Build.Tests;

/// <summary>
/// The bytes that are hashed are kept by every store: where they change unawares, all stages of all programs run again after an update,
/// or, worse, what was told apart no longer is. So the hashes of one program, which is kept compiled, are pinned.
/// </summary>
/// <remarks>
/// <c>Pinned/program.txt</c> is the program, <c>Pinned/images.txt</c> what the compiler made of it, <c>Pinned/fingerprints.txt</c> what
/// is expected. Where a change is meant, raise the format in <see cref="Fingerprinter"/> and run <see cref="Pin"/>.
/// </remarks>
public sealed class PinnedTests
{
    private const int Width = 120;

    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Pinned");

    [Fact]
    public void What_is_hashed_of_a_program_stays_what_it_was()
    {
        var expected = File.ReadAllLines(Path.Combine(Folder, "fingerprints.txt"));

        Assert.Equal(expected, Describe(Read(File.ReadAllLines(Path.Combine(Folder, "images.txt")))));
    }

    /// <summary>Writes down anew what is expected, into the folder that <c>MLOPS_PINNED</c> names.</summary>
    [Fact(Explicit = true)]
    public void Pin()
    {
        var folder = Environment.GetEnvironmentVariable("MLOPS_PINNED") ?? Folder;
        var source = File.ReadAllText(Path.Combine(folder, "program.txt"));
        var program = CorpusCompiler.Build(CorpusProgram.Parse(source), OptimizationLevel.Release);
        var images = Path.Combine(folder, "images.txt");
        File.WriteAllLines(images, program.Projects.SelectMany(Lines));
        File.WriteAllLines(Path.Combine(folder, "fingerprints.txt"), Describe(Read(File.ReadAllLines(images))));
    }

    private static List<string> Describe(CompiledProgram program)
    {
        using var modules = program.Load();
        modules.Settings["System.Globalization.Invariant"] = "true";
        modules.NativeLibraries.Add("Pkg 1.0.0 pinned.so");
        var stages = Fingerprinter.Compute(modules).SelectMany(pipeline => pipeline.Stages).ToList();
        return
        [
            .. stages.Select(stage => $"{stage.Name} {stage.Fingerprint} {stage.Symbols.Count} {string.Join(',', stage.Parameters)}"),
            .. stages
                .SelectMany(stage => stage.Symbols)
                .Select(symbol => $"{symbol.Hash[..16]} {symbol.Symbol}")
                .Distinct(StringComparer.Ordinal)
                .Order(StringComparer.Ordinal),
            .. stages.SelectMany(stage => stage.Packages).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal),
            .. stages.SelectMany(stage => stage.Warnings).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal),
        ];
    }

    private static IEnumerable<string> Lines(CompiledProject project)
    {
        using var packed = new MemoryStream();
        using (var deflate = new DeflateStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            deflate.Write(project.Image);
        }

        var text = Convert.ToBase64String(packed.ToArray());
        return text.Chunk(Width).Select(line => new string(line)).Prepend($"@{project.Role} {project.Name}");
    }

    private static CompiledProgram Read(IEnumerable<string> lines)
    {
        var projects = new List<(string[] Header, StringBuilder Text)>();
        foreach (var line in lines)
        {
            if (line.StartsWith('@'))
            {
                projects.Add((line[1..].Split(' '), new()));
            }
            else
            {
                projects[^1].Text.Append(line);
            }
        }

        return new([
            .. projects.Select(project => new CompiledProject(project.Header[1], Enum.Parse<Role>(project.Header[0]), Image(project.Text))),
        ]);
    }

    private static byte[] Image(StringBuilder text)
    {
        using var packed = new MemoryStream(Convert.FromBase64String(text.ToString()));
        using var deflate = new DeflateStream(packed, CompressionMode.Decompress);
        using var image = new MemoryStream();
        deflate.CopyTo(image);
        return image.ToArray();
    }
}
