using System.Diagnostics;
using System.Globalization;

namespace Mlops.Dsl.Benchmarks.Whole;

/// <summary>
/// How much memory runs take whose artifacts are large, with a heap of 64 MiB: without that limit .NET takes what the machine has.
/// </summary>
internal static class MemoryFindings
{
    private const double Budget = 256;
    private const double Goal = 128;
    private const string PeakLabel = "peak: ";

    /// <summary>Files of 1 GiB each, values of 1 GiB together, a fan-out of 100,000 elements, a chain of 10,000 stages.</summary>
    public static IEnumerable<Finding> Run()
    {
        yield return Peak(
            "two file artifacts of 1 GiB, written and read by three stages, peak memory",
            "large-file",
            "--megabytes",
            "1024"
        );
        yield return Peak(
            "a fan-out's values of 1 GiB together, read by the next stage, peak memory",
            "large-fan-out",
            "--elements",
            "1024",
            "--bytes",
            "1048576"
        );
        yield return Peak("a fan-out of 100,000 elements, peak memory", "large-fan-out", "--elements", "100000", "--bytes", "1000");
        yield return Peak("a chain of 10,000 stages, peak memory", "chain");
    }

    private static Finding Peak(string what, params string[] arguments)
    {
        var program =
            AppContext.BaseDirectory.Replace("Mlops.Dsl.Benchmarks", "Mlops.Dsl.HeapChild", StringComparison.Ordinal)
            + "Mlops.Dsl.HeapChild.dll";
        var store = Directory.CreateTempSubdirectory("mlops-bench-").FullName;
        try
        {
            var start = new ProcessStartInfo("dotnet", ["exec", program, "run", .. arguments, "--store", store])
            {
                UseShellExecute = false,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            };
            start.Environment["DOTNET_GCHeapHardLimit"] = "0x4000000";
            var began = Stopwatch.GetTimestamp();
            using var process = Process.Start(start)!;
            var output = process.StandardOutput.ReadToEndAsync();
            var errors = process.StandardError.ReadToEnd();
            process.WaitForExit();
            _ = output.GetAwaiter().GetResult();
            var peak =
                process.ExitCode == 0
                    ? errors.Split('\n').First(static line => line.StartsWith(PeakLabel, StringComparison.Ordinal))
                    : throw new InvalidOperationException(errors);
            return new Finding(what, int.Parse(peak.Split(' ')[1], CultureInfo.InvariantCulture), "MiB", Budget, Goal)
            {
                Note = FormattableString.Invariant($"in {Stopwatch.GetElapsedTime(began).TotalSeconds:0.0} s"),
            };
        }
        finally
        {
            Directory.Delete(store, recursive: true);
        }
    }
}
