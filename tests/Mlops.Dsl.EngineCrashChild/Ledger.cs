using System.Text;
using Mlops.Dsl.Engine;
using Mlops.Dsl.Execution;
using Mlops.Dsl.Storage;

namespace Mlops.Dsl.EngineCrashChild;

/// <summary>
/// Writes down, outside the store, what was called and what the engine said is kept. One line is one system call, so a kill leaves whole
/// lines.
/// </summary>
internal sealed class Ledger(string path) : IRunObserver, IDisposable
{
    private readonly FileStream _file = new(
        path,
        new FileStreamOptions
        {
            Mode = FileMode.Append,
            Access = FileAccess.Write,
            Share = FileShare.ReadWrite,
            BufferSize = 0,
        }
    );
    private readonly Lock _gate = new();

    public void Called(string what) => Write($"called {what}");

    public void RunStarted(RunInfo run) => Write($"run {run.RunId}");

    public void StageFinished(StageReport report)
    {
        if (report.Outcome == StageOutcome.Executed)
        {
            Write($"kept {report.Stage.Name}");
        }
    }

    public void RunFinished(RunReport report) => Write($"finished {report.Status}");

    public void Dispose() => _file.Dispose();

    private void Write(string line)
    {
        lock (_gate)
        {
            _file.Write(Encoding.UTF8.GetBytes(line + "\n"));
        }
    }
}
