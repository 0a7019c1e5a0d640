namespace Mlops.Dsl.Mutants.Running;

/// <summary>A copy of a built test program, beside it, in which a library is replaced by its mutants.</summary>
internal sealed class TestProgram : IDisposable
{
    private readonly string _folder;
    private readonly string _scratch = Directory.CreateTempSubdirectory("mlops-mutants-").FullName;

    /// <param name="root">The repository's root.</param>
    /// <param name="name">The test project's name.</param>
    /// <param name="library">The library's name.</param>
    /// <param name="image">The mutated library.</param>
    /// <exception cref="MutantsException">The test program is not built.</exception>
    public TestProgram(string root, string name, string library, byte[] image)
    {
        (Name, Library) = (name, library);
        var built = Path.Combine(root, "tests", name, "bin", "Release", "net10.0");
        if (!File.Exists(Path.Combine(built, name + ".dll")))
        {
            throw new MutantsException($"'{name}' is not built: there is no '{Path.Combine(built, name + ".dll")}'.");
        }

        // As deep as the original, because tests look for other programs of theirs from where they are.
        _folder = Path.Combine(root, "tests", name, "bin", "Release", $"mutants-{Environment.ProcessId}");
        Copy(built, _folder);
        File.WriteAllBytes(Path.Combine(_folder, library + ".dll"), image);
    }

    /// <summary>The test project's name.</summary>
    public string Name { get; }

    /// <summary>The mutated library's name.</summary>
    public string Library { get; }

    /// <summary>The test program to start.</summary>
    public string Assembly => Path.Combine(_folder, Name + ".dll");

    /// <summary>Makes a folder for one process.</summary>
    public string CreateScratch() => Directory.CreateDirectory(Path.Combine(_scratch, Path.GetRandomFileName())).FullName;

    public void Dispose()
    {
        Directory.Delete(_folder, recursive: true);
        Directory.Delete(_scratch, recursive: true);
    }

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
