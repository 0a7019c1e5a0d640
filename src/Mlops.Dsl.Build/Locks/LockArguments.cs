using Mlops.Dsl.Build.Tool;

namespace Mlops.Dsl.Build.Locks;

/// <summary>What the build tells the tool where it is to write locks, one <c>key=value</c> a line in a response file.</summary>
internal sealed class LockArguments
{
    /// <summary>The project file, which errors point at.</summary>
    public string Project { get; private set; } = "";

    /// <summary>The folder for locks that do not exist yet.</summary>
    public string Folder { get; private set; } = "";

    /// <summary>The manifests of the pipelines.</summary>
    public List<string> Manifests { get; } = [];

    /// <summary>The locks that exist.</summary>
    public List<string> Locks { get; } = [];

    /// <summary>Whether the outputs of stages are part of the contract.</summary>
    public bool WithStages { get; private set; }

    /// <summary>Reads a response file.</summary>
    /// <exception cref="ToolException">A line is not understood, or the folder is missing.</exception>
    public static LockArguments Read(string path)
    {
        var arguments = new LockArguments();
        foreach (var line in File.ReadLines(path).Where(line => line.Length > 0))
        {
            var split = line.IndexOf('=', StringComparison.Ordinal);
            arguments.Set(split < 0 ? line : line[..split], split < 0 ? "" : line[(split + 1)..]);
        }

        return arguments.Folder.Length > 0
            ? arguments
            : throw new ToolException($"The response file {path} must name a folder for the locks.");
    }

    private void Set(string key, string value)
    {
        switch (key)
        {
            case "project":
                Project = value;
                break;
            case "folder":
                Folder = value;
                break;
            case "manifest":
                Manifests.Add(value);
                break;
            case "lock":
                Locks.Add(value);
                break;
            case "stages":
                WithStages = string.Equals(value.Trim(), "true", StringComparison.OrdinalIgnoreCase);
                break;
            default:
                throw new ToolException($"The response file has a line '{key}=', which this version of the tool does not know.");
        }
    }
}
