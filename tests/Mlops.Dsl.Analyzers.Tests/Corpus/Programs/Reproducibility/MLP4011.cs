//# fault: an implementation of an interface
[Stage]
public DateTime Make()
{
    IMaker maker = new OwnMaker();
    return maker.Make();
}

//## Makers.cs
public interface IMaker { DateTime Make(); }

public sealed class OwnMaker : IMaker { public DateTime Make() => {|MLP4011:DateTime.UnixEpoch.ToLocalTime()|}; }

//# fault: an extension method
[Stage]
public DateTime Make() => "seed".Make();

//## Extensions.cs
public static class Extensions
{
    public static DateTime Make(this string seed) => seed.Length > 9 ? throw new ArgumentException("too long", nameof(seed)) : {|MLP4011:DateTime.UnixEpoch.ToLocalTime()|};
}

//# fault: another part of the class
[Stage]
public DateTime Make() => Own();

//## Part.cs
public sealed partial class TestPipeline
{
    private DateTime Own() => {|MLP4011:DateTime.UnixEpoch.ToLocalTime()|};
}

//# fault: a property
[Stage]
public DateTime Make() => Made;

private DateTime Made => {|MLP4011:DateTime.UnixEpoch.ToLocalTime()|};

//# fault: the constructor of a helper
[Stage]
public DateTime Make() => new Holder().Value;

//## Holder.cs
public sealed class Holder
{
    public Holder() => Value = {|MLP4011:DateTime.UnixEpoch.ToLocalTime()|};

    public DateTime Value { get; }
}

//# fault: the initializer of a static field
[Stage]
public DateTime Make() => Holder.Value;

//## Holder.cs
public static class Holder
{
    public static readonly DateTime Value = {|MLP4011:DateTime.UnixEpoch.ToLocalTime()|};
}

//# fault: a closure
[Stage]
public DateTime Make()
{
    var calls = 0;
    DateTime Inner() => ++calls > 1 ? throw new InvalidOperationException("called twice") : {|MLP4011:DateTime.UnixEpoch.ToLocalTime()|};
    Func<DateTime> later = Inner;
    return later();
}

//# fault: an operator
[Stage]
public DateTime Make() => +new Holder();

//## Holder.cs
public sealed class Holder
{
    public static DateTime operator +(Holder holder) => holder is null ? throw new ArgumentNullException(nameof(holder)) : {|MLP4011:DateTime.UnixEpoch.ToLocalTime()|};
}

//# fault: an iterator
[Stage]
public DateTime Make() => All().First();

private static IEnumerable<DateTime> All()
{
    yield return {|MLP4011:DateTime.UnixEpoch.ToLocalTime()|};
}

//# clean: universal time
[Stage]
public int Make() => DateTime.UnixEpoch.ToUniversalTime().Hour;

