using Microsoft.Extensions.Logging;
using Mlops.Dsl;

// What stages must not do is what this program is for.
#pragma warning disable MLP1024, MLP3005

namespace Mlops.Dsl.IsolationChild;

/// <summary>Stages of every kind, and one that may misbehave.</summary>
[Pipeline("trouble")]
public sealed partial class TroublePipeline
{
    /// <summary>What the troublesome stage does.</summary>
    [Parameter]
    public Misbehaviour What { get; init; }

    /// <summary>Whether there is a stage that never ends.</summary>
    [Parameter]
    public bool Hangs { get; init; }

    /// <summary>Whether there is a stage that needs an accelerator.</summary>
    [Parameter]
    public bool Accelerated { get; init; }

    /// <summary>Where it notes its processes.</summary>
    [Parameter]
    public string NoteFile { get; init; } = "note";

    /// <summary>What must not be seen in the environment.</summary>
    [Secret(Optional = true)]
    public string? Password { get; init; }

    /// <summary>Numbers, and a line that looks like a message of the protocol.</summary>
    [Stage]
    public IReadOnlyList<int> Numbers()
    {
        Console.WriteLine("""{"kind":5,"outcome":{"lease":1}}""");
        return [1, 2, 3];
    }

    /// <summary>Runs once per number.</summary>
    [Stage, ForEach(nameof(Numbers))]
    public int Square(int number, StageContext context)
    {
        context.LogMetric("squared", number * number);
        return number * number;
    }

    /// <summary>Takes what a fan-out returned.</summary>
    [Stage]
    public long Sum(IReadOnlyList<int> square, StageContext context)
    {
        context.Logger.LogInformation("summing {Count}", square.Count);
        context.ReportProgress(0.5, "half");
        return square.Sum(static value => (long)value);
    }

    /// <summary>A file of more bytes than the store keeps in its database.</summary>
    [Stage]
    public FileArtifact Written(StageContext context)
    {
        using (var file = context.CreateFile("zeros.bin"))
        {
            file.Write(new byte[100_000]);
        }

        return context.GetFile("zeros.bin");
    }

    /// <summary>Reads it.</summary>
    [Stage]
    public int Size(FileArtifact written) => written.ReadAllBytes().Length;

    /// <summary>What is known of the secret.</summary>
    [Stage]
    public string Seen() =>
        $"{Password?.Length ?? 0}, {Environment.GetEnvironmentVariable("MLOPS_SECRET_PASSWORD")?.Length ?? 0} in the environment";

    /// <summary>Misbehaves.</summary>
    [Stage, Resources(Isolated = true, MemoryMiB = 300)]
    public int Risky()
    {
        Trouble.Make(What, NoteFile);
        return 1;
    }

    /// <summary>Never ends by itself.</summary>
    [Stage, Resources(Isolated = true), Timeout("00:00:02"), When(nameof(Hangs))]
    public int Stuck()
    {
        Trouble.Make(Misbehaviour.Hang, NoteFile);
        return 1;
    }

    /// <summary>Tells which accelerators it sees.</summary>
    [Stage, Resources(Isolated = true, Gpu = 1), When(nameof(Accelerated))]
    public string Accelerator(StageContext context) =>
        $"{Environment.GetEnvironmentVariable("CUDA_VISIBLE_DEVICES")} as {string.Join(',', context.Devices)}";

    /// <summary>Runs beside it.</summary>
    [Stage]
    public int Sibling() => 2;

    /// <summary>Needs it.</summary>
    [Stage]
    public int After(int risky) => risky + 1;

    /// <summary>Decides by what other processes returned.</summary>
    [Gate]
    public GateResult Enough(long sum) => GateResult.AtLeast(sum, 14);
}
