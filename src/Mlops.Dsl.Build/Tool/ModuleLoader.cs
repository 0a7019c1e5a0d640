using Mlops.Dsl.Build.Metadata;

namespace Mlops.Dsl.Build.Tool;

/// <summary>Loads the modules that the build names from disk.</summary>
internal static class ModuleLoader
{
    public static ModuleSet Load(ToolArguments arguments)
    {
        var modules = new ModuleSet(Open(arguments.Assembly, LoadWalked));
        foreach (var path in arguments.Walked.Concat(arguments.Unreferenced))
        {
            modules.Add(Open(path, LoadWalked));
        }

        foreach (var path in arguments.Packages)
        {
            if (Open(path, TryLoadPackage) is { } package)
            {
                modules.Add(package);
            }
        }

        foreach (var name in arguments.Framework)
        {
            modules.AddFramework(name);
        }

        foreach (var setting in arguments.Settings.Select(setting => setting.Split('=', 2)))
        {
            modules.Settings[setting[0]] = setting.ElementAtOrDefault(1) ?? "";
        }

        foreach (var (name, value) in RuntimeTemplate.Read(arguments.Template))
        {
            modules.Settings[$"{name} in {Path.GetFileName(arguments.Template)}"] = value;
        }

        modules.NativeLibraries.UnionWith(arguments.NativeLibraries);
        return modules;
    }

    private static WalkedModule LoadWalked(string path) => new(File.ReadAllBytes(path), Path.GetFileName(path));

    /// <summary>A native library among a package's files is no assembly, and only P/Invoke reaches it.</summary>
    private static PackageModule? TryLoadPackage(string path)
    {
        using var stream = File.OpenRead(path);
        try
        {
            return PackageModule.Read(stream, Path.GetFileName(path));
        }
        catch (Exception exception) when (exception is BadImageFormatException or InvalidModuleException)
        {
            return null;
        }
    }

    private static T Open<T>(string path, Func<string, T> load)
    {
        try
        {
            return load(path);
        }
        catch (Exception exception)
            when (exception is IOException or UnauthorizedAccessException or BadImageFormatException or InvalidModuleException)
        {
            throw new ToolException($"The assembly {path} can't be read: {exception.Message}", exception);
        }
    }
}
