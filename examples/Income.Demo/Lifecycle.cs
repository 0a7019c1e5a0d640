using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace Income.Demo;

/// <summary>
/// The whole life of a model in one go: trained, approved, served, watched, found to be out of date, trained again and exchanged while it
/// serves.
/// </summary>
/// <param name="program">The example's program, Income.dll.</param>
/// <param name="folder">The folder with the data, in which the program runs. What is learned stays in its store, so that a second time
/// little is left to do.</param>
internal sealed class Lifecycle(string program, string folder)
{
    private const int UsualRequests = 8_000;
    private const int DriftedRequests = 2_000;

    private readonly IncomeProgram _income = new(program, folder);
    private readonly Story _story = new();
    private readonly List<Applicant> _labelled = [];

    /// <summary>Lives it.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> RunAsync()
    {
        PrepareData();
        await _story.TellAsync("train", async () => LastLine(await _income.RunAsync(0, "run", "income")));
        await _story.TellAsync("approve", ApproveCandidateAsync);

        using var server = _income.Start("serve", "--port", "0");
        try
        {
            using var http = new HttpClient { BaseAddress = await FindAddressAsync(server) };
            var traffic = new Traffic(new IncomeService.Client(http));
            var beginning = DateTimeOffset.UtcNow;
            await _story.TellAsync(
                "serve",
                () => traffic.SendAsync(new CensusSample(seed: 2).Take(1_000_000, UsualRequests), UsualRequests)
            );
            var between = DateTimeOffset.UtcNow;
            await _story.TellAsync("watch", () => WatchAsync(beginning, between));
            await _story.TellAsync(
                "serve, drifted",
                async () =>
                {
                    _labelled.AddRange(new CensusSample(seed: 3, hasDrifted: true).Take(2_000_000, DriftedRequests));
                    return await traffic.SendAsync(_labelled, DriftedRequests);
                }
            );
            await _story.TellAsync(
                "labels",
                async () =>
                {
                    WriteData("census-2.csv", _labelled);
                    return await traffic.LabelAsync();
                }
            );
            await _story.TellAsync("watch", () => WatchAsync(between, DateTimeOffset.UtcNow));
            await _story.TellAsync("notice", () => Task.FromResult(LastNotice()));
            await _story.TellAsync("retrain", async () => (await FindCandidateAsync()).Description);
            await _story.TellAsync("approve", ApproveCandidateAsync);
            await _story.TellAsync("swap", () => traffic.WaitForVersionAsync(_version, _labelled[0]));
        }
        finally
        {
            await StopAsync(server);
        }

        _story.Print();
        return 0;
    }

    private int _version;

    private void PrepareData()
    {
        Directory.CreateDirectory(Path.Combine(folder, "data"));
        foreach (var file in Directory.GetFiles(Path.Combine(folder, "data"), "*.csv"))
        {
            File.Delete(file);
        }

        WriteData("census-1.csv", new CensusSample(seed: 1994).Take(1, 6_000));
    }

    private void WriteData(string name, IEnumerable<Applicant> people)
    {
        using var writer = new StreamWriter(Path.Combine(folder, "data", name));
        CensusSample.Write(writer, people);
    }

    private async Task<string> ApproveCandidateAsync()
    {
        var (version, _) = await FindCandidateAsync();
        var number = version.ToString(CultureInfo.InvariantCulture);
        await _income.RunAsync(0, "model", "approve", "income", number, "--as", "ada", "--comment", "The intervals are narrow enough");
        await _income.RunAsync(0, "model", "approve", "income", number, "--as", "grace");
        await _income.RunAsync(0, "model", "alias", "income", "champion", number, "--as", "ada");
        _version = version;
        return $"two people approved version {number}; it is champion now";
    }

    private async Task<(int Version, string Description)> FindCandidateAsync()
    {
        using var models = JsonDocument.Parse(await _income.RunAsync(0, "model", "list", "income", "--json"));
        var candidate = models
            .RootElement.EnumerateArray()
            .First(static model => model.GetProperty("aliases").EnumerateArray().Any(static alias => alias.ValueEquals("candidate")));
        var version = candidate.GetProperty("version").GetInt32();
        return (
            version,
            string.Create(
                CultureInfo.InvariantCulture,
                $"version {version} is candidate; {candidate.GetProperty("missingApprovals").GetInt32()} approvals are missing"
            )
        );
    }

    private async Task<string> WatchAsync(DateTimeOffset from, DateTimeOffset to)
    {
        string[] arguments = ["run", "income-watch", "--from", Text(from), "--to", Text(to)];
        using var process = _income.Start(arguments);
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();

        // 3 says that a gate refused: the applicants have drifted.
        return process.ExitCode is 0 or 3
            ? LastLine(output)
            : throw new InvalidOperationException(
                $"'{string.Join(' ', arguments)}' ended with {process.ExitCode}:\n{output}{await process.StandardError.ReadToEndAsync()}"
            );
    }

    private string LastNotice()
    {
        var file =
            new DirectoryInfo(Path.Combine(folder, "notices")).GetFiles().MaxBy(static file => file.LastWriteTimeUtc)
            ?? throw new InvalidOperationException("No notice was delivered.");
        using var notice = JsonDocument.Parse(File.ReadLines(file.FullName).Last());
        return notice.RootElement.GetProperty("subject").GetString()!;
    }

    private static async Task<Uri> FindAddressAsync(Process server)
    {
        while (await server.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.IndexOf("http://", StringComparison.Ordinal) is >= 0 and var at)
            {
                _ = server.StandardOutput.ReadToEndAsync();
                return new Uri(line[at..].Split(' ', ',')[0]);
            }
        }

        throw new InvalidOperationException($"The service did not start: {await server.StandardError.ReadToEndAsync()}");
    }

    private static async Task StopAsync(Process server)
    {
        if (!server.HasExited)
        {
            using var kill = Process.Start("kill", ["-TERM", server.Id.ToString(CultureInfo.InvariantCulture)]);
            await server.WaitForExitAsync();
        }
    }

    private static string Text(DateTimeOffset time) => time.ToString("yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'", CultureInfo.InvariantCulture);

    private static string LastLine(string output) =>
        output
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Last(static line => line.Contains("reused", StringComparison.Ordinal) || line.Contains("executed", StringComparison.Ordinal))
            .Split(" (run ")[0];
}
