using Mlops.Dsl.Build.Metadata;

namespace Mlops.Dsl.Build.Tests.Harness;

/// <summary>The assemblies of a program, the pipeline's own last.</summary>
public sealed record CompiledProgram(IReadOnlyList<CompiledProject> Projects)
{
    internal static readonly string Product = typeof(StageAttribute).Assembly.Location;

    /// <summary>The modules that the tool would load.</summary>
    public ModuleSet Load()
    {
        var walked = Projects
            .Where(project => project.Role != Role.Package)
            .Select(project => new WalkedModule(project.Image, project.FileName))
            .ToList();
        var modules = new ModuleSet(walked[^1]);
        walked.ForEach(modules.Add);
        foreach (var package in Projects.Where(project => project.Role == Role.Package))
        {
            modules.Add(PackageModule.Read(new MemoryStream(package.Image), package.FileName));
        }

        using var product = File.OpenRead(Product);
        modules.Add(PackageModule.Read(product, Path.GetFileName(Product)));
        foreach (var name in FrameworkPack.Names)
        {
            modules.AddFramework(name);
        }

        return modules;
    }
}

/// <summary>One compiled assembly of a program.</summary>
public sealed record CompiledProject(string Name, Role Role, byte[] Image)
{
    public string FileName => Name + ".dll";
}
