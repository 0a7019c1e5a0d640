using System.Diagnostics;

namespace Mlops.Dsl.Build.Tests.Harness;

/// <summary>Runs the tool as the build does: as a process of its own.</summary>
public static class BuildTool
{
    private static readonly string DotNet = Path.GetFullPath(
        Path.Combine(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "..", "..", "..", "dotnet")
    );

    public static (int ExitCode, string Output) Run(params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(DotNet, ["exec", Path.Combine(AppContext.BaseDirectory, "Mlops.Dsl.Build.dll"), .. arguments])
        {
            UseShellExecute = false,
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        };
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd() + errors.GetAwaiter().GetResult();
        process.WaitForExit();
        return (process.ExitCode, output);
    }

    /// <summary>Writes a response file for a program without references and runs the tool on it.</summary>
    public static (int ExitCode, string Output) RunOn(string assembly, TemporaryFolder folder, params IEnumerable<string> lines)
    {
        var response = folder.File("build.rsp");
        File.WriteAllLines(
            response,
            [
                "project=/src/My.csproj",
                "assembly=" + assembly,
                "output=" + folder.File("out"),
                "package=" + typeof(StageAttribute).Assembly.Location,
                "framework=System.Runtime",
                "framework=System.Linq",
                "framework=System.Console",
                "framework=System.Collections",
                .. lines,
            ]
        );
        return Run(response);
    }
}
