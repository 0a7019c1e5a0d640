using System.ComponentModel.DataAnnotations;
using Mlops.Dsl;

namespace Mlops.Dsl.HeapChild;

/// <summary>Many values, each made for an element, that a later stage reads one after the other.</summary>
[Pipeline("large-fan-out")]
public sealed partial class LargeFanOutPipeline
{
    /// <summary>How many values.</summary>
    [Parameter, Range(1, 1_000_000)]
    public int Elements { get; init; } = 100;

    /// <summary>The size of a value.</summary>
    [Parameter, Range(1, 1 << 26)]
    public int Bytes { get; init; } = 1 << 20;

    /// <summary>The elements.</summary>
    [Stage]
    public IReadOnlyList<int> Numbers() => [.. Enumerable.Range(0, Elements)];

    /// <summary>A value that begins with its number.</summary>
    [Stage, ForEach(nameof(Numbers))]
    public byte[] Fill(int number)
    {
        var value = new byte[Bytes];
        value.AsSpan().Fill((byte)number);
        BitConverter.TryWriteBytes(value, number);
        return value;
    }

    /// <summary>The size of all values together.</summary>
    [Stage]
    public string SizeReport(IReadOnlyList<byte[]> fill)
    {
        ArgumentNullException.ThrowIfNull(fill);
        return $"size {fill.Sum(static value => (long)value.Length)}";
    }
}
