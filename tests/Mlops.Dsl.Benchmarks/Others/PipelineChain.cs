using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using Mlops.Dsl.Benchmarks.Synthetic;

namespace Mlops.Dsl.Benchmarks.Others;

/// <summary>The chain as a pipeline, in a program of its own.</summary>
internal sealed class PipelineChain : IChain
{
    private readonly string _folder = Directory.CreateTempSubdirectory("mlops-others-").FullName;
    private readonly string _assembly;
    private readonly int _stages;
    private string _output = "";
    private int _setting;

    public PipelineChain(int stages)
    {
        _stages = stages;
        _assembly = SyntheticProgram.Build(stages);
    }

    public string Name => "Mlops.Dsl";

    /// <summary>The program: it loads the pipelines of an assembly and does what its arguments say.</summary>
    public static Task<int> RunProgramAsync(string assembly, string[] args)
    {
        RuntimeHelpers.RunModuleConstructor(Assembly.LoadFrom(assembly).ManifestModule.ModuleHandle);
        return PipelineApp.RunAsync(args);
    }

    public void Change(int setting) => _setting = setting;

    public void Run() =>
        _output = Command.Run(
            _folder,
            [
                "dotnet",
                "exec",
                Path.Combine(AppContext.BaseDirectory, "Mlops.Dsl.Benchmarks.dll"),
                "program",
                _assembly,
                "run",
                "--last",
                _setting.ToString(CultureInfo.InvariantCulture),
            ]
        );

    public void Verify(int setting)
    {
        var expected = FormattableString.Invariant($"1 executed, {_stages - 1:#,0} reused");
        if (
            !_output.Contains(expected, StringComparison.Ordinal)
            && !_output.Contains("nothing to do", StringComparison.Ordinal)
            && !_output.Contains($"{_stages:#,0} executed", StringComparison.Ordinal)
        )
        {
            throw new InvalidOperationException($"Not '{expected}': {_output}");
        }
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
