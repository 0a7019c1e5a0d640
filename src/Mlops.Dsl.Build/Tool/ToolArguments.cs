namespace Mlops.Dsl.Build.Tool;

/// <summary>What the build tells the tool, one <c>key=value</c> a line in a response file.</summary>
internal sealed class ToolArguments
{
    /// <summary>The compiled project.</summary>
    public string Assembly { get; private set; } = "";

    /// <summary>The project file, which errors point at.</summary>
    public string Project { get; private set; } = "";

    /// <summary>The folder to write to.</summary>
    public string Output { get; private set; } = "";

    /// <summary>Assemblies to walk.</summary>
    public List<string> Walked { get; } = [];

    /// <summary>Assemblies to walk that no reference names: where they are not part of the program, they can't run.</summary>
    public List<string> Unreferenced { get; } = [];

    /// <summary>Assemblies that count as a whole.</summary>
    public List<string> Packages { get; } = [];

    /// <summary>Names of the framework's assemblies.</summary>
    public List<string> Framework { get; } = [];

    /// <summary>Runtime settings, each <c>name=value</c>.</summary>
    public List<string> Settings { get; } = [];

    /// <summary>The file whose settings the build merges into the program's runtimeconfig.json; empty where there is none.</summary>
    public string Template { get; private set; } = "";

    /// <summary>The native libraries that packages bring.</summary>
    public List<string> NativeLibraries { get; } = [];

    /// <summary>Reads a response file.</summary>
    /// <exception cref="ToolException">A line is not understood, or a required one is missing.</exception>
    public static ToolArguments Read(string path)
    {
        var arguments = new ToolArguments();
        foreach (var line in File.ReadLines(path).Where(line => line.Length > 0))
        {
            var split = line.IndexOf('=', StringComparison.Ordinal);
            arguments.Set(split < 0 ? line : line[..split], split < 0 ? "" : line[(split + 1)..]);
        }

        return arguments.Assembly.Length > 0 && arguments.Output.Length > 0
            ? arguments
            : throw new ToolException($"The response file {path} must name an assembly and an output folder.");
    }

    private void Set(string key, string value)
    {
        switch (key)
        {
            case "assembly":
                Assembly = value;
                break;
            case "project":
                Project = value;
                break;
            case "output":
                Output = value;
                break;
            case "walk":
                Walked.Add(value);
                break;
            case "unreferenced":
                Unreferenced.Add(value);
                break;
            case "template":
                Template = value;
                break;
            case "package":
                Packages.Add(value);
                break;
            case "setting":
                Settings.Add(value);
                break;
            case "native":
                NativeLibraries.Add(value);
                break;
            case "framework":
                Framework.Add(value);
                break;
            default:
                throw new ToolException($"The response file has a line '{key}=', which this version of the tool does not know.");
        }
    }
}
