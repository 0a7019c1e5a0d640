using System.Xml.Linq;

namespace Mlops.Dsl.Mutants.Running;

/// <summary>
/// A copy of a built test program, and of the programs that its tests start, each beside the original, in which a library is replaced by
/// its mutants.
/// </summary>
internal sealed class TestProgram : IDisposable
{
    // As deep as the originals, because tests look for other programs of theirs from where they are.
    private readonly string _name = $"mutants-{Environment.ProcessId}";
    private readonly List<string> _folders = [];
    private readonly string _scratch = Directory.CreateTempSubdirectory("mlops-mutants-").FullName;

    /// <param name="root">The repository's root.</param>
    /// <param name="name">The test project's name.</param>
    /// <param name="library">The library's name.</param>
    /// <param name="image">The mutated library.</param>
    /// <exception cref="MutantsException">The test program is not built.</exception>
    public TestProgram(string root, string name, string library, byte[] image)
    {
        (Name, Library) = (name, library);
        var project = Path.Combine(root, "tests", name);
        if (!File.Exists(Path.Combine(project, Built, name + ".dll")))
        {
            throw new MutantsException($"'{name}' is not built: there is no '{Path.Combine(project, Built, name + ".dll")}'.");
        }

        foreach (
            var program in StartedBy(Path.Combine(project, name + ".csproj"))
                .Where(program => File.Exists(Path.Combine(program, Built, library + ".dll")))
                .Prepend(project)
        )
        {
            var folder = Path.Combine(program, "bin", "Release", _name);
            _folders.Add(folder);
            Copy(Path.Combine(program, Built), folder);
            File.WriteAllBytes(Path.Combine(folder, library + ".dll"), image);
        }
    }

    private static string Built => Path.Combine("bin", "Release", "net10.0");

    /// <summary>The test project's name.</summary>
    public string Name { get; }

    /// <summary>The mutated library's name.</summary>
    public string Library { get; }

    /// <summary>The test program to start.</summary>
    public string Assembly => Path.Combine(_folders[0], Name + ".dll");

    /// <summary>Makes a folder for one process.</summary>
    public string CreateScratch() => Directory.CreateDirectory(Path.Combine(_scratch, Path.GetRandomFileName())).FullName;

    public void Dispose()
    {
        _folders.ForEach(static folder => Directory.Delete(folder, recursive: true));
        Directory.Delete(_scratch, recursive: true);
    }

    /// <summary>The folders of the projects that a test project needs built and does not link.</summary>
    private static IEnumerable<string> StartedBy(string project) =>
        from reference in XDocument.Load(project).Descendants("ProjectReference")
        where (string?)reference.Attribute("ReferenceOutputAssembly") == "false"
        select Path.GetDirectoryName(
            Path.GetFullPath(Path.Combine(Path.GetDirectoryName(project)!, (string)reference.Attribute("Include")!))
        )!;

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.GetFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target, overwrite: true);
        }
    }
}
