using System.Reflection;
using System.Runtime.InteropServices;
using System.Text;
using Mlops.Dsl.Engine;
using Mlops.Dsl.Runtime.App.Output;

namespace Mlops.Dsl.Runtime.App.Isolation;

/// <summary>The hidden verb <c>stage-exec</c>: runs one stage for the process that started this one, and ends.</summary>
internal static class StageExec
{
    /// <summary>Whether this process was started to run one stage.</summary>
    public static bool IsAsked => Environment.GetEnvironmentVariable(ChildProgram.Marker) is not null;

    /// <summary>Runs the stage that the standard input describes.</summary>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(string[] args, PipelineAppOptions options)
    {
        // What the stage starts is no child of the run.
        Environment.SetEnvironmentVariable(ChildProgram.Marker, value: null);
        if (args is not [ChildProgram.Verb])
        {
            await Console.Error.WriteLineAsync(
                $"error: this process was started to run one stage, but PipelineApp.RunAsync was called with '{string.Join(' ', args)}' "
                    + "instead of the arguments of the program. Pass them on as they are."
            );
            return ExitCode.Usage;
        }

        var isLed = ProcessGroup.Lead();
        var input = Console.OpenStandardInput();
        Console.SetIn(TextReader.Null);
        var request = ChildJson.ReadRequest(await ReadLineAsync(input));
        WatchParent(input, isLed);
        await using var reporter = await ChildReporter.ConnectAsync(request.Pipe, isLed);
        using var capture = new ConsoleCapture(isJson: false);
        capture.BeginShowing(reporter.WriteLine);
        LinkedAssemblies.Register(Assembly.GetEntryAssembly());
        using var stop = new CancellationTokenSource();
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
        var outcome = await StageInvoker.RunAsync(
            request.Invocation,
            request.Secrets,
            request.Folder,
            new StageInvokerOptions
            {
                Services = options.Services,
                Events = reporter,
                MeasuresProcess = true,
            },
            stop.Token
        );
        capture.EndShowing();
        reporter.Report(outcome);
        return ExitCode.Success;

        void Stop(PosixSignalContext signal)
        {
            signal.Cancel = true;
            stop.Cancel();
        }
    }

    private static async Task<string> ReadLineAsync(Stream input)
    {
        using var line = new MemoryStream();
        var one = new byte[1];
        while (await input.ReadAsync(one) == 1 && one[0] != '\n')
        {
            line.WriteByte(one[0]);
        }

        return Encoding.UTF8.GetString(line.GetBuffer(), 0, (int)line.Length);
    }

    /// <summary>The input ends when the parent does, however it ended: then nobody wants the stage's result any more.</summary>
    private static void WatchParent(Stream input, bool isLed) =>
        new Thread(() =>
        {
            while (input.ReadByte() >= 0)
            {
                // Nothing is expected.
            }

            if (isLed)
            {
                ProcessGroup.EndOwn();
            }

            Environment.Exit(ExitCode.Cancelled);
        })
        {
            IsBackground = true,
            Name = "parent watch",
        }.Start();
}
