using System.Globalization;
using System.Runtime.InteropServices;

namespace Mlops.Dsl;

/// <summary>A half-open stretch of time: from its start, up to and without its end. Both are kept as UTC.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct TimeWindow
{
    /// <summary>Makes a window.</summary>
    /// <exception cref="ArgumentException">It ends before it starts.</exception>
    public TimeWindow(DateTimeOffset start, DateTimeOffset end)
    {
        if (end < start)
        {
            throw new ArgumentException(
                string.Create(CultureInfo.InvariantCulture, $"A window can't end ({end:o}) before it starts ({start:o})."),
                nameof(end)
            );
        }

        Start = start.ToUniversalTime();
        End = end.ToUniversalTime();
    }

    /// <summary>The first moment that belongs to it.</summary>
    public DateTimeOffset Start { get; }

    /// <summary>The first moment after it.</summary>
    public DateTimeOffset End { get; }

    /// <summary>How long it is.</summary>
    public TimeSpan Length => End - Start;

    /// <summary>Whether a moment belongs to it.</summary>
    public bool Contains(DateTimeOffset time) => time >= Start && time < End;

    /// <summary>Both ends, such as <c>2026-11-29T00:00:00Z/2026-11-29T00:15:00Z</c> (ISO 8601).</summary>
    public override string ToString() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{Start.UtcDateTime:yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'}/{End.UtcDateTime:yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'}"
        );
}
