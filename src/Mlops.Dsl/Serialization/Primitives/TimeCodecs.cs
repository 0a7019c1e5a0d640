namespace Mlops.Dsl.Serialization;

/// <summary>Ticks, then the kind: a local time stays the clock time that it was.</summary>
internal sealed class DateTimeCodec() : ScalarCodec<DateTime>("datetime")
{
    public override void Write(ArtifactWriter writer, DateTime value)
    {
        writer.WriteUnmanaged(value.Ticks);
        writer.WriteByte((byte)value.Kind);
    }

    public override DateTime Read(ArtifactReader reader)
    {
        var ticks = reader.ReadUnmanaged<long>();
        var kind = reader.ReadByte();
        return ticks >= 0 && ticks <= DateTime.MaxValue.Ticks && kind <= (byte)DateTimeKind.Local
            ? new DateTime(ticks, (DateTimeKind)kind)
            : throw Malformed("a date is out of range");
    }
}

/// <summary>The clock time's ticks, then the offset in minutes.</summary>
internal sealed class DateTimeOffsetCodec() : ScalarCodec<DateTimeOffset>("datetimeoffset")
{
    public override void Write(ArtifactWriter writer, DateTimeOffset value)
    {
        writer.WriteUnmanaged(value.Ticks);
        writer.WriteUnmanaged((short)value.TotalOffsetMinutes);
    }

    public override DateTimeOffset Read(ArtifactReader reader)
    {
        var ticks = reader.ReadUnmanaged<long>();
        var minutes = reader.ReadUnmanaged<short>();
        try
        {
            return new DateTimeOffset(ticks, TimeSpan.FromMinutes(minutes));
        }
        catch (ArgumentException exception)
        {
            throw new ArtifactFormatException("The artifact is not in its codec's format: a date is out of range.", exception);
        }
    }
}

internal sealed class DateOnlyCodec() : ScalarCodec<DateOnly>("date")
{
    public override void Write(ArtifactWriter writer, DateOnly value) => writer.WriteUnmanaged(value.DayNumber);

    public override DateOnly Read(ArtifactReader reader)
    {
        var day = reader.ReadUnmanaged<int>();
        return day >= 0 && day <= DateOnly.MaxValue.DayNumber ? DateOnly.FromDayNumber(day) : throw Malformed("a date is out of range");
    }
}

internal sealed class TimeOnlyCodec() : ScalarCodec<TimeOnly>("time")
{
    public override void Write(ArtifactWriter writer, TimeOnly value) => writer.WriteUnmanaged(value.Ticks);

    public override TimeOnly Read(ArtifactReader reader)
    {
        var ticks = reader.ReadUnmanaged<long>();
        return ticks >= 0 && ticks <= TimeOnly.MaxValue.Ticks ? new TimeOnly(ticks) : throw Malformed("a time of day is out of range");
    }
}

internal sealed class TimeSpanCodec() : ScalarCodec<TimeSpan>("duration")
{
    public override void Write(ArtifactWriter writer, TimeSpan value) => writer.WriteUnmanaged(value.Ticks);

    public override TimeSpan Read(ArtifactReader reader) => new(reader.ReadUnmanaged<long>());
}
