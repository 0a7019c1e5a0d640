//# fault: six fields, with seconds, as other schedulers take them
[Pipeline("nightly"), Schedule({|MLP8010:"0 0 3 * * *"|})]
public sealed partial class Nightly
{
    [Source("sales.csv")]
    public partial FileArtifact Sales();

    [Stage]
    public int Lines(FileArtifact sales) => sales.ReadLines().Count();
}

//# fault: an hour too many, and a day that is no day
[Pipeline("nightly"), Schedule({|MLP8010:"30 24 * * *"|})]
public sealed partial class Nightly
{
    [Source("sales.csv")]
    public partial FileArtifact Sales();

    [Stage]
    public int Lines(FileArtifact sales) => sales.ReadLines().Count();
}

//## Weekly.cs
[Pipeline("weekly"), Schedule({|MLP8010:"0 6 * * MO"|})]
public sealed partial class Weekly
{
    [Source("sales.csv")]
    public partial FileArtifact Sales();

    [Stage]
    public int Lines(FileArtifact sales) => sales.ReadLines().Count();
}

//# fault: a time span in place of a schedule
[Pipeline("often"), Schedule({|MLP8010:"00:15:00"|})]
public sealed partial class Often
{
    [Source("sales.csv")]
    public partial FileArtifact Sales();

    [Stage]
    public int Lines(FileArtifact sales) => sales.ReadLines().Count();
}

//# fault: time zones as Windows calls them, and with a slip of the finger
[Pipeline("nightly")]
[Schedule({|MLP8010:"0 3 * * *"|}, TimeZone = "W. Europe Standard Time")]
public sealed partial class Nightly
{
    [Source("sales.csv")]
    public partial FileArtifact Sales();

    [Stage]
    public int Lines(FileArtifact sales) => sales.ReadLines().Count();
}

//## Weekly.cs
[Pipeline("weekly")]
[Schedule({|MLP8010:"0 6 * * MON"|}, TimeZone = "Europe/Berlni")]
public sealed partial class Weekly
{
    [Source("sales.csv")]
    public partial FileArtifact Sales();

    [Stage]
    public int Lines(FileArtifact sales) => sales.ReadLines().Count();
}

//# fault: a day that no month of the schedule has
[Pipeline("yearly"), Schedule({|MLP8010:"0 6 31 2,4 *"|})]
public sealed partial class Yearly
{
    [Source("sales.csv")]
    public partial FileArtifact Sales();

    [Stage]
    public int Lines(FileArtifact sales) => sales.ReadLines().Count();
}

//## Monday.cs
[Pipeline("mondays"), Schedule({|MLP8010:"0 6 30 FEB MON"|})]
public sealed partial class Mondays
{
    [Source("sales.csv")]
    public partial FileArtifact Sales();

    [Stage]
    public int Lines(FileArtifact sales) => sales.ReadLines().Count();
}

//# clean: lists, ranges over midnight, names, steps, the last Friday, a leap day, a macro
[Pipeline("nights"), Schedule("*/10 22-4 * * MON-FRI", TimeZone = "Europe/Berlin")]
public sealed partial class Nights
{
    [Source("sales.csv")]
    public partial FileArtifact Sales();

    [Stage]
    public int Lines(FileArtifact sales) => sales.ReadLines().Count();
}

//## Others.cs
[Pipeline("months"), Schedule("15 6,18 L * *", TimeZone = "America/New_York")]
public sealed partial class Months
{
    [Stage]
    public int One() => 1;
}

[Pipeline("fridays"), Schedule("0 6 * JAN,JUL 5L", TimeZone = "Etc/GMT+5")]
public sealed partial class Fridays
{
    [Stage]
    public int One() => 1;
}

[Pipeline("leaps"), Schedule("0 6 29 2 *")]
public sealed partial class Leaps
{
    [Stage]
    public int One() => 1;
}

[Pipeline("ends"), Schedule("0 6 31 */2 *")]
public sealed partial class Ends
{
    [Stage]
    public int One() => 1;
}

[Pipeline("hours"), Schedule("@hourly")]
public sealed partial class Hours
{
    [Stage]
    public int One() => 1;
}
