namespace Mlops.Dsl.Execution;

/// <summary>Windows, as ISO 8601 writes an interval: both ends, with a slash between them; without an offset, UTC is meant.</summary>
internal sealed class TimeWindowFormat : ParameterFormat<TimeWindow>
{
    public override string Expected => "a window such as 2026-11-29T00:00Z/2026-11-30T00:00Z that does not end before it starts";

    public override bool TryParse(string text, out TimeWindow value)
    {
        value = default;
        if (
            text.Split('/') is not [var start, var end]
            || !ParameterFormats.DateTimeOffset.TryParse(start, out var from)
            || !ParameterFormats.DateTimeOffset.TryParse(end, out var to)
            || to < from
        )
        {
            return false;
        }

        value = new TimeWindow(from, to);
        return true;
    }

    public override string Format(TimeWindow value) => value.ToString();
}
