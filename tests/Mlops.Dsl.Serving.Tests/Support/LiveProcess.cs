using System.Diagnostics;
using Mlops.Dsl.Watching;

namespace Mlops.Dsl.Serving.Tests.Support;

/// <summary>The program that serves, watches and reviews by a fast clock, until it is killed.</summary>
internal sealed class LiveProcess : IDisposable
{
    private readonly Process _process;
    private readonly TaskCompletionSource<Uri?> _address = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Task<List<string>> _output;
    private readonly Task<string> _error;

    public LiveProcess(string store, string folder, DateTimeOffset origin, MailSettings? mail = null)
    {
        var start = ServeProcess.StartInfo(folder, "live", store, FormattableString.Invariant($"{origin:O}"));
        start.Environment[MailSettings.ServerVariable] = mail?.ToString();
        _process = Process.Start(start)!;
        _output = ReadAsync();
        _error = _process.StandardError.ReadToEndAsync();
    }

    /// <summary>Where it serves; null where it ended before.</summary>
    public Task<Uri?> Address => _address.Task;

    /// <summary>Ends the program at once: SIGKILL.</summary>
    /// <returns>What it told before.</returns>
    public async Task<List<string>> KillAsync()
    {
        if (_process.HasExited)
        {
            throw new InvalidOperationException($"The program ended by itself with code {_process.ExitCode}: {await _error}");
        }

        _process.Kill();
        await _process.WaitForExitAsync();
        return await _output;
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        _process.Dispose();
    }

    private async Task<List<string>> ReadAsync()
    {
        List<string> lines = [];
        while (await _process.StandardOutput.ReadLineAsync() is { } line)
        {
            lines.Add(line);
            if (line.StartsWith("serving ", StringComparison.Ordinal))
            {
                _address.TrySetResult(new Uri(line.Split(" on ")[1]));
            }
        }

        _address.TrySetResult(null);
        return lines;
    }
}
