namespace Mlops.Dsl.Build.Metadata;

/// <summary>Everything that a pipeline program is made of, apart from the framework.</summary>
public sealed class ModuleSet : IDisposable
{
    private readonly Dictionary<string, WalkedModule> _walked = new(StringComparer.OrdinalIgnoreCase);
    private WalkedModule[]? _sorted;
    private readonly Dictionary<string, PackageModule> _packages = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _framework = new(
        ["mscorlib", "netstandard", "System.Private.CoreLib"],
        StringComparer.OrdinalIgnoreCase
    );

    /// <summary>Creates the set around the module that declares the pipelines.</summary>
    public ModuleSet(WalkedModule main)
    {
        ArgumentNullException.ThrowIfNull(main);
        Main = main;
        Add(main);
    }

    /// <summary>The module that declares the pipelines.</summary>
    public WalkedModule Main { get; }

    /// <summary>The modules whose IL is walked, by name.</summary>
    public IReadOnlyList<WalkedModule> Walked => _sorted ??= [.. _walked.Values.OrderBy(module => module.Name, StringComparer.Ordinal)];

    /// <summary>The assemblies that count as a whole, by name.</summary>
    public IEnumerable<PackageModule> Packages => _packages.Values.OrderBy(module => module.Name, StringComparer.Ordinal);

    /// <summary>Adds a module to walk.</summary>
    public void Add(WalkedModule module)
    {
        ArgumentNullException.ThrowIfNull(module);
        _walked.TryAdd(module.Name, module);
        _sorted = null;
    }

    /// <summary>Adds an assembly that counts as a whole.</summary>
    public void Add(PackageModule module)
    {
        ArgumentNullException.ThrowIfNull(module);
        _packages.TryAdd(module.Name, module);
    }

    /// <summary>Names an assembly of the framework. Its version is the runtime's, which is in the cache key on its own.</summary>
    public void AddFramework(string assemblyName) => _framework.Add(assemblyName);

    /// <summary>The runtime settings that the program is built with, such as invariant globalization.</summary>
    public SortedDictionary<string, string> Settings { get; } = new(StringComparer.Ordinal);

    /// <summary>Names the native libraries that packages bring: package, version and file.</summary>
    public SortedSet<string> NativeLibraries { get; } = new(StringComparer.Ordinal);

    internal WalkedModule? FindWalked(string assemblyName) => _walked.GetValueOrDefault(assemblyName);

    internal PackageModule? FindPackage(string assemblyName) => _packages.GetValueOrDefault(assemblyName);

    internal bool IsFramework(string assemblyName) => _framework.Contains(assemblyName);

    /// <inheritdoc />
    public void Dispose()
    {
        foreach (var module in _walked.Values)
        {
            module.Dispose();
        }
    }
}
