using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text;

namespace Mlops.Dsl.Package.Tests;

/// <summary>A program that serves, at a port that it chose.</summary>
internal sealed class RunningService : IDisposable
{
    private readonly Process _process;
    private readonly HttpClient _http;
    private readonly StringBuilder _errors = new();

    /// <summary>Starts a program, or the library of one, and waits until it says where it listens.</summary>
    public RunningService(string folder, string program)
    {
        var isLibrary = program.EndsWith(".dll", StringComparison.Ordinal);
        string[] host = isLibrary ? ["exec", program] : [];
        var start = new ProcessStartInfo(isLibrary ? Command.DotnetProgram : program, [.. host, "serve", "--port", "0"])
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        _process = Process.Start(start)!;
        _process.ErrorDataReceived += (_, line) => _errors.AppendLine(line.Data);
        _process.BeginErrorReadLine();
        var output = new StringBuilder();
        while (_process.StandardOutput.ReadLine() is { } line)
        {
            output.AppendLine(line);
            if (line.IndexOf("http://", StringComparison.Ordinal) is >= 0 and var at)
            {
                _http = new HttpClient { BaseAddress = new Uri(line[at..].Split(' ', ',')[0]) };
                _ = _process.StandardOutput.ReadToEndAsync();
                return;
            }
        }

        _process.WaitForExit();
        throw new InvalidOperationException($"The service ended with {_process.ExitCode} instead of listening:\n{output}{_errors}");
    }

    /// <summary>Sends JSON and gives what was answered.</summary>
    /// <param name="path">The path, without the leading slash.</param>
    /// <param name="json">The body.</param>
    /// <param name="requestId">The request's id; null lets the service make one.</param>
    public async Task<(int Status, string Body)> PostAsync(string path, string json, string? requestId = null)
    {
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(json));
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(path, UriKind.Relative)) { Content = content };
        if (requestId is not null)
        {
            request.Headers.Add("X-Request-Id", requestId);
        }

        using var response = await _http.SendAsync(request, TestContext.Current.CancellationToken);
        return ((int)response.StatusCode, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    /// <summary>What is at a path.</summary>
    public Task<string> GetAsync(string path) =>
        _http.GetStringAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);

    /// <summary>Asks the service to end, as a service manager does.</summary>
    /// <returns>Its exit code.</returns>
    public int Stop()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "there is no SIGTERM");
        using var kill = Process.Start("kill", ["-TERM", _process.Id.ToString(CultureInfo.InvariantCulture)]);
        Assert.True(_process.WaitForExit(TimeSpan.FromSeconds(60)), "The service goes on after SIGTERM.");
        return _process.ExitCode;
    }

    /// <inheritdoc />
    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
            _process.WaitForExit();
        }

        _http.Dispose();
        _process.Dispose();
    }
}