//# clean: a named zone
[Stage]
public int Make() => TimeZoneInfo.ConvertTime(DateTimeOffset.UnixEpoch, TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin")).Hour;

//# clean: a local time in a log
[Stage]
public int Make(StageContext context)
{
    Microsoft.Extensions.Logging.LoggerExtensions.LogInformation(context.Logger, "newest row {Time}", DateTime.UnixEpoch.ToLocalTime());
    return 1;
}

//# fault: the machine's zone
//## share Docs.cs
[Stage]
public double Offset(FileSet docs) => {|MLP4011:TimeZoneInfo.Local|}.BaseUtcOffset.TotalHours + docs.Count;

//# fault: a time is made local
//## share Docs.cs
[Stage]
public int Hour(FileSet docs) => {|MLP4011:DateTime.UnixEpoch.AddSeconds(docs.Count).ToLocalTime()|}.Hour;

//# fault: a helper makes it local
//## share Docs.cs
[Stage]
public int Hour(FileSet docs) => Hours.Of(DateTimeOffset.UnixEpoch.AddSeconds(docs.Count));

//## Hours.cs
public static class Hours
{
    public static int Of(DateTimeOffset time) => {|MLP4011:time.LocalDateTime|}.Hour;
}

//# clean: a zone by its name
//## share Docs.cs
[Stage]
public double Offset(FileSet docs) => TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin").BaseUtcOffset.TotalHours + docs.Count;

//# clean: coordinated time all along
//## share Docs.cs
[Stage]
public int Hour(FileSet docs) => DateTimeOffset.UnixEpoch.AddSeconds(docs.Count).UtcDateTime.Hour;

//# fault: a converter in a query
//## share Docs.cs
[Stage]
public int[] Hours(FileSet docs) => [.. from doc in docs let time = DateTime.UnixEpoch.AddSeconds(doc.Length) select {|MLP4011:TimeZoneInfo.ConvertTimeFromUtc(time, TimeZoneInfo.Local)|}.Hour];

[Stage]
public int Count(int[] hours) => hours.Length;

//# fault: seconds since the epoch as a local date
//## share Docs.cs
[Stage]
public int[] Hours(FileSet docs) => [.. docs.Select(doc => {|MLP4011:DateTimeOffset.FromUnixTimeSeconds(doc.Length).LocalDateTime|}.Hour)];

[Stage]
public int Count(int[] hours) => hours.Length;

//# fault: hour of day by the machine's zone in an extension member
//## share Docs.cs
[Stage]
public List<int> Hours(FileSet docs) => docs.SelectMany(doc => doc.ReadLines()).Select(line => DateTimeOffset.Parse(line, CultureInfo.InvariantCulture).LocalHour).ToList();

//## TimeExtensions.cs
public static class TimeExtensions
{
    extension(DateTimeOffset time)
    {
        public int LocalHour => {|MLP4011:time.LocalDateTime|}.Hour;
    }
}

//# fault: epoch seconds become a local calendar day
//## share Docs.cs
[Stage]
public List<DayOfWeek> Days(FileSet docs) =>
    [.. docs.SelectMany(doc => doc.ReadLines()).Select(line => {|MLP4011:TimeZoneInfo.ConvertTimeFromUtc(DateTime.UnixEpoch.AddSeconds(long.Parse(line, CultureInfo.InvariantCulture)), TimeZoneInfo.Local)|}.DayOfWeek)];

//# clean: a zone by its name, offsets and universal times
//## share Docs.cs
[Stage]
public List<int> Hours(FileSet docs)
{
    var berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");
    return docs.SelectMany(doc => doc.ReadLines())
        .Select(line => DateTimeOffset.Parse(line, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal))
        .Select(time => TimeZoneInfo.ConvertTime(time, berlin).Hour)
        .ToList();
}

//# fault: a day boundary by local midnight
//## share Docs.cs
[Stage]
public List<string> Days(FileSet docs) =>
    docs.SelectMany(doc => doc.ReadLines())
        .Select(line => {|MLP4011:DateTime.UnixEpoch.AddSeconds(int.Parse(line, CultureInfo.InvariantCulture)).ToLocalTime()|}.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))
        .ToList();

//# fault: the weekday of a local time, by a parse that assumes it
//## share Docs.cs
[Stage]
public List<int> Weekdays(FileSet docs) => docs.SelectMany(doc => doc.ReadLines())
    .Select(line => (int)TimeZoneInfo.ConvertTime(DateTimeOffset.Parse(line, CultureInfo.InvariantCulture), {|MLP4011:TimeZoneInfo.Local|}).DayOfWeek)
    .ToList();

//# fault: a format with a zone, and no style
//## share Docs.cs
[Stage]
public List<DayOfWeek> Days(FileSet docs) => docs.SelectMany(doc => doc.ReadLines())
    .Select(line => {|MLP4011:DateTime.ParseExact(line, "yyyy-MM-ddTHH:mmK", CultureInfo.InvariantCulture)|}.DayOfWeek)
    .ToList();

