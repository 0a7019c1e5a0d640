using System.Globalization;

namespace Mlops.Dsl.Benchmarks.Others;

/// <summary>A chain of steps in a folder, as another tool runs it.</summary>
internal sealed class ToolChain : IChain
{
    private readonly OtherTool _tool;
    private readonly string _folder;
    private readonly int _steps;

    public ToolChain(OtherTool tool, int steps)
    {
        _tool = tool;
        _steps = steps;
        _folder = Directory.CreateTempSubdirectory("mlops-others-").FullName;
        Directory.CreateDirectory(Path.Combine(_folder, "out"));
        File.WriteAllText(Path.Combine(_folder, tool.FileName), tool.Describe(steps));
    }

    public string Name => _tool.Name;

    public void Change(int setting) =>
        File.WriteAllText(Path.Combine(_folder, "setting.txt"), setting.ToString(CultureInfo.InvariantCulture));

    public void Run() => Command.Run(_folder, _tool.Run);

    public void Verify(int setting)
    {
        var last = File.ReadAllText(Path.Combine(_folder, "out", (_steps - 1).ToString(CultureInfo.InvariantCulture)));
        if (!last.EndsWith(setting.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal))
        {
            throw new InvalidOperationException($"{Name} left '{last}' where the setting is {setting}.");
        }
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
