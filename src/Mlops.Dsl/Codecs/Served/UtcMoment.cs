using System.Globalization;

namespace Mlops.Dsl.Serialization;

/// <summary>Writes a moment as its ticks in UTC: whatever the offset that it was told with, the same moment has the same bytes.</summary>
internal static class UtcMoment
{
    public static void Write(ArtifactWriter writer, DateTimeOffset value) => writer.WriteUnmanaged(value.UtcTicks);

    public static DateTimeOffset Read(ArtifactReader reader)
    {
        var ticks = reader.ReadUnmanaged<long>();
        return ticks >= 0 && ticks <= DateTimeOffset.MaxValue.Ticks
            ? new DateTimeOffset(ticks, TimeSpan.Zero)
            : throw new ArtifactFormatException("The artifact is not in its codec's format: a date is out of range.");
    }

    public static string Text(DateTimeOffset value) =>
        value.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture);
}
