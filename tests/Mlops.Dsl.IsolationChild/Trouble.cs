using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

// What stages must not do is what this program is for.
#pragma warning disable MLP3001, MLP3007, MLP3008, MLP4009

namespace Mlops.Dsl.IsolationChild;

/// <summary>Does what <see cref="Misbehaviour"/> says.</summary>
internal static class Trouble
{
    private const int Step = 16 * 1024 * 1024;

    /// <summary>Does it.</summary>
    /// <param name="kind">What.</param>
    /// <param name="noteFile">Is told the ids of this process and of the one that it leaves behind.</param>
    public static unsafe void Make(Misbehaviour kind, string noteFile)
    {
        switch (kind)
        {
            case Misbehaviour.Hoard:
                Ignore(noteFile);
                while (true)
                {
                    NativeMemory.Fill(NativeMemory.AllocZeroed(Step), Step, 1);
                    Thread.Sleep(5);
                }

            case Misbehaviour.Hang:
                Ignore(noteFile);
                Thread.Sleep(Timeout.Infinite);
                break;
            case Misbehaviour.Exit:
                Environment.Exit(0);
                break;
            case Misbehaviour.Abort:
                Environment.FailFast("the stage gave up");
                break;
            case Misbehaviour.Throw:
                throw new InvalidOperationException("It does not work.");
            case Misbehaviour.Heap:
                var kept = new List<byte[]>();
                while (true)
                {
                    kept.Add(GC.AllocateUninitializedArray<byte>(Step));
                }

            default:
                break;
        }
    }

    private static void Ignore(string noteFile)
    {
        // Not disposed: it holds for the life of the process.
        _ = PosixSignalRegistration.Create(PosixSignal.SIGTERM, static signal => signal.Cancel = true);
        var left = Process.Start("sleep", "1000");
        File.WriteAllText(noteFile, string.Create(CultureInfo.InvariantCulture, $"{Environment.ProcessId} {left.Id}"));
    }
}
