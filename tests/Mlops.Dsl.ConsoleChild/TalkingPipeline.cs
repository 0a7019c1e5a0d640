using System.Diagnostics;
using Mlops.Dsl;

// That a secret is told all the same is what the program is for.
#pragma warning disable MLP5005

namespace Mlops.Dsl.ConsoleChild;

/// <summary>Stages that write to the console in every way there is, and that may end the process.</summary>
[Pipeline("talking")]
public sealed partial class TalkingPipeline
{
    private static readonly Barrier BothRun = new(2);

    /// <summary>How the last stage ends its process.</summary>
    [Parameter]
    public ProcessEnding Ending { get; init; }

    /// <summary>The exit code that it asks for.</summary>
    [Parameter]
    public int Code { get; init; }

    /// <summary>Whether a stage writes past the console's writers.</summary>
    [Parameter]
    public bool Raw { get; init; }

    /// <summary>What the last stage's exception says.</summary>
    [Secret(Optional = true)]
    public string Password { get; init; } = "";

    /// <summary>Has a version that may end the process.</summary>
    [Source(Version = nameof(FeedVersion))]
    public int Feed() => 1;

    /// <summary>The version of <see cref="Feed"/>.</summary>
    public string FeedVersion()
    {
        if (Ending == ProcessEnding.ExitInVersion)
        {
            Environment.Exit(Code);
        }

        return "1";
    }

    /// <summary>Writes half a line at a time while <see cref="Right"/> does the same.</summary>
    [Stage, NoCache]
    public int Left() => Talk("left");

    /// <summary>Writes half a line at a time while <see cref="Left"/> does the same.</summary>
    [Stage, NoCache]
    public int Right() => Talk("right");

    /// <summary>Writes whole lines, pieces of lines, from threads and tasks, and to the error output.</summary>
    [Stage, NoCache]
    public async Task<int> Speak(int left, int right)
    {
        Console.WriteLine("out {0}", left + right);
        Console.Write("an ");
        Console.Write('o');
        Console.Write("pen line\r\nand {\"event\":\"run-finished\"}");
        Console.WriteLine();
        await Console.Error.WriteLineAsync("err 1");
        await Task.Run(static () => Console.WriteLine("from a task"));
        var thread = new Thread(static () => Console.WriteLine("from a thread"));
        thread.Start();
        thread.Join();
        Console.WriteLine($"with {Password}");
        Console.Write("without an end");
        return left + right;
    }

    /// <summary>Writes past the console's writers.</summary>
    [Stage, NoCache, After(nameof(Speak))]
    public int WriteRaw()
    {
        if (Raw)
        {
            using var output = Console.OpenStandardOutput();
            output.Write("raw bytes\n"u8);
            output.Flush();
            using var process = Process.Start(new ProcessStartInfo("sh", ["-c", "echo raw process"]))!;
            process.WaitForExit();
        }

        return 1;
    }

    /// <summary>Ends the process.</summary>
    [Stage, NoCache]
    public async Task<int> End(int writeRaw)
    {
        switch (Ending)
        {
            case ProcessEnding.Exit:
                Console.Write("about to end");
                Environment.Exit(Code);
                break;
            case ProcessEnding.ExitOnThread:
                new Thread(() => Environment.Exit(Code)).Start();
                await Task.Delay(Timeout.Infinite);
                break;
            case ProcessEnding.ThrowOnThread:
                new Thread(() => throw new InvalidOperationException($"thread {Password}")).Start();
                await Task.Delay(Timeout.Infinite);
                break;
            case ProcessEnding.ThrowAsyncVoid:
                ThrowUnawaited();
                await Task.Delay(Timeout.Infinite);
                break;
            default:
                break;
        }

        return writeRaw;
    }

    private static int Talk(string name)
    {
        BothRun.SignalAndWait();
        for (var i = 0; i < 10; i++)
        {
            Console.Write($"{name} ");
            Thread.Yield();
            Console.WriteLine(i);
        }

        return 1;
    }

    private async void ThrowUnawaited()
    {
        await Task.Yield();
        throw new InvalidOperationException($"unawaited {Password}");
    }
}
