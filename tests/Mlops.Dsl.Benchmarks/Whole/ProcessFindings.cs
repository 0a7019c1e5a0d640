using System.Diagnostics;

namespace Mlops.Dsl.Benchmarks.Whole;

/// <summary>What a person waits for: whole processes.</summary>
internal static class ProcessFindings
{
    /// <summary>The demo, run again with nothing to do, beside a .NET program that does nothing.</summary>
    public static Finding NoOpDemo()
    {
        var program = Path.Combine(Checkout.Root, "examples", "ApiDocs", "bin", "Release", "net10.0", "ApiDocs.dll");
        var store = Directory.CreateTempSubdirectory("mlops-bench-").FullName;
        try
        {
            Execute("dotnet", "exec", program, "run", "--store", store);
            var (rerun, nothing) = Measure.Medians(
                11,
                () => Execute("dotnet", "exec", program, "run", "--store", store),
                () => Execute("dotnet", "exec", Path.Combine(AppContext.BaseDirectory, "Mlops.Dsl.Benchmarks.dll"), "nothing")
            );
            return new Finding(
                "no-op rerun of the demo, whole process",
                rerun.TotalMilliseconds,
                "ms",
                Budget: 300,
                Goal: 150,
                ("a .NET program that returns at once", nothing.TotalMilliseconds)
            );
        }
        finally
        {
            Directory.Delete(store, recursive: true);
        }
    }

    /// <summary>Hashing a file in the page cache, beside the command that people would use.</summary>
    public static IEnumerable<Finding> Hashing(Func<string, string> hash)
    {
        const long size = 1L << 30;
        var file = Path.GetTempFileName();
        try
        {
            Fill(file, size);
            var (ours, openssl) = Measure.Medians(5, () => hash(file), () => Execute("openssl", "dgst", "-sha256", file));
            var coreutils = Measure.Median(3, () => Execute("sha256sum", file));
            yield return new Finding(
                "hash a file of 1 GiB in the page cache",
                size / 1e9 / ours.TotalSeconds,
                "GB/s",
                Budget: 0.9 * size / 1e9 / openssl.TotalSeconds,
                Goal: size / 1e9 / openssl.TotalSeconds,
                ("openssl dgst -sha256", size / 1e9 / openssl.TotalSeconds)
            )
            {
                HigherIsBetter = true,
                Note = FormattableString.Invariant($"sha256sum: {size / 1e9 / coreutils.TotalSeconds:0.00} GB/s"),
            };
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static void Fill(string file, long size)
    {
        var block = new byte[1 << 20];
        new Random(1).NextBytes(block);
        using var stream = File.Create(file);
        for (var written = 0L; written < size; written += block.Length)
        {
            stream.Write(block);
        }
    }

    private static void Execute(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { UseShellExecute = false, RedirectStandardOutput = true };
        using var process = Process.Start(start)!;
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"'{program} {string.Join(' ', arguments)}' ended with {process.ExitCode}.");
        }
    }
}
