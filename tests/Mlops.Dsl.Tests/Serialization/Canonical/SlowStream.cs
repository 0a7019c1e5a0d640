namespace Mlops.Dsl.Tests.Serialization.Canonical;

/// <summary>Gives a few bytes at a time, as a pipe or a network does.</summary>
internal sealed class SlowStream(byte[] content) : MemoryStream(content)
{
    private int _reads;

    public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, Few(count));

    public override int Read(Span<byte> buffer)
    {
        var few = new byte[Few(buffer.Length)];
        var read = base.Read(few, 0, few.Length);
        few.AsSpan(0, read).CopyTo(buffer);
        return read;
    }

    private int Few(int count) => Math.Min(count, (++_reads % 5 * 1000) + 1);
}
