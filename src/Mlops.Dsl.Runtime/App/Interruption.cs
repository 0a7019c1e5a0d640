using System.Runtime.InteropServices;

namespace Mlops.Dsl.Runtime.App;

/// <summary>
/// Ctrl-C and SIGTERM: the first asks what goes on to stop, so that a run can be resumed; the second abandons the stages that don't stop,
/// where there are any; the next is left to the system, which ends the process.
/// </summary>
internal sealed class Interruption : IDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly CancellationTokenSource _abandon = new();
    private readonly List<PosixSignalRegistration> _registrations = [];
    private int _count;

    /// <summary>Cancelled by the first signal.</summary>
    public CancellationToken Stop => _stop.Token;

    /// <summary>Cancelled by the second signal.</summary>
    public CancellationToken Abandon => _abandon.Token;

    /// <summary>Whether something listens to <see cref="Abandon"/>; otherwise the second signal ends the process.</summary>
    public bool CanAbandon { get; set; }

    /// <summary>Whether a signal came that was not taken, so that the process is ending because of it.</summary>
    public bool IsLeftToSystem { get; private set; }

    /// <summary>Called on a signal, with how many there have been; from a thread of its own.</summary>
    public Action<int>? Signalled { get; set; }

    /// <summary>Listens to this process's signals until <see cref="StopListening"/>.</summary>
    public static Interruption OfProcess()
    {
        var interruption = new Interruption();
        foreach (var signal in (ReadOnlySpan<PosixSignal>)[PosixSignal.SIGINT, PosixSignal.SIGTERM])
        {
            interruption._registrations.Add(PosixSignalRegistration.Create(signal, interruption.Handle));
        }

        return interruption;
    }

    /// <summary>Counts a signal and acts on it.</summary>
    /// <returns>Whether the signal was taken; otherwise the process should end.</returns>
    public bool Signal()
    {
        var count = Interlocked.Increment(ref _count);
        Signalled?.Invoke(count);
        switch (count)
        {
            case 1:
                _stop.Cancel();
                return true;
            case 2 when CanAbandon:
                _abandon.Cancel();
                return true;
            default:
                IsLeftToSystem = true;
                return false;
        }
    }

    /// <summary>Leaves signals to whatever the program does next.</summary>
    public void StopListening()
    {
        foreach (var registration in _registrations)
        {
            registration.Dispose();
        }

        _registrations.Clear();
    }

    /// <inheritdoc />
    public void Dispose()
    {
        StopListening();
        _stop.Dispose();
        _abandon.Dispose();
    }

    private void Handle(PosixSignalContext context) => context.Cancel = Signal();
}
