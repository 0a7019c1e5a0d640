using System.ComponentModel.DataAnnotations;
using Mlops.Dsl;

namespace Mlops.Dsl.HeapChild;

/// <summary>A file that is written, rewritten and summed up.</summary>
[Pipeline("large-file")]
public sealed partial class LargeFilePipeline
{
    private const int Block = 1 << 20;

    /// <summary>The size of the file.</summary>
    [Parameter, Range(1, 1 << 20)]
    public int Megabytes { get; init; } = 64;

    /// <summary>A file whose blocks differ.</summary>
    [Stage]
    public FileArtifact Write(StageContext context, CancellationToken cancellationToken)
    {
        using (var file = context.CreateFile("numbers.bin"))
        {
            var block = new byte[Block];
            for (var i = 0; i < Megabytes; i++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                block.AsSpan().Fill((byte)i);
                file.Write(block);
            }
        }

        return context.GetFile("numbers.bin");
    }

    /// <summary>The file with each byte inverted.</summary>
    [Stage]
    public FileArtifact Invert(FileArtifact write, StageContext context, CancellationToken cancellationToken)
    {
        using (var source = write.OpenRead())
        using (var file = context.CreateFile("inverted.bin"))
        {
            var block = new byte[Block];
            for (var count = source.Read(block); count > 0; count = source.Read(block))
            {
                cancellationToken.ThrowIfCancellationRequested();
                foreach (ref var value in block.AsSpan(0, count))
                {
                    value = (byte)~value;
                }

                file.Write(block, 0, count);
            }
        }

        return context.GetFile("inverted.bin");
    }

    /// <summary>The sum of the inverted bytes.</summary>
    [Stage]
    public string SumReport(FileArtifact invert, CancellationToken cancellationToken)
    {
        using var source = invert.OpenRead();
        var sum = 0L;
        var block = new byte[Block];
        for (var count = source.Read(block); count > 0; count = source.Read(block))
        {
            cancellationToken.ThrowIfCancellationRequested();
            foreach (var value in block.AsSpan(0, count))
            {
                sum += value;
            }
        }

        return $"sum {sum}";
    }
}
