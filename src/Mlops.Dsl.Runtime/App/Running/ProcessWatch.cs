using Mlops.Dsl.Engine;

namespace Mlops.Dsl.Runtime.App.Running;

/// <summary>
/// Holds up the end of the process while a run goes on, until the run is recorded as failed and said to be: <see cref="Environment.Exit"/>
/// in a stage, or an exception that nothing catches on a thread that a stage started. Without, the exit code would be the stage's, and the
/// run would look as if the machine had failed.
/// </summary>
internal sealed class ProcessWatch : IDisposable
{
    private readonly Interruption _interruption;
    private int _code = ExitCode.Failure;
    private readonly TaskCompletionSource _settled = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Watches until it is disposed, which must be when the run has been told about.</summary>
    public ProcessWatch(Interruption interruption)
    {
        _interruption = interruption;
        AppDomain.CurrentDomain.ProcessExit += OnExit;
        AppDomain.CurrentDomain.UnhandledException += OnUnhandledException;
    }

    /// <summary>Has a process that is being ended take the code of the run; until then it is that of a failure.</summary>
    public void ExitWith(int code) => _code = code;

    /// <summary>What the run is told.</summary>
    public ProcessEnd End { get; } = new();

    public void Dispose()
    {
        AppDomain.CurrentDomain.ProcessExit -= OnExit;
        AppDomain.CurrentDomain.UnhandledException -= OnUnhandledException;
        _settled.TrySetResult();
        End.Dispose();
    }

    private void OnExit(object? sender, EventArgs arguments)
    {
        // A signal that was not taken ends the process by its own rules.
        if (!_interruption.IsLeftToSystem)
        {
            Settle("Environment.Exit was called", exception: null);
        }
    }

    private void OnUnhandledException(object sender, UnhandledExceptionEventArgs arguments)
    {
        var exception = arguments.ExceptionObject as Exception;
        Settle($"a thread threw {exception?.GetType().Name}, which nothing caught: {exception?.Message}", exception);

        // The runtime would print the exception as it is, secrets included, and abort.
        Environment.Exit(_code == ExitCode.Success ? ExitCode.Failure : _code);
    }

    private void Settle(string cause, Exception? exception)
    {
        End.Announce(cause, exception);
        _settled.Task.Wait();
        Environment.ExitCode = _code;
    }
}