//# fault: assumed to be universal, and then turned into the machine's time
//## share Docs.cs
[Stage]
public List<int> Hours(FileSet docs)
{
    var hours = new List<int>();
    foreach (var line in docs.SelectMany(doc => doc.ReadLines()))
    {
        if ({|MLP4011:DateTime.TryParse(line, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)|})
        {
            hours.Add(time.Hour);
        }
    }

    return hours;
}

//# clean: dates without a time, times that stay universal, and zones that are quoted letters
//## share Docs.cs
[Stage]
public List<int> Numbers(FileSet docs) => docs.SelectMany(doc => doc.ReadLines()).SelectMany(line => new[]
{
    DateTime.Parse(line, CultureInfo.InvariantCulture).DayOfYear,
    DateTime.Parse(line, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind).Hour,
    DateTime.Parse(line, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal).Hour,
    DateTime.ParseExact(line, "yyyy-MM-dd'T'HH:mm'Z'", CultureInfo.InvariantCulture).Hour,
}).ToList();

//# fault: a time without a kind becomes a moment
//## share Docs.cs
[Stage]
public List<long> Moments(FileSet docs) => docs.SelectMany(doc => doc.ReadLines()).Select(line =>
{
    var day = new DateTime(int.Parse(line, CultureInfo.InvariantCulture), 1, 1).AddDays(4);
    return {|MLP4011:new DateTimeOffset(day)|}.ToUnixTimeSeconds();
}).ToList();

//# fault: a time without a kind is made universal, and one is made a moment by itself
//## share Docs.cs
[Stage]
public List<long> Moments(FileSet docs)
{
    DateTimeOffset start = {|MLP4011:DateTime.ParseExact(docs[0].Path, "yyyyMMdd", CultureInfo.InvariantCulture)|};
    return [start.ToUnixTimeSeconds(), {|MLP4011:new DateTime(2024, 5, 1).ToUniversalTime()|}.Ticks];
}

//# clean: times of a known kind become moments
//## share Docs.cs
[Stage]
public List<long> Moments(FileSet docs)
{
    DateTimeOffset start = DateTime.SpecifyKind(DateTime.ParseExact(docs[0].Path, "yyyyMMdd", CultureInfo.InvariantCulture), DateTimeKind.Utc);
    var day = new DateTime(2024, 5, 1, 0, 0, 0, DateTimeKind.Utc);
    return [start.ToUnixTimeSeconds(), new DateTimeOffset(day).Ticks, new DateTimeOffset(new DateTime(2024, 5, 1), TimeSpan.Zero).Ticks, DateTime.UnixEpoch.ToUniversalTime().Ticks];
}

//# fault: a standard format without a zone
//## share Docs.cs
[Stage]
public List<long> Moments(FileSet docs) => docs.SelectMany(doc => doc.ReadLines()).Select(line => Moment(line).ToUnixTimeSeconds()).ToList();

private static DateTimeOffset Moment(string line)
{
    var time = DateTime.ParseExact(line, "s", CultureInfo.InvariantCulture);
    return {|MLP4011:time|};
}

//# clean: a standard format that is universal, one that has the zone, and one that is said to be universal
//## share Docs.cs
[Stage]
public List<long> Moments(FileSet docs) => docs.SelectMany(doc => doc.ReadLines()).SelectMany(line => new[]
{
    DateTimeOffset.ParseExact(line, "u", CultureInfo.InvariantCulture).ToUnixTimeSeconds(),
    DateTimeOffset.ParseExact(line, "o", CultureInfo.InvariantCulture).ToUnixTimeSeconds(),
    DateTimeOffset.ParseExact(line, "s", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal).ToUnixTimeSeconds(),
    Universal(line).ToUnixTimeSeconds(),
}).ToList();

private static DateTimeOffset Universal(string line) =>
    DateTime.ParseExact(line, "s", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal);
