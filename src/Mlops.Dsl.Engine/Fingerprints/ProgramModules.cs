using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Runtime.Loader;

namespace Mlops.Dsl.Engine;

/// <summary>Finds the modules that a pipeline runs.</summary>
/// <param name="main">The assembly that declares the pipeline.</param>
/// <param name="folder">Where the build put its files.</param>
internal sealed class ProgramModules(Assembly main, string folder)
{
    private readonly AssemblyLoadContext _context = AssemblyLoadContext.GetLoadContext(main) ?? AssemblyLoadContext.Default;

    /// <summary>The name of the assembly that declares the pipeline.</summary>
    public string MainName { get; } = main.GetName().Name!;

    /// <summary>
    /// The version id and the bytes of what runs under a name: of what the loader gives the pipeline, wherever that lies; of a
    /// file beside the program where the loader knows none, since code may load it by its path. Null where there is neither; no
    /// bytes where the module is loaded from memory.
    /// </summary>
    public FoundModule? FindCode(string name, string file)
    {
        if ((name == MainName ? main : TryLoad(name)) is { } assembly)
        {
            return new FoundModule(assembly.ManifestModule.ModuleVersionId, ImageOf(assembly, file));
        }

        var path = Path.Combine(folder, file);
        if (!File.Exists(path))
        {
            return null;
        }

        var image = File.ReadAllBytes(path);
        return new FoundModule(ReadId(new MemoryStream(image)), image);
    }

    /// <summary>
    /// The version id of a module; null where it is not part of the program. Nothing is loaded that has a file beside the
    /// program.
    /// </summary>
    public Guid? FindId(string name, string file)
    {
        var path = Path.Combine(folder, file);
        return File.Exists(path) ? ReadId(File.OpenRead(path)) : TryLoad(name)?.ManifestModule.ModuleVersionId;
    }

    private static Guid ReadId(Stream file)
    {
        using var image = new PEReader(file);
        var metadata = image.GetMetadataReader();
        return metadata.GetGuid(metadata.GetModuleDefinition().Mvid);
    }

    [UnconditionalSuppressMessage(
        "SingleFile",
        "IL3000",
        Justification = "In a single-file program the location is empty, and the bundle is looked into."
    )]
    private static byte[]? ImageOf(Assembly assembly, string file) =>
        assembly.Location is { Length: > 0 } path ? File.ReadAllBytes(path) : SingleFileBundle.OfProcess?.Read(file);

    private Assembly? TryLoad(string name)
    {
        try
        {
            return _context.LoadFromAssemblyName(new AssemblyName(name));
        }
        catch (Exception exception) when (exception is IOException or BadImageFormatException)
        {
            return null;
        }
    }
}

/// <summary>A module that is part of the program.</summary>
/// <param name="Id">Its module version id.</param>
/// <param name="Image">The bytes of its file; null where it is loaded from memory.</param>
internal sealed record FoundModule(Guid Id, byte[]? Image);
