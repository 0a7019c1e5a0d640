using System.Reflection;
using System.Runtime.Loader;

namespace Mlops.Dsl.Build.Tests.Harness.Execution;

/// <summary>A program's assemblies, loaded beside those of other programs of the same names.</summary>
internal sealed class ProgramContext : AssemblyLoadContext
{
    private readonly Dictionary<string, CompiledProject> _projects;

    public ProgramContext(CompiledProgram program)
        : base("program", isCollectible: true)
    {
        _projects = program.Projects.ToDictionary(project => project.Name, StringComparer.OrdinalIgnoreCase);
        Main = LoadFromAssemblyName(new(program.Projects[^1].Name));
    }

    /// <summary>The assembly that declares the pipelines.</summary>
    public Assembly Main { get; }

    /// <summary>All types of the program, its packages included.</summary>
    public IEnumerable<Type> Types => _projects.Keys.SelectMany(name => LoadFromAssemblyName(new(name)).GetTypes());

    /// <summary>The services that the main method gave to the stand-in for the engine.</summary>
    public IServiceProvider? Services => (IServiceProvider?)StandIn?.GetProperty("Services")?.GetValue(null);

    private Type? StandIn => Types.FirstOrDefault(type => type.FullName == "Mlops.Dsl.PipelineApp");

    public bool Declares(Type type) => GetLoadContext(type.Assembly) == this;

    /// <summary>Has the program's stand-in for the engine, if there is one, run the stages where the main method would.</summary>
    public void ConnectEngine(Action run) => StandIn?.GetField("Engine")?.SetValue(null, run);

    public void RunSetUp()
    {
        object?[]? arguments = Main.EntryPoint?.GetParameters().Length > 0 ? [Array.Empty<string>()] : [];
        Main.EntryPoint?.Invoke(null, BindingFlags.DoNotWrapExceptions, binder: null, arguments, culture: null);
    }

    protected override Assembly? Load(AssemblyName assemblyName) =>
        _projects.TryGetValue(assemblyName.Name!, out var project) ? LoadFromStream(new MemoryStream(project.Image)) : null;
}
